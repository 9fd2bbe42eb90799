"""What a query for a part of the list asks of SQLite beyond the columns of the list."""

from datetime import UTC, datetime, timedelta

from reader.catalogue.query import Query

TAG, FOLDER = "tag:", "folder:"
"""What the labels of articles begin with: a tag or a case folder's id follows."""

DATE = "articles.dated"
"""An article's date: that of publication, else the day it was added."""

_NOTED = "articles.id in (select marks.article from marks where marks.removed = '' and marks.note <> '')"
_LABELLED = "select labels.article from labels where label = ?"
_NAMED = "articles.id in (select shown.article from names.names as shown where shown.key = ?)"


def narrow(query: Query, conditions: list[str], values: list[str | int], *, goes_along: bool = False) -> None:
    """Add the conditions of a query for tags, people and places, a case folder, notes or dates.

    `goes_along`: for going along an order of the list, which that of dates would take the place of.
    """
    date = f"+{DATE}" if goes_along else DATE
    labels = [*(TAG + tag for tag in query.tags), *([FOLDER + query.folder] if query.folder else [])]
    if labels:
        conditions.append(f"articles.id in ({' intersect '.join([_LABELLED] * len(labels))})")
        values += [label.encode("utf-8", "replace").decode("utf-8") for label in labels]
    for key in query.keys:
        conditions.append(_NAMED)
        values.append(key)
    if query.noted:
        conditions.append(_NOTED)
    if query.year:
        conditions.append(f"{date} >= ? and {date} < ?")
        values += [query.year, f"{query.year}~"]
    if query.days:
        since = datetime.now(UTC) - timedelta(days=query.days - 1)
        conditions.append(f"{date} >= ?")
        values.append(since.date().isoformat())

"""What there is to narrow the list to, and how much of it. Each question has its own connections, for any thread."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from reader.catalogue.catalogue import Catalogue
from reader.catalogue.names import Names
from reader.catalogue.narrowing import DATE
from reader.entities.entity import Kind

MOST = 40
"""So many of each are offered, those of most articles."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to narrow the list to, each with how many articles have it, the most first; years the newest.

    Names are key, name and number of articles, by kind.
    """

    tags: Sequence[tuple[str, int]] = ()
    sources: Sequence[tuple[str, int]] = ()
    languages: Sequence[tuple[str, int]] = ()
    years: Sequence[tuple[str, int]] = ()
    names: Sequence[tuple[Kind, Sequence[tuple[str, str, int]]]] = ()


def choices(catalogue: Path, names: Path) -> Choices:
    """Return what there is to narrow to in two indexes. Not for the window's thread: it looks at all articles.

    Raises ReaderError disk.failed.
    """
    with closing(Catalogue(catalogue)) as listed, closing(Names(names)) as named:

        def counted(value: str, source: str = "articles", order: str = "2 desc, 1") -> list[tuple[str, int]]:
            found = listed.ask(
                f"select {value}, count(*) from {source} where articles.trashed = 0 and {value} <> '' "  # noqa: S608
                f"group by 1 order by {order} limit {MOST}"  # all of it is ours
            )
            return [(str(each), int(number)) for each, number in found]

        tagged = "labels join articles on label like 'tag:%' and articles.id = labels.article"
        return Choices(
            tags=counted("substr(label, 5)", tagged),
            sources=counted("articles.source"),
            languages=counted("articles.language"),
            years=counted(f"substr({DATE}, 1, 4)", order="1 desc"),
            names=[(kind, named.most(kind, MOST)) for kind in Kind],
        )


def numbers_in_folders(catalogue: Path) -> dict[str, int]:
    """Return how many articles lie in each case folder, by its id. Raises ReaderError disk.failed."""
    with closing(Catalogue(catalogue)) as listed:
        found = listed.ask(
            "select substr(label, 8), count(*) from labels join articles on articles.id = labels.article "
            "where label like 'folder:%' and articles.trashed = 0 group by 1"
        )
    return {str(folder): int(number) for folder, number in found}

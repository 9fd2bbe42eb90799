"""Articles on their way from one list to another, by the mouse."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

ARTICLES_TYPE = "application/x-hamish-articles"


def dragged(articles: Sequence[str]) -> QMimeData:
    """Return what is dragged: ids of articles."""
    data = QMimeData()
    data.setData(ARTICLES_TYPE, "\n".join(articles).encode("ascii"))
    return data


def articles_in(data: QMimeData) -> tuple[str, ...]:
    """Return the ids of the articles that are dragged, if any are."""
    return tuple(bytes(data.data(ARTICLES_TYPE).data()).decode("ascii", "ignore").split())

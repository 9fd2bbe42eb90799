"""Putting articles that were read into the store."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.articles.article import Article
from reader.errors import ReaderError
from reader.store.edit import Edit
from reader.store.state_records import STATE
from reader.store.store import Store


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of something that was to be added: `status` is added or duplicate."""

    id: str
    title: str
    status: str


def add(store: Store, article: Article, original: bytes, images: Sequence[bytes] = ()) -> tuple[Addition, Edit | None]:
    """Add an article with its original and its pictures.

    Return what became of it, and the edit that makes it part of the library. One that is there already stays as it is;
    without an edit nothing is to be done. One whose text is gone gets the text again.
    """
    name = store.id_of(article)
    if store.has(name):
        try:
            title = store.article(name)[1].title
        except ReaderError as error:
            title = article.title
            if error.key == "article.missing":
                version = store.add(name, article, original, images)
                return Addition(name, title, "duplicate"), Edit("states", name, STATE, {"version": version})
        return Addition(name, title, "duplicate"), None
    version = store.add(name, article, original, images)
    values = {"version": version, "added": store.clock.moment(), "deleted": False}
    return Addition(name, article.title, "added"), Edit("states", name, STATE, values)

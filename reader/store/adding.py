"""Putting articles that were read into the store."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from os import urandom

from reader.articles.address import key_of
from reader.articles.article import Article
from reader.collections.state import ArticleState, Reading
from reader.errors import ReaderError
from reader.store.addition import Addition, Brought
from reader.store.brought_marks import edits_for
from reader.store.edit import Edit
from reader.store.layout import ID_LENGTH
from reader.store.mark_records import TAG, clean_tags
from reader.store.records import Record
from reader.store.state_records import STATE
from reader.store.store import Store
from reader.text.folding import fold

Same = Callable[[str, str], Sequence[str]]
"""Returns the articles that have this address's key, or this fingerprint of their text."""

_ONE_TEXT = 0.5
"""The share of three words in a row that two texts at one address have in common when they are one article."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article, and the edits that make it part of the library: its marks first, then its state."""

    addition: Addition
    edits: tuple[Edit, ...] = ()


def add(store: Store, same: Same, brought: Brought, *, keep_both: bool = False) -> Added:
    """Add an article with its original and its pictures.

    One that is there already stays as it is: what the reader made of it elsewhere is added, where nothing newer stands
    in its place. One that had no text gets it. With `keep_both` it becomes an article of its own all the same.
    """
    name = store.id_of(brought.article)
    known = _known(store, same, name, brought.article)
    if not known:
        return _new(store, name, brought)
    if keep_both:
        return _new(store, urandom(ID_LENGTH // 2).hex(), brought)
    try:
        version, there = store.article(known)
    except ReaderError as error:
        if error.key != "article.missing":  # it cannot be read now, and stays as it is
            return Added(Addition(known, brought.article.title, "duplicate"))
        version, there = "", None
    if there is None or (not there.blocks and brought.article.blocks):
        return _filled(store, known, brought, is_new_text=there is not None)
    return _again(store, known, version, there, brought)


def _known(store: Store, same: Same, name: str, article: Article) -> str:
    """Return the id of the article that this one is, or nothing."""
    if store.has(name):
        return name
    found = same(key_of(article.address), name)
    return next((other for other in found if store.has(other) and _is_same(store, other, article, name)), "")


def _is_same(store: Store, other: str, article: Article, name: str) -> bool:
    """Say whether two articles at one address are one: of one title, or of texts that share most of their words.

    Some sites give all their articles one address.
    """
    try:
        there = store.article(other)[1]
    except ReaderError:
        return False
    if not there.blocks or not article.blocks or fold(there.title) == fold(article.title) or store.id_of(there) == name:
        return True
    mine, theirs = _triples(article.text), _triples(there.text)
    return len(mine & theirs) >= _ONE_TEXT * max(min(len(mine), len(theirs)), 1)


def _triples(text: str) -> set[tuple[str, ...]]:
    words = fold(text).split()
    return set(zip(words, words[1:], words[2:], strict=False))


def _new(store: Store, name: str, brought: Brought) -> Added:
    article = brought.article
    version = store.add(name, article, brought.original, brought.images)
    marks, unplaced = edits_for(store, name, version, article, brought.highlights)
    state = brought.state
    values = {"version": version, "added": state.added or store.clock.moment(), "deleted": False, **_made(state)}
    addition = Addition(name, article.title, "added", len(marks), unplaced)
    return Added(addition, (*marks, Edit("states", name, STATE, values)))


def _filled(store: Store, name: str, brought: Brought, *, is_new_text: bool) -> Added:
    """Give the text to an article that has none: it came as an address alone, or its text is gone."""
    article = brought.article
    version = store.add(name, article, brought.original, brought.images)
    marks, unplaced = edits_for(store, name, version, article, brought.highlights)
    values = {"version": version, **_unwritten(store, name, brought.state)}
    status = "added" if is_new_text else "duplicate"
    addition = Addition(name, article.title, status, len(marks), unplaced, filled=is_new_text)
    return Added(addition, (*marks, Edit("states", name, STATE, values)))


def _again(store: Store, name: str, version: str, there: Article, brought: Brought) -> Added:
    marks, unplaced = edits_for(store, name, version, there, brought.highlights)
    values = _unwritten(store, name, brought.state)
    states = (Edit("states", name, STATE, values),) if values else ()
    return Added(Addition(name, there.title, "duplicate", len(marks), unplaced), (*marks, *states))


def _made(state: ArticleState) -> dict[str, object]:
    """Return the fields of what the reader did with an article elsewhere."""
    given: dict[str, object] = {
        "reading": state.reading.value if state.reading is not Reading.UNREAD else "",
        "starred": state.starred,
        "archived": state.archived,
        "position": state.position,
        "source": state.source,
    }
    tags = dict.fromkeys((TAG + tag for tag in clean_tags(state.tags)), True)
    return {field: value for field, value in given.items() if value} | tags


def _unwritten(store: Store, name: str, state: ArticleState) -> dict[str, object]:
    """Return of what the reader did elsewhere what has never been said here."""
    try:
        record = store.records("states", name).records.get(STATE, Record())
    except ReaderError:
        return {}
    return {field: value for field, value in _made(state).items() if field not in record.fields}

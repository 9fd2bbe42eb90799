"""Putting articles that were read into the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from os import urandom
from typing import Protocol

from reader.annotations.placing import Placing
from reader.annotations.quoted import Quoted
from reader.articles.article import HIGHLIGHTS, Article
from reader.articles.facts import Facts
from reader.articles.fingerprint import fingerprint_of
from reader.articles.written import written
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


class Listed(Protocol):
    """What is asked of the list of articles; it may lag behind."""

    def same(self, address_keys: Sequence[str], fingerprints: Sequence[str]) -> Mapping[str, Sequence[str]]:
        """Return, by address and by fingerprint, the articles that have one of these."""

    def titled(self, title: str) -> Sequence[str]:
        """Return the articles of this title."""


_ONE_TEXT = 0.5
"""The share of three words in a row that two texts at one address have in common when they are one article."""


class Known:
    """Finds articles by what they are: those that are listed, and those that were added a moment ago."""

    def __init__(self, listed: Listed, articles: Sequence[Facts]) -> None:
        """Look for all `articles` that are about to be added at once: to ask the list for each takes far longer."""
        self._listed = listed
        self._here: dict[str, list[str]] = {}
        keys = [facts.address_key for facts in articles if facts.address_key]
        self._there = listed.same(keys, [facts.fingerprint for facts in articles])

    def note(self, name: str, facts: Facts) -> None:
        """Remember an article that is not listed yet."""
        if facts.address_key:
            self._here.setdefault(facts.address_key, []).append(name)

    def same(self, facts: Facts) -> list[str]:
        """Return the articles that have an article's address, or the fingerprint of its text."""
        key, there = facts.address_key, self._there
        return [*self._here.get(key, ()), *there.get(key, ()), *there.get(facts.fingerprint, ())]

    def titled(self, title: str) -> Sequence[str]:
        """Return the articles of a title."""
        return self._listed.titled(title)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article, and the edits that are still to be made: of its marks, then of its state.

    `version` names the text of an article that is new.
    """

    addition: Addition
    edits: tuple[Edit, ...] = ()
    version: str = ""


def add(store: Store, known: Known, brought: Brought, *, keep_both: bool = False) -> Added:
    """Add an article with its original and its pictures.

    One that is there already stays as it is: what the reader made of it elsewhere is added, where nothing newer stands
    in its place. One that had no text gets it. With `keep_both` it becomes an article of its own all the same.
    """
    facts = brought.written.facts
    name = facts.fingerprint
    there = _known(store, known, brought)
    if not there or keep_both:
        name = urandom(ID_LENGTH // 2).hex() if there else name
        known.note(name, facts)
        return _new(store, name, brought)
    try:
        return _to_known(store, there, brought, *store.article(there))
    except ReaderError as error:
        if error.key == "article.missing":  # its text is gone
            return _filled(store, there, brought, "duplicate", is_new_text=False)
        return Added(Addition(there, facts.title, "duplicate"))  # it cannot be read now, and stays as it is


def _to_known(store: Store, name: str, brought: Brought, version: str, there: Article) -> Added:
    part = brought.written.facts.part
    if there.part and not part:
        return _filled(store, name, brought, "added")
    if there.part == part == HIGHLIGHTS and (joined := _joined(there, brought.written.article)) != there:
        return _filled(store, name, replace(brought, written=written(joined)), "duplicate")
    return _again(store, name, version, there, brought)


def _known(store: Store, known: Known, brought: Brought) -> str:
    """Return the id of the article that this one is, or nothing."""
    facts = brought.written.facts
    if store.has(facts.fingerprint):
        return facts.fingerprint
    if facts.part == HIGHLIGHTS:
        found = (other for other in known.titled(facts.title) if store.has(other))
        return next((other for other in found if _holds_one_of(store, other, brought.highlights)), "")
    same = [other for other in known.same(facts) if store.has(other)]
    if not same:  # as of nearly all; only then the text need not be looked into
        return ""
    article = brought.written.article
    return next((other for other in same if _is_same(store, other, article, facts.fingerprint)), "")


def _holds_one_of(store: Store, other: str, highlights: Sequence[Quoted]) -> bool:
    """Say whether words that were highlighted stand in an article, or it is made of such words itself."""
    try:
        article = store.article(other)[1]
    except ReaderError:
        return False
    placing = Placing(article.text)
    return article.part == HIGHLIGHTS or any(placing.all(quoted) for quoted in highlights)


def _joined(there: Article, more: Article) -> Article:
    """Return an article made of highlights with those that are new behind the others."""
    texts = {block.text for block in there.blocks}
    new = [block for block in more.blocks if block.text not in texts]
    ids = (f"b{number}" for number in count(len(there.blocks) + 1))
    return replace(there, blocks=(*there.blocks, *(replace(block, id=next(ids)) for block in new)))


def _is_same(store: Store, other: str, article: Article, name: str) -> bool:
    """Say whether two articles at one address are one: of one title, or of texts that share most of their words.

    Some sites give all their articles one address. A part of a text is that text's, unless each has its own place.
    """
    try:
        there = store.article(other)[1]
    except ReaderError:
        return False
    if (there.part or article.part) and not _are_two_places(there.address, article.address):
        return True
    if fold(there.title) == fold(article.title) or fingerprint_of(there) == name:
        return True
    mine, theirs = _triples(article.text), _triples(there.text)
    return len(mine & theirs) >= _ONE_TEXT * max(min(len(mine), len(theirs)), 1)


def _are_two_places(one: str, other: str) -> bool:
    """Say whether two addresses name two places of a page: some sites have many notes on one."""
    first, second = one.partition("#")[2], other.partition("#")[2]
    return bool(first and second) and first != second


def _triples(text: str) -> set[tuple[str, ...]]:
    words = fold(text).split()
    return set(zip(words, words[1:], words[2:], strict=False))


def _new(store: Store, name: str, brought: Brought) -> Added:
    version = store.put(name, brought.written, brought.original, brought.images)
    marks, unplaced = _marks(store, name, version, brought)
    state = brought.state
    values = {"version": version, "added": state.added or store.clock.moment(), "deleted": False, **_made(state)}
    store.make_state(name, values)
    return Added(Addition(name, brought.written.facts.title, "added", len(marks), unplaced), tuple(marks), version)


def _filled(store: Store, name: str, brought: Brought, status: str, *, is_new_text: bool = True) -> Added:
    """Give its text to an article of which there was a part, or nothing."""
    version = store.put(name, brought.written, brought.original, brought.images)
    marks, unplaced = _marks(store, name, version, brought)
    values = {"version": version, **_unwritten(store, name, brought.state)}
    addition = Addition(
        name,
        brought.written.facts.title,
        status,
        len(marks),
        unplaced,
        filled=is_new_text,
        brought="" if is_new_text else "text",
    )
    return Added(addition, (*marks, Edit("states", name, STATE, values)))


def _marks(store: Store, name: str, version: str, brought: Brought) -> tuple[list[Edit], int]:
    if not brought.highlights:
        return [], 0
    return edits_for(store, name, version, brought.written.article, brought.highlights)


def _again(store: Store, name: str, version: str, there: Article, brought: Brought) -> Added:
    marks, unplaced = edits_for(store, name, version, there, brought.highlights)
    values = _unwritten(store, name, brought.state)
    states = (Edit("states", name, STATE, values),) if values else ()
    addition = Addition(name, there.title, "duplicate", len(marks), unplaced, brought="state" if states else "")
    return Added(addition, (*marks, *states))


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

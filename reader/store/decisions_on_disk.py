"""All decisions about people and places as they lie on disk, for work that goes on beside the library's own thread."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property

from reader.entities.decisions import Decision, Decisions
from reader.errors import ReaderError
from reader.store.decision_records import decisions_in
from reader.store.layout import ABOUT_ALL, SHARDS, is_about_all, is_id
from reader.store.store import Store


class DecisionsOnDisk:
    """Reads each file once, when it is first wanted. Its methods may be called on any thread, one at a time.

    A file that cannot be read decides nothing here; it is told where its article is opened.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._here: dict[str, Mapping[str, Decision]] = {}

    @cached_property
    def everywhere(self) -> Mapping[str, Decision]:
        """What holds in all articles, by key."""
        return {key: decision for shard in ABOUT_ALL for key, decision in self._read(shard).items()}

    def of(self, article: str) -> Decisions:
        """Return what is in force for an article."""
        if article not in self._here:
            self._here[article] = self._read(article)
        return Decisions(self._here[article], self.everywhere)

    def articles(self) -> list[str]:
        """Return the articles about which something is decided for each alone."""
        folder = self._store.places.library / "decisions"
        found = []
        for shard in SHARDS:
            with suppress(OSError):
                found += [name.removesuffix(".json") for name in os.listdir(folder / shard)]  # noqa: PTH208 - as in Store
        return [name for name in found if is_id(name) and not is_about_all(name)]

    def _read(self, article: str) -> dict[str, Decision]:
        try:
            return decisions_in(self._store.read_records("decisions", article))
        except ReaderError:
            return {}


def in_words(decision: Decision) -> str:
    """Return a decision as a text that is the same for the same decision, and nothing for one that decides nothing."""
    values = [
        decision.name,
        decision.into,
        decision.latin,
        decision.is_hidden,
        sorted(decision.apart),
        sorted(decision.forms),
    ]
    return json.dumps([decision.key, *values], ensure_ascii=False) if any(values) else ""


def forms_in(words: str) -> frozenset[str]:
    """Return the added names in what `in_words` returned of a decision."""
    return frozenset(json.loads(words)[-1] if words else ())


def all_in_words(decisions: Mapping[str, Decision]) -> str:
    """Return decisions as one text, to be compared."""
    return "\n".join(filter(None, (in_words(decisions[key]) for key in sorted(decisions))))

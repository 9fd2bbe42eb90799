"""Which words the articles have, whatever their number: to ask the index of texts for no word that none has."""

import json
from collections.abc import Collection

from reader.catalogue.index import Index

TABLE = "create table vocabulary (word text primary key) without rowid;"
PUT = "insert or ignore into vocabulary values (?)"


class Vocabulary:
    """The words in Arabic letters of an index, folded but for ة. Those that no article has any more may stay.

    One search asks for the same words for each way in which an article may have them: answers are kept until `forget`.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._answers: dict[tuple[str | int, ...], set[str]] = {}

    def forget(self) -> None:
        """Keep no answers: another search begins, and the index may be another."""
        self._answers.clear()

    def whole(self, words: Collection[str]) -> set[str]:
        """Return those of some words that articles have."""
        return self._ask("select value from json_each(?) join vocabulary on word = value", words)

    def beginnings(self, words: Collection[str]) -> set[str]:
        """Return those of some words with which words of articles begin."""
        return self._ask(
            "select value from json_each(?) where exists (select 1 from vocabulary "
            "where word between value and value || char(0xffff))",
            words,
        )

    def beginning(self, words: Collection[str], most: int) -> set[str]:
        """Return the words of articles that begin with some words, no more than so many."""
        within = "word between value and value || char(0xffff)"
        return self._ask(f"select word from json_each(?) join vocabulary on {within} limit ?", words, most)  # noqa: S608 - nothing of it is from outside

    def _ask(self, question: str, words: Collection[str], *values: int) -> set[str]:
        asked: tuple[str | int, ...] = (question, *sorted(words), *values)
        if asked not in self._answers:
            wanted = json.dumps([*words], ensure_ascii=False)
            self._answers[asked] = {str(word) for (word,) in self._index.ask(question, (wanted, *values))}
        return self._answers[asked]

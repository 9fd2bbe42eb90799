"""Which names, tags and sources the library knows, by how they begin."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from reader.catalogue.asked import Field, Term, tokens
from reader.catalogue.index import Index
from reader.catalogue.query import TAG_SEPARATOR
from reader.catalogue.spellings import by_sound, heard, matching

NEWEST = 300
"""In so many articles, the latest of those that have it, the most frequent are looked for: names of common letters
stand in all articles of a large library."""

_KINDS = {Field.PEOPLE: "person", Field.PLACES: "place", Field.ORGANISATIONS: "organisation"}
_OF_ANY = "select article from numbers order by number desc limit ?"
_OF_THESE = (
    "select article from numbers where number in "
    "(select rowid from beside where beside match ? order by rowid desc limit ?)"
)
_ARTICLE = "ال"


class Known:
    """Asks an index of words with its neighbours: the catalogue and the index of names.

    `tags_of_marks` returns the tags of an article's highlights, which stand in no index that is always there.
    """

    def __init__(self, index: Index, tags_of_marks: Callable[[str], Iterable[str]]) -> None:
        self._index = index
        self._tags_of_marks = tags_of_marks

    def beginning(self, field: Field, typed: str, most: int) -> list[str]:
        """Return the values of a field that have every word of `typed`, the last as a beginning; the frequent first.

        A person is found by any spelling that is known, and returned as most articles write it.
        """
        wanted = tokens(typed) or [""]
        sounding = by_sound(Term(typed, field))
        sounds = tokens(sounding.words) if sounding else []
        spelt: dict[str, Counter[str]] = {}
        for key, value, spellings in self._values(field, typed):
            words = tokens(spellings)
            if _begins(words, wanted) or (sounds and _begins(words, sounds)):
                spelt.setdefault(key, Counter())[value] += 1
        frequent = sorted(spelt.values(), key=lambda each: (-each.total(), each.most_common(1)))
        return list(dict.fromkeys(each.most_common(1)[0][0] for each in frequent))[:most]

    def _values(self, field: Field, typed: str) -> Iterator[tuple[str, str, str]]:
        """Yield the key, the value and all spellings of each value in the articles that may have it."""
        beginning = _beginning(Term(typed, field, is_prefix=True, is_open=True))
        within: str = _OF_ANY
        values: list[str | int] = [NEWEST]
        if beginning:
            within, values = _OF_THESE, [beginning, NEWEST]
        if kind := _KINDS.get(field):
            question = f"select key, name, latin from names.names where article in ({within}) and kind = ?"  # noqa: S608 - nothing of it is from outside
            for key, name, latin in self._index.ask(question, (*values, kind)):
                yield str(key), str(name), f"{name} {latin} {str(key).partition(':')[2]} {heard(name)}"
            return
        question = f"select id, tags, source from catalogue.articles where id in ({within})"  # noqa: S608 - nothing of it is from outside
        for article, tags, source in self._index.ask(question, values):
            found = [str(source)]
            if field is Field.TAGS:
                found = [*str(tags).split(TAG_SEPARATOR), *self._tags_of_marks(str(article))]
            yield from ((value, value, value) for value in found if value)


def _beginning(term: Term) -> str:
    """Return the FTS5 expression for a value that begins so, as it is written or as it sounds."""
    sounding = by_sound(term)
    ways = [matching(term, (term.where,))]
    ways += [matching(replace(sounding, is_prefix=True), (term.where,))] if sounding else []
    return " OR ".join(filter(None, ways))


def _begins(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Say whether words have all that is wanted, the last as a beginning; their article does not count."""
    *whole, last = wanted
    bare = [word.removeprefix(_ARTICLE) for word in words]
    return all(word in (*words, *bare) for word in whole) and any(word.startswith(last) for word in (*words, *bare))

"""Lists of names, roles and organisations that we wrote: general knowledge, one file each in resources/lexicons."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from reader import resources
from reader.text.folding import fold

_SEPARATOR = fold("،")
_DOUBTFUL = "~"
_ENDINGS = ("ه", "ين", "ون", "ان", "ات", "ا", "تين", "تان")


@dataclass(frozen=True, slots=True)
class NameList:
    """Folded names: the unmistakable ones, those that are also common words, and those of several words."""

    certain: frozenset[str]
    doubtful: frozenset[str]
    phrases: frozenset[str]

    def __contains__(self, word: str) -> bool:
        return word in self.certain or word in self.doubtful


@dataclass(frozen=True, slots=True)
class Adjectives:
    """Adjectives, each with and without the article, and those in -ي in every gender and number.

    Only the adjectives themselves are held: all they become are seven thousand words, 0.8 MB.
    """

    adjectives: frozenset[str]

    def __contains__(self, word: str) -> bool:
        return self._has(word) or (word.startswith("ال") and self._has(word[2:]))

    def __iter__(self) -> Iterator[str]:
        for adjective in self.adjectives:
            forms = [adjective]
            if adjective.endswith("ي") and " " not in adjective:
                forms += [adjective + ending for ending in _ENDINGS]
            for form in forms:
                yield form
                yield f"ال{form}"

    def _has(self, word: str) -> bool:
        if word in self.adjectives:
            return True
        stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
        return any(stem.endswith("ي") and " " not in stem and stem in self.adjectives for stem in stems)


class Lexicons:
    """All lists, folded; each is read when it is first asked for.

    `roles` says what someone is and may have a complement (وزير الخارجية); `honorifics` stand directly before a name;
    `organisations` are known by name; `adjectives` are of nations, towns and kinds. A place stands after one of
    `place_words`, or begins with one of `place_heads`; organisations with one of theirs. Some `clubs` share their name
    with a place or a word.
    """

    given = cached_property(lambda _: _names("given_names"))
    family = cached_property(lambda _: _names("family_names"))
    foreign = cached_property(lambda _: _names("foreign_names"))
    roles = cached_property(lambda _: _names("roles"))
    honorifics = cached_property(lambda _: _names("honorifics"))
    organisations = cached_property(lambda _: _names("organisations"))
    organisation_heads = cached_property(lambda _: _names("organisation_heads"))
    clubs = cached_property(lambda _: _names("clubs"))
    adjectives = cached_property(lambda _: Adjectives(frozenset(_entries("nationalities"))))
    speech_verbs = cached_property(lambda _: frozenset(_entries("speech_verbs")))
    place_words = cached_property(lambda _: frozenset(_entries("place_words")))
    place_heads = cached_property(lambda _: frozenset(_entries("place_heads")))
    function_words = cached_property(lambda _: frozenset(_entries("function_words")))

    @classmethod
    def load(cls) -> Self:
        """Return the lists that ship with the program."""
        return cls()


def word_set(words: str) -> frozenset[str]:
    """Return words that stand apart by spaces, folded."""
    return frozenset(fold(words).split())


def _entries(name: str) -> Iterator[str]:
    # Folded as a whole: ten thousand single words take five times as long.
    for line in fold(resources.read_text(f"lexicons/{name}.txt")).split("\n"):
        if not line.startswith("#"):
            yield from (entry.strip() for entry in line.split(_SEPARATOR) if not entry.isspace() and entry)


def _names(name: str) -> NameList:
    certain, doubtful, phrases = set(), set(), set()
    for entry in _entries(name):
        word = entry.removesuffix(_DOUBTFUL)
        if " " in word:
            phrases.add(word)
        elif entry.endswith(_DOUBTFUL):
            doubtful.add(word)
        else:
            certain.add(word)
    # A name that one line marks as a common word is one, even where another line forgets to.
    return NameList(frozenset(certain - doubtful), frozenset(doubtful), frozenset(phrases))

"""What no list of scores can know about where names end: names joined by و, titles before them, adjectives behind."""

from collections.abc import Callable, Iterator, Sequence

from reader.entities.lexicons import Lexicons, word_set
from reader.text.folding import fold
from reader.text.words import strip_clitics

Run = tuple[int, int, str]
"""First token, last token, kind of a name."""

_OF_FEASTS = word_set("شهر عيد")
"""Words that stand before names of months and feasts which are also people's: شهر رمضان, عيد الأضحى."""

_AND = "و"
_ARTICLE = "ال"
_SHORTEST_JOINED = 3


class Boundaries:
    """Mends the ends of names that the network found."""

    def __init__(self, lexicons: Lexicons, is_place: Callable[[str], bool], is_common: Callable[[str], bool]) -> None:
        self._lists = lexicons
        self._is_place = is_place
        self._is_common = is_common
        self._heads = lexicons.organisation_heads
        self._organisations = lexicons.organisations.certain | lexicons.clubs.certain

    def mended(self, words: Sequence[str], run: Run) -> Iterator[Run]:
        """Yield the name that is meant, or several, or none."""
        first, last, kind = run
        while last > first and fold(words[last]) in self._lists.function_words:
            last -= 1
        if kind == "ORG":
            yield from self._organisation(words, first, last)
            return
        if first == last and self._is_organisation(words[first], kind):
            yield first, last, "ORG"
            return
        if kind == "PER" and any(fold(word) in _OF_FEASTS for word in words[first : last + 1]):
            return
        while kind == "PER" and first < last and fold(words[first]) in self._lists.honorifics.certain:
            first += 1
        for number in range(first + 1, last + 1):
            if self._is_joined(words, first, number, last, kind):
                yield first, number - 1, kind
                first = number
        yield first, last, kind

    def _is_organisation(self, word: str, kind: str) -> bool:
        """Say whether a word alone that was taken for a person or place is an organisation's: واس, أرسنال."""
        forms = strip_clitics(word)
        return not self._organisations.isdisjoint(forms) and not (kind == "LOC" and any(map(self._is_place, forms)))

    def _is_joined(self, words: Sequence[str], first: int, number: int, last: int, kind: str) -> bool:
        """Say whether a word inside a name is و and the next name: رومبيك وياي, but not البوسنة والهرسك."""
        word = fold(words[number])
        rest = word[1:]
        if not word.startswith(_AND) or len(rest) < _SHORTEST_JOINED or self._is_name(word, kind):
            return False
        if kind == "LOC" and self._is_place(fold(" ".join(words[first : last + 1]))):
            return False
        return self._is_name(rest, kind)

    def _is_name(self, word: str, kind: str) -> bool:
        if kind == "LOC":
            return self._is_place(word)
        lists = self._lists
        return word in lists.given or word in lists.family or word in lists.foreign

    def _organisation(self, words: Sequence[str], first: int, last: int) -> Iterator[Run]:
        """Yield an organisation without the adjective of its country: بنفيكا البرتغالي; none for مصرف إيطالي."""
        if last > first and fold(words[last]) in self._lists.adjectives:
            has_head = any(form in self._heads for form in strip_clitics(words[first]))
            is_definite = fold(words[last]).startswith(_ARTICLE)
            if has_head and not is_definite and last == first + 1:
                return
            if is_definite and not has_head and not self._is_ordinary(words[first : last + 1]):
                last -= 1
        yield first, last, "ORG"

    def _is_ordinary(self, words: Sequence[str]) -> bool:
        """Say whether an organisation is named by common words, or known under this very name."""
        organisations = self._lists.organisations
        name = fold(" ".join(words))
        return (
            name in organisations.phrases
            or any(form in organisations.phrases for form in (name[1:], f"ا{name[1:]}"))
            or any(map(self._is_common, strip_clitics(words[0])))
        )

"""What no list of scores can know about where names end: names joined by و, titles before them, adjectives behind."""

from collections.abc import Iterable, Iterator, Sequence

from reader.entities.entity import PlaceKind
from reader.entities.gazetteer import Gazetteer
from reader.entities.lexicons import Lexicons, word_set
from reader.entities.vocabulary import Vocabulary
from reader.text.folding import fold
from reader.text.words import strip_clitics

Run = tuple[int, int, str]
"""First token, last token, kind of a name."""

_OF_FEASTS = word_set("شهر عيد")
"""Words that stand before names of months and feasts which are also people's: شهر رمضان, عيد الأضحى."""

_BEGINNINGS = {
    "PER": word_set("ابن أبو أبي عبد سيدي مولاي الملا"),
    "LOC": word_set(
        "شارع ملعب استاد ستاد وادي جبل جبال تلال نهر مطار ميناء مرفأ مرسى قصر ساحة ميدان سد معبر ممر بحيرة جسر كوبري"
        " نفق محطة مرصد سجن فندق دوار قلعة مضيق خليج بحر حلبة كهف غابات غابة صحراء"
    ),
}
"""Words before a name that belong to it, as they did in all but a few of the corpus's names."""

_OUTSIDE_PLACES = word_set("محافظة ولاية ولايتي إقليم مقاطعة مديرية منطقة ناحية بلدة قرية مملكة أرخبيل عمالة محلة")
"""Words that say what a place is and are no part of its name."""

_BEHIND_PEOPLE = word_set(
    "المولود المولودة المقيم المقيمة المتوفى المتوفاة الملقب الملقبة المعروف المعروفة المدفون المنفي المنحدر المتحدر"
    " الحائز الحائزة الفائز الفائزة الشهير الشهيرة المكنى المكناة المقتول المعتكف صاحب صاحبة بدل"
)
"""Words behind a name that say more of someone, and one that stands between two: دياب بدل بدرخان."""

_WITH_ARTICLE = "بال"
_JOINED_TO_NEXT = word_set("ابن بن أبو أبي عبد دي فان فون دير لا بو ولد بنت سان آل")
_LONGEST_PLACE = 4
_AND = "و"
_ARTICLE = "ال"
_SHORTEST_JOINED = 3
_SHORTEST_ACCUSATIVE = 5


class Boundaries:
    """Mends the ends of names that the network found."""

    def __init__(self, lexicons: Lexicons, gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
        self._lists = lexicons
        self._gazetteer = gazetteer
        self._is_place = gazetteer.has
        self._is_common = vocabulary.is_common
        self._is_stem = vocabulary.has
        self._heads = lexicons.organisation_heads
        self._organisations = lexicons.organisations.certain | lexicons.clubs.certain

    def all_mended(self, words: Sequence[str], found: Iterable[Run]) -> Iterator[Run]:
        """Yield the names that are meant by those which the network found in a sentence, in its order and apart."""
        after = 0
        for first, last, kind in found:
            if last < after:
                continue
            whole = (self._begun(words, max(first, after), after, kind), last, kind)
            for run in self.mended(words, self._finished(words, whole)):
                after = run[1] + 1
                yield run

    def _begun(self, words: Sequence[str], first: int, after: int, kind: str) -> int:
        """Return where a name begins with the word before it, if that belongs to it: ابن خلدون, شارع الحمراء."""
        beginnings = _BEGINNINGS.get(kind, frozenset())
        while first > after and not beginnings.isdisjoint(strip_clitics(words[first - 1])):
            first -= 1
        return first

    def _finished(self, words: Sequence[str], run: Run) -> Run:
        """Return a place with all words of its name, where the table of places has a longer one: بوركينا فاسو."""
        first, last, kind = run
        if kind == "PER" and fold(words[last]) in _JOINED_TO_NEXT and words[last + 1 : last + 2]:
            last += words[last + 1].isalpha()
        if kind == "LOC":
            for end in range(min(first + _LONGEST_PLACE, len(words)), last + 1, -1):
                behind = [fold(word) for word in words[first + 1 : end]]
                if any(self._is_place(" ".join((form, *behind))) for form in strip_clitics(words[first])):
                    return first, end - 1, kind
        return first, last, kind

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
        first, last = self._without_others(words, first, last, kind)
        if kind == "LOC" and last > first and self._is_country_alone(words[first : last + 1]):
            yield first, first, kind
            first, kind = first + 1, "PER" if self._is_name(fold(words[first + 1]), "PER") else kind
        for number in range(first + 1, last + 1):
            if self._is_joined(words, first, number, last, kind):
                yield first, number - 1, kind
                first = number
        yield first, last, kind

    def _without_others(self, words: Sequence[str], first: int, last: int, kind: str) -> tuple[int, int]:
        """Return where a person or place begins and ends without what stands beside the name."""
        while first < last and self._stands_before(words[first], kind):
            first += 1
        if kind != "ORG":
            for number in range(first + 1, last + 1):
                if self._stands_behind(words[number], kind, number - first):
                    return first, number - 1
        return first, last

    def _stands_before(self, word: str, kind: str) -> bool:
        if kind == "LOC":
            return not _OUTSIDE_PLACES.isdisjoint(strip_clitics(word))
        folded = fold(word)
        return folded in self._lists.honorifics.certain or (
            folded.removeprefix("ف").startswith(_ARTICLE) and folded.removeprefix("ف") in self._lists.adjectives
        )

    def _stands_behind(self, word: str, kind: str, length: int) -> bool:
        """Say whether a word that follows so many of a name is no part of it. بالديني is one, behind a first name."""
        folded = fold(word)
        if kind == "PER" and (folded in _BEHIND_PEOPLE or (length > 1 and self._is_accusative(folded))):
            return True
        return length > 1 and folded.startswith(_WITH_ARTICLE) and not self._is_name(folded, kind)

    def _is_country_alone(self, words: Sequence[str]) -> bool:
        """Say whether a country stands before what is no part of its name: كازاخستان نور سلطان نزارباييف."""
        folded = [fold(word) for word in words]
        if any(self._is_place(" ".join(folded[:end])) for end in range(2, len(folded) + 1)):
            return False
        found = next(filter(None, map(self._gazetteer.find, strip_clitics(words[0]))), ())
        return bool(found) and found[0].kind is PlaceKind.COUNTRY

    def _is_accusative(self, word: str) -> bool:
        """Say whether an ordinary noun or adjective stands in the indefinite accusative, as no name does: شاعرا."""
        return (
            word.endswith("ا")
            and len(word) >= _SHORTEST_ACCUSATIVE
            and not word.startswith(_ARTICLE)
            and not self._is_name(word, "PER")
            and (self._is_stem(word[:-1]) or word[:-1] in self._lists.roles)
        )

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

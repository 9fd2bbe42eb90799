"""What no list of scores can know about where names end: names joined by و, titles before them, adjectives behind."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reader.entities.entity import PlaceKind
from reader.entities.gazetteer import Gazetteer
from reader.entities.lexicons import Lexicons, word_set
from reader.entities.neural.beside import (
    BEHIND_PEOPLE,
    DAYS,
    IDIOMS,
    NO_BODIES,
    NO_PLACES,
    OF_FEASTS,
    OUTSIDE_PLACES,
    RELATIVE,
)
from reader.entities.vocabulary import Vocabulary
from reader.text.folding import fold_word
from reader.text.words import strip_clitics

Run = tuple[int, int, str]
"""First token, last token, kind of a name."""

_BEGINNINGS = {
    "PER": word_set("ابن أبو أبي عبد سيدي مولاي الملا"),
    "LOC": word_set(
        "شارع ملعب استاد ستاد وادي جبل جبال تلال نهر مطار ميناء مرفأ مرسى قصر ساحة ميدان سد معبر ممر بحيرة جسر كوبري"
        " نفق محطة مرصد سجن فندق دوار قلعة مضيق خليج بحر حلبة كهف غابات غابة صحراء بني أولاد آيت كفر خربة"
    ),
}
"""Words before a name that belong to it, as they did in all but a few of the corpus's names."""

_WITH_ARTICLE = "بال"
_JOINED_TO_NEXT = word_set("ابن بن أبو أبي عبد دي فان فون دير لا بو ولد بنت سان آل")
_LONGEST_PLACE, _LONGEST_BEHIND = 4, 2
_AND, _IN = "و", "ب"
_OF = frozenset(("ل", "لـ"))
_ARTICLE = "ال"
_SHORTEST_JOINED = 3
_SHORTEST_ACCUSATIVE = 5
_LEAST_AFTER_TOWN = 3
_BEFORE_HEADS = "وفبلك"
_DASHES = frozenset("-–")
_QUOTES, _BOTH = frozenset("«»\"”“'{}"), 2
_TATWEEL = frozenset("ـ")
"""Some write it for a dash."""

_NIL = "صفر"
_FARTHEST_SCORE = 6
_LEAST_PEOPLE = 100_000
"""Inhabitants of a town that is taken for one inside somebody's name."""


class Boundaries:
    """Mends the ends of names that the network found."""

    def __init__(self, lexicons: Lexicons, gazetteer: Gazetteer, vocabulary: Vocabulary) -> None:
        self._lists = lexicons
        self._gazetteer = gazetteer
        self._is_place = gazetteer.has
        self._is_common = vocabulary.is_common
        self._is_stem = vocabulary.has
        self._heads = lexicons.organisation_heads
        phrases = [name.split() for name in lexicons.organisations.phrases]
        self._organisations_begun = frozenset(words[0] for words in phrases)
        self._later_in_listed = frozenset(word for words in phrases for word in words[1:])
        self._organisations = lexicons.organisations.certain | lexicons.clubs.certain

    def all_mended(self, words: Sequence[str], found: Iterable[Run]) -> Iterator[Run]:
        """Yield the names that are meant by those which the network found in a sentence, in its order and apart."""
        after = 0
        for (first, last, kind), following in pairwise((*_with_heads(words, found), (len(words), 0, ""))):
            if last < after:
                continue
            is_body = kind != "ORG" and (self._is_team(words, first, last) or self._is_paper(words, first, last))
            named = "ORG" if is_body else kind
            whole = (self._begun(words, max(first, after), after, named), last, named)
            finished = self._finished(words, whole, following[0])
            for run in (finished,) if self._is_listed_body(words, finished) else self.mended(words, finished):
                after = run[1] + 1
                yield run

    def _begun(self, words: Sequence[str], first: int, after: int, kind: str) -> int:
        """Return where a name begins with the word before it, if that belongs to it: ابن خلدون, شارع الحمراء."""
        beginnings = _BEGINNINGS.get(kind, frozenset())
        while first > after and not beginnings.isdisjoint(strip_clitics(words[first - 1])):
            first -= 1
        if kind == "PER":
            while first > after and self._is_only_name(fold_word(words[first - 1])):
                first -= 1
        return first

    def _is_team(self, words: Sequence[str], first: int, last: int) -> bool:
        """Say whether a town's or someone's name is a club's, beside another and a score: رين - باستيا 4 - 0."""
        if words[last + 1 : last + 2] and words[last + 1] in _DASHES:
            is_beside = any(map(_is_score, words[last + 3 : last + _FARTHEST_SCORE]))
        else:
            is_beside = first > 0 and words[first - 1] in _DASHES and any(map(_is_score, words[last + 1 : last + 2]))
        if not is_beside:
            return False
        places = next(filter(None, map(self._gazetteer.find, strip_clitics(words[first]))), ())
        return not any(place.kind is PlaceKind.COUNTRY for place in places)

    def _is_paper(self, words: Sequence[str], first: int, last: int) -> bool:
        """Say whether a body that shares its name with a place stands alone in quotation marks: لـ«الشرق الأوسط»."""
        beside = (*words[max(0, first - 1) : first], *words[last + 1 : last + 2])
        name = fold_word(" ".join(words[first : last + 1]))
        bodies = self._lists.organisations
        return len(beside) == _BOTH and _QUOTES.issuperset(beside) and (name in bodies.phrases or name in bodies)

    def _finished(self, words: Sequence[str], run: Run, end: int) -> Run:
        """Return a place with all words of its name, where the table of places has a longer one: بوركينا فاسو."""
        first, last, kind = run
        listed = self._end_of_listed(words, first, last, end)
        if kind == "ORG" or listed > last:
            return first, listed, "ORG"
        if kind == "PER" and fold_word(words[last]) in _JOINED_TO_NEXT and words[last + 1 : last + 2]:
            last += words[last + 1].isalpha()
        if kind == "PER" and last > first:
            while last + 1 < end and self._is_only_name(fold_word(words[last + 1])):
                last += 1
        begun = self._gazetteer.beginnings.intersection(strip_clitics(words[first])) if kind == "LOC" else ()
        if begun:
            for stop in range(min(first + _LONGEST_PLACE, len(words)), last + 1, -1):
                behind = [fold_word(word) for word in words[first + 1 : stop]]
                if any(self._is_place(" ".join((form, *behind))) for form in begun):
                    return first, stop - 1, kind
        return first, last, kind

    def _end_of_listed(self, words: Sequence[str], first: int, last: int, end: int) -> int:
        """Return where a name ends, with all words of an organisation's where the list has it: المصري اليوم."""
        if last + 1 >= end or fold_word(words[last + 1]) not in self._later_in_listed:
            return last
        begun = self._organisations_begun.intersection(strip_clitics(words[first]))
        for stop in range(min(last + _LONGEST_BEHIND, end - 1), last, -1) if begun else ():
            behind = [fold_word(word) for word in words[first + 1 : stop + 1]]
            if any(" ".join((form, *behind)) in self._lists.organisations.phrases for form in begun):
                return stop
        return last

    def _is_listed_body(self, words: Sequence[str], run: Run) -> bool:
        first, last, kind = run
        return kind == "ORG" and fold_word(" ".join(words[first : last + 1])) in self._lists.organisations.phrases

    def mended(self, words: Sequence[str], run: Run) -> Iterator[Run]:
        """Yield the name that is meant, or several, or none."""
        first, last = self._trimmed(words, run[0], run[1])
        kind = run[2]
        if not any(map(_has_letters, words[first : last + 1])) or (
            first == last and self._is_no_word(words[first], kind)
        ):
            return
        if kind == "ORG":
            yield from self._organisation(words, first, last)
            return
        if first == last and self._is_organisation(words[first], kind):
            yield first, last, "ORG"
            return
        if kind == "PER" and self._is_phrase(words[first : last + 1]):
            return
        if kind == "PER":
            before, first = self._parted(words, first, last)
            yield from before
        first, last = self._without_others(words, first, last, kind)
        if kind == "PER" and (
            self._is_no_name(words[first : last + 1]) or not _has_letters("".join(words[first : last + 1]))
        ):
            return
        if kind == "LOC" and last > first and self._is_country_alone(words[first : last + 1]):
            yield first, first, kind
            first, kind = first + 1, "PER" if self._is_name(fold_word(words[first + 1]), "PER") else kind
        for number in range(first + 1, last + 1):
            if self._is_joined(words, first, number, last, kind):
                yield first, number - 1, kind
                first = number
        yield first, last, kind

    def _is_phrase(self, words: Sequence[str]) -> bool:
        """Say whether words that look like somebody's name are a feast or a common phrase."""
        folded = [fold_word(word) for word in words]
        return not OF_FEASTS.isdisjoint(folded) or " ".join(folded) in IDIOMS

    def _trimmed(self, words: Sequence[str], first: int, last: int) -> tuple[int, int]:
        """Return where a name begins and ends without the words and dashes at its ends that no name has there."""
        while last > first and _TATWEEL.issuperset(words[first]):
            first += 1
        while last > first and (
            fold_word(words[last]) in self._lists.function_words or _TATWEEL.issuperset(words[last])
        ):
            last -= 1
        return first, last

    def _is_no_word(self, word: str, kind: str) -> bool:
        """Say whether a word alone is a title that is nobody's name, or a word for a place: سعادة, العاصمة."""
        folded = fold_word(word)
        is_title = kind == "PER" and folded in self._lists.honorifics.certain and not self._is_name(folded, kind)
        is_kind = kind == "LOC" and not NO_PLACES.isdisjoint(strip_clitics(word))
        return is_title or is_kind

    def _without_others(self, words: Sequence[str], first: int, last: int, kind: str) -> tuple[int, int]:
        """Return where a person or place begins and ends without what stands beside the name."""
        while first < last and self._stands_before(words[first], kind):
            first += 1
        if kind != "ORG":
            for number in range(last - 1, first, -1):
                if kind == "PER" and words[number] in _OF:  # a work and who made it
                    return number + 1, last
            for number in range(first + 1, last + 1):
                folded = fold_word(words[number])
                is_day = folded in DAYS and self._is_place(fold_word(words[number - 1]))
                if is_day or self._stands_behind(folded, kind, number - first):
                    return first, number - 1
        return first, last

    def _stands_before(self, word: str, kind: str) -> bool:
        if kind == "LOC":
            return not OUTSIDE_PLACES.isdisjoint(strip_clitics(word))
        folded = fold_word(word)
        return folded in self._lists.honorifics.certain or (
            folded.removeprefix("ف").startswith(_ARTICLE) and folded.removeprefix("ف") in self._lists.adjectives
        )

    def _stands_behind(self, folded: str, kind: str, length: int) -> bool:
        """Say whether a word that follows so many of a name is no part of it. بالديني is one, behind a first name."""
        if folded in RELATIVE:
            return True
        if kind == "PER" and (folded in BEHIND_PEOPLE or (length > 1 and self._is_accusative(folded))):
            return True
        if kind == "PER" and length > 1 and folded.startswith(_IN) and self._says_where(folded[1:]):
            return not self._is_name(folded, kind)
        return length > 1 and folded.startswith(_WITH_ARTICLE) and not self._is_name(folded, kind)

    def _says_where(self, word: str) -> bool:
        lists = self._lists
        return word in lists.place_heads or word in lists.place_words or word in lists.organisation_heads.certain

    def _parted(self, words: Sequence[str], first: int, last: int) -> tuple[Iterable[Run], int]:
        """Return the names that run on into someone's, and where that begins: a town, another before a title."""
        if self._begins_with_town(words[first : last + 1]):
            return [(first, first, "LOC")], first + 1
        title = self._title_inside(words, first, last)
        return (self.mended(words, (first, title - 1, "PER")), title) if title else ((), first)

    def _title_inside(self, words: Sequence[str], first: int, last: int) -> int:
        """Return where a title parts two people's names, or 0: محمد بن سليم الشيخ خالد بن سليم."""
        for number in range(first + 2, last - 1):
            word = fold_word(words[number])
            is_title = word.startswith(_ARTICLE) and word in self._lists.honorifics.certain
            if is_title and fold_word(words[number - 1]) not in _JOINED_TO_NEXT:
                return number
        return 0

    def _is_only_name(self, word: str) -> bool:
        """Say whether a folded word is somebody's name and nothing else."""
        lists = self._lists
        is_name = any(word in names.certain for names in (lists.given, lists.family, lists.foreign))
        return (
            is_name
            and word not in lists.adjectives
            and word not in self._organisations
            and not self._is_common(word)
            and not self._is_place(word)
        )

    def _begins_with_town(self, words: Sequence[str]) -> bool:
        """Say whether a town stands before someone's whole name: سفير الهند لدى كابول فلان الفلاني."""
        if len(words) < _LEAST_AFTER_TOWN or any(self._is_name(form, "PER") for form in strip_clitics(words[0])):
            return False
        found = (place for form in strip_clitics(words[0]) for place in self._gazetteer.find(form))
        return any(not place.is_word and place.population >= _LEAST_PEOPLE for place in found)

    def _is_no_name(self, words: Sequence[str]) -> bool:
        """Say whether all words are ordinary ones, none of which any list of names has: خبير سوداني."""
        folded = [fold_word(word) for word in words]
        return len(folded) > 1 and all(
            not any(self._is_name(form, "PER") for form in strip_clitics(word))
            and (word in self._lists.adjectives or word in self._lists.roles or self._is_common(word))
            for word in folded
        )

    def _is_country_alone(self, words: Sequence[str]) -> bool:
        """Say whether a country stands before what is no part of its name: كازاخستان نور سلطان نزارباييف."""
        folded = [fold_word(word) for word in words]
        forms = strip_clitics(words[0])
        longer = (" ".join((form, *folded[1:end])) for form in forms for end in range(2, len(folded) + 1))
        if any(map(self._is_place, longer)):
            return False
        found = next(filter(None, map(self._gazetteer.find, forms)), ())
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
        """Say whether a word inside a name is و and the next name: رومبيك وياي, but not البوسنة والهرسك.

        Of places also whether it is ب and the place that the first is in: القباب بخنيفرة.
        """
        word = fold_word(words[number])
        rest = word[1:]
        is_in = kind == "LOC" and word.startswith(_IN) and len(rest) > _SHORTEST_JOINED
        is_and = word.startswith(_AND) and len(rest) >= _SHORTEST_JOINED
        if not (is_and or is_in) or self._is_name(word, kind):
            return False
        if kind == "LOC" and self._is_place(fold_word(" ".join(words[first : last + 1]))):
            return False
        return self._is_name(rest, kind)

    def _is_name(self, word: str, kind: str) -> bool:
        if kind == "LOC":
            return self._is_place(word)
        lists = self._lists
        return word in lists.given or word in lists.family or word in lists.foreign

    def _organisation(self, words: Sequence[str], first: int, last: int) -> Iterator[Run]:
        """Yield an organisation without the adjective of its country: بنفيكا البرتغالي; none for مصرف إيطالي."""
        if last > first and fold_word(words[last]) in self._lists.adjectives:
            has_head = any(form in self._heads for form in strip_clitics(words[first]))
            is_definite = fold_word(words[last]).startswith(_ARTICLE)
            if has_head and not is_definite and last == first + 1:
                return
            if last == first + 1 and not NO_BODIES.isdisjoint(strip_clitics(words[first])):
                return
            if is_definite and not has_head and not self._is_ordinary(words[first : last + 1]):
                last -= 1
        yield first, last, "ORG"

    def _is_ordinary(self, words: Sequence[str]) -> bool:
        """Say whether an organisation is named by common words, or known under this very name."""
        organisations = self._lists.organisations
        name = fold_word(" ".join(words))
        return (
            name in organisations.phrases
            or any(form in organisations.phrases for form in (name[1:], f"ا{name[1:]}"))
            or any(map(self._is_common, strip_clitics(words[0])))
        )


def _has_letters(word: str) -> bool:
    """Say whether a word is more than signs and marks, so that it can be a name or a part of one."""
    return any(map(str.isalnum, fold_word(word)))


def _is_score(word: str) -> bool:
    return word.isdecimal() or word == _NIL


def _is_head(word: str) -> bool:
    """Say whether a folded word only begins a place's name. With the article it may be one: الخليج."""
    return word in _BEGINNINGS["LOC"] or (word[:1] in _BEFORE_HEADS and word[1:] in _BEGINNINGS["LOC"])


def _with_heads(words: Sequence[str], found: Iterable[Run]) -> Iterator[Run]:
    """Yield names, each place with its first word where that was taken for a name of its own: ميدان, لبنان.

    Such a word before no place names nothing.
    """
    head: Run | None = None
    for run in found:
        first, last, kind = run
        if head is not None and kind == "LOC" and first == head[1] + 1:
            run = (head[0], last, kind)  # noqa: PLW2901 - the whole name takes the place of its end
        head = None
        if kind == "LOC" and run[0] == last and _is_head(fold_word(words[last])):
            head = run
        else:
            yield run

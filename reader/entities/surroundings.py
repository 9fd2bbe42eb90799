"""Where a place is that the gazetteer does not know: at a place in its name, or in the one that the text puts it in."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.entities.entity import Mention, PlaceKind
from reader.entities.gazetteer import Gazetteer, Place
from reader.entities.lexicons import word_set
from reader.text.folding import fold, fold_word

_NAMED_FOR_WHERE_THEY_ARE = word_set(
    "مطار ميناء مرفا ملعب استاد ستاد سوق كورنيش محطه مدينه مخيم معبر منفذ جسر سجن معتقل قاعده مستشفي قلعه وادي"
    " مكتبه متحف حديقه ساحل شاطئ خليج ميدان مركز جامعه ضواحي ريف باديه سهل هضبه حوض جزيره جزر جبل جبال مضيق راس"
    " دير مرسي مفرق غرب شرق شمال جنوب وسط غربي شرقي شمالي جنوبي اعالي محافظه ولايه مقاطعه اقليم قضاء مديريه بلده"
    " قريه حي منطقه مصفاه حقل محميه غابه بحيره نهر برج بوابه كاتدرائيه ملاعب محاور احياء اسواق بورصه صحراء دلتا"
    " مصب قصر نفق سد"
)
_TRAILING = word_set(
    "الدولي الدوليه الجديده الجديد القديمه القديم الكبري الكبير الصغري الغربيه الشرقيه الشماليه الجنوبيه الغربي الشرقي"
    " الشمالي الجنوبي الصناعيه الحدودي العسكريه الجويه البحري البري المركزي الوطني الوطنيه المحتله"
)
_ABROAD = word_set("مطار ميناء مرفا محطه ضواحي غرب شرق شمال جنوب")
"""What is named for where it is, so that the place is meant even where the article plays in another country."""

_IN_TOWNS = word_set(
    "شارع طريق ميدان ساحة سوق حي حارة زقاق درب دوار جسر كوبري نفق مسجد جامع كنيسة كاتدرائية مقبرة مستشفى فندق قاعة"
    " مسرح سينما متحف حديقة قصر محطة موقف كورنيش ملعب استاد ستاد سجن مجمع برج بوابة باب مدرسة مبنى"
)
"""What stands in a town: where the text does not say in which, it is the one of its country that it spoke of last."""

_LEAST_PEOPLE = 1000
_WIDELY_KNOWN = 200_000
_INSIDE = re.compile(
    r"[ ,(]*(?:(?:في |ب|ضمن |داخل |قرب |عند )?"
    r"(?:(?:شمال|جنوب|شرق|غرب|وسط|شمالي|جنوبي|شرقي|غربي|ريف|ضواحي) )?"
    r"(?:(?:محافظه|ولايه|مدينه|قضاء|مديريه|منطقه|بلده|اقليم|مقاطعه|العاصمه|ناحيه|مركز|جزيره|حي|قريه|لواء|اماره|عماله)"
    r" )?)"
)
_LONGEST_BETWEEN = 30
_LISTED = re.compile(r" ?(?:\d+ ?)?(?:[،,] ?و?|و)")
_LONGEST_IN_LIST = 8


@dataclass(frozen=True, slots=True)
class Located:
    """A mention that the gazetteer knows, and the place that it means."""

    mention: Mention
    place: Place


class Surroundings:
    """Guesses where places of one article are from those that are known: they get the coordinates of these."""

    def __init__(self, text: str, known: Sequence[Located], gazetteer: Gazetteer) -> None:
        self._text = text
        self._gazetteer = gazetteer
        self._known = sorted(known, key=lambda each: each.mention.span)
        self._countries = frozenset(each.place.country for each in known if each.place.country)
        counted = Counter(each.place.country for each in known if each.place.country).most_common(1)
        self._country, times = counted[0] if counted else ("", 0)
        self._plays_there = 2 * times > len(known)

    def place(self, group: Sequence[Mention]) -> Place | None:
        """Return where the mentions of a place say that it is, or None."""
        within = next(filter(None, map(self._in_its_name, dict.fromkeys(each.text for each in group))), None)
        around = (self._around(each) or self._beside(each) for each in group)
        found = within or next(filter(None, around), None) or self._town_of(group[0])
        return found and replace(found, name=group[0].text, latin="", population=0, kind=PlaceKind.OTHER)

    def _in_its_name(self, name: str) -> Place | None:
        """Return the place in a name of several words: مطار حلب الدولي is at حلب."""
        words = fold_word(name).split()
        while len(words) > 1 and words[-1] in _TRAILING:
            words.pop()
        if words[0] in _NAMED_FOR_WHERE_THEY_ARE:
            is_abroad = words[0] in _ABROAD
            ends = (" ".join(words[start:]) for start in range(1, len(words)))
            return next(filter(None, (self._known_one(each, is_abroad=is_abroad) for each in ends)), None)
        return self._known_one(" ".join(words)) if len(words) < len(name.split()) else None

    def _known_one(self, name: str, *, is_abroad: bool = False) -> Place | None:
        places = self._gazetteer.find(name)
        known = (place for place in places if place.is_chosen or place.population >= _LEAST_PEOPLE)
        here = (place for place in known if place.country in self._countries)
        there = (place for place in places if not place.is_word and place.population >= _WIDELY_KNOWN)
        return next(here, None) or (next(there, None) if is_abroad or not self._countries else None)

    def _around(self, mention: Mention) -> Place | None:
        """Return the place that the text puts a mention in: سوق العصر في صنعاء, الكوم (سوهاج)."""
        for known in self._known:
            start = known.mention.span.start
            if mention.span.end <= start <= mention.span.end + _LONGEST_BETWEEN:
                between = fold(self._text[mention.span.end : start])
                if between.strip(" ,") and _INSIDE.fullmatch(between):
                    return known.place
        return None

    def _beside(self, mention: Mention) -> Place | None:
        """Return the town that a mention is listed with, if the text plays in one country: المقدادية 4، بلدروز 2."""
        for known in self._known if self._plays_there else ():
            if known.place.country != self._country or known.place.kind is not PlaceKind.CITY:
                continue
            first, second = sorted((known.mention.span, mention.span))
            if 0 < second.start - first.end <= _LONGEST_IN_LIST and _LISTED.fullmatch(
                self._text, first.end, second.start
            ):
                return known.place
        return None

    def _town_of(self, mention: Mention) -> Place | None:
        """Return the town that the text spoke of last before a street or a building, if it plays in one country."""
        if not self._plays_there or fold_word(mention.text).split()[0] not in _IN_TOWNS:
            return None
        before = (each for each in reversed(self._known) if each.mention.span.end <= mention.span.start)
        towns = (each.place for each in before if each.place.kind is PlaceKind.CITY)
        return next((town for town in towns if town.country == self._country), None)

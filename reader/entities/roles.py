"""What the text itself says someone is, in its own words: what stands before the name, or behind it."""

from collections.abc import Collection, Sequence

from reader.entities.entity import Kind, Mention
from reader.entities.lexicons import Lexicons, word_set
from reader.entities.role_words import INSIDE_GAPS, OF_RANKS, Around, RoleWords, look_around
from reader.entities.words import Form, Token
from reader.text.spans import Span

_LONGEST = 14
_STYLES = word_set("الدكتور الدكتوره د السيد السيده الاستاذ الاستاذه الشيخ المهندس سعاده معالي سماحه فضيله الحاج")
_RANKS = word_set(
    "الجنرال الفريق اللواء العميد العقيد المقدم الرائد النقيب الملازم العماد المشير الأدميرال البروفيسور البروفسور"
    " الأمير الأميرة الملك النائب القاضي السفير العلامة الكابتن"
)
"""What stands between a role and a name like another role, and says less: رئيس الأركان اللواء فلان."""

_HIGHNESS = (("صاحب", "السمو", "الملكي"), ("صاحبه", "السمو", "الملكي"), ("صاحب", "السمو"), ("صاحبه", "السمو"))
_RULERS = word_set("الرئيس الرئيسة الملك الملكة الأمير الأميرة السلطان الوزير الوزيرة البابا المدير المديرة الإمبراطور")
_HELPING = word_set("مساعدة")
"""With a particle before it this is what somebody does: بمساعدة الخبير فلان."""

_NEVER_LAST = word_set("في لدى عن باسم من على إلى لشؤون بشؤون و")
_CONJUNCTIONS = frozenset("وف")
_PREPOSITIONS = frozenset("بلك")
_BY = "بال"
_PARTICIPLES = ("الم", "الخاص")
_COMMAS = frozenset(("، ", " ، ", ", ", " , "))
_AFTER_APPOSITION = frozenset("،,.")
_GOING_ON = word_set("إن أن بأن إنه إنها أنه أنها الذي التي كان كانت")
_ENDING_GAPS = ("،", ",", ".", ")", "؛", "-", "–", "—", ":", "\n", "«")
_ENDING_ENTRIES = frozenset(("", "\n", "-", "–", "—", "،", ".", "؛"))
_LONGEST_ENTRY = 6
_SIGNS_BEHIND = frozenset(("", "،", ",", "("))
_QUOTES = ' "”»'
_CLOSING = frozenset('"”»)')
_PAIRS = (("«", "»"), ("(", ")"), ("“", "”"))

_SAYING = word_set(
    "قال قالت يقول تقول أضاف أضافت يضيف تضيف أكد أكدت يؤكد تؤكد صرح صرحت أوضح أوضحت يوضح توضح أعلن أعلنت ذكر ذكرت"
    " أشار أشارت يشير تشير شدد شددت يشدد لفت لفتت كتب كتبت يكتب أعرب أعربت اعتبر اعتبرت يعتبر رأى رأت يرى ترى"
    " طالب طالبت حذر حذرت نفى نفت تابع تابعت كشف كشفت أفاد أفادت علق علقت أردف بين عرض يضيف تناول"
)
"""Verbs of those who speak, which take nobody as their object: whoever stands behind them is no other person."""

_OF_SOMEBODY = word_set("زوج زوجة والد والدة أب أم ابن ابنة نجل نجلة شقيق شقيقة زميل زميلة حفيد حفيدة أرملة خطيب خطيبة")
_PRONOUNS = ("ه", "ها", "هم", "هما")
_SON_OF = word_set("ابن ابنة")
_AGES = word_set(
    "الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة الحادية العشرين الثلاثين الأربعين الخمسين"
    " الستين السبعين الثمانين التسعين"
)
"""With a word for a son they say how old somebody is: ابن التاسعة عشرة."""

_MEETING = word_set(
    "استقبل استقبلت يستقبل التقى التقت يلتقي قابل قابلت زار زارت هاتف عين عينت كلف كلفت اتهم اتهمت شكر شكرت هنأ هنأت"
    " خلف خلفت أقال أقالت هزم هزمت ودع ودعت كرم كرمت انتقد انتقدت أبلغ أبلغت سأل سألت"
)
"""Verbs behind which two people stand, the second of them often without a comma: استقبل فلان رئيس الوزراء."""

_AT = word_set("من إلى على عن مع لدى بين هو هي وهو وهي")
"""Words behind which a name is not who does something to the person named behind it."""


class Roles:
    """Finds what a text says of the people it mentions."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._words = RoleWords(lexicons)
        self._speech_verbs = lexicons.speech_verbs

    def find(self, text: str, mentions: Sequence[Mention], of: Collection[Span] | None = None) -> dict[Span, str]:
        """Return the role that stands at each mention of a person that has one; of those at some spans, if given."""
        around = look_around(text, mentions)
        found = {}
        for mention in mentions:
            at = around.first_word_of.get(mention.span)
            if mention.kind is Kind.PERSON and at is not None and (of is None or mention.span in of):
                role = (
                    self._before(around, mention, at)
                    or self._after(around, mention, at)
                    or self._in_list(around, mention, at)
                )
                if role:
                    found[mention.span] = role
        return found

    def _before(self, around: Around, mention: Mention, at: int) -> str:
        """Return the role before a name: وزير الخارجية الفرنسي فلان. None goes over into وفلان."""
        words = around.words
        is_joined = words[at].start < mention.span.start
        is_apposition = words[at].gap in _COMMAS
        if is_joined or (is_apposition and not self._is_apposition(around, mention, at)):
            return ""
        role = self._start_before(around, at)
        form = None if role is None else self._words.first_form(around, role)
        if role is None or form is None:
            return ""
        end = self._end_before(around, role, at)
        is_alone = end == role + 1 and (form.word in _STYLES or not form.word.startswith("ال"))
        is_governed = is_apposition and form.cut and words[role].folded[0] not in _CONJUNCTIONS
        is_help = form.cut and form.word in _HELPING
        if is_alone or is_governed or is_help or words[end - 1].folded in _NEVER_LAST:
            return ""
        return _worded(_swallowed(words[role], form) + around.text[words[role].start_of(form) : words[end].start])

    def _start_before(self, around: Around, at: int) -> int | None:
        """Return the word with which the role before a name begins, if there is one."""
        words = around.words
        start = at
        role = None
        inside = INSIDE_GAPS | _COMMAS
        while start > 0 and at - start < _LONGEST and words[start].gap in inside and not around.is_someone(start - 1):
            start -= 1
            inside = INSIDE_GAPS
            form = self._words.first_form(around, start)
            if form is not None:
                role = start
                if _is_whose(around, start, form):
                    break
            elif not self._words.is_inside(around, start):
                break
        if role is None:
            return None
        is_shared = role > 0 and around.is_someone(role - 1) and words[role].gap in INSIDE_GAPS
        for later in range(at - 1, role, -1):
            if self._begins_another(around, later, is_shared=is_shared):
                return later
        return role

    def _begins_another(self, around: Around, at: int, *, is_shared: bool) -> bool:
        """Say whether و parts two people: فلان رئيس النادي والشيخ فلان, and where one stands before: ومساعده فلان."""
        word = around.words[at].folded
        if not word.startswith("و") or len(word) == 1:
            return False
        rest = word[1:]
        return rest in _STYLES or rest in _RANKS or (is_shared and self._words.begins_as(around, at, rest))

    def _end_before(self, around: Around, role: int, at: int) -> int:
        """Return where a role ends before the forms of address and the ranks that stand between it and the name."""
        words = around.words
        end = at
        while end > role + 1:
            last = end - 1
            while last > role + 1 and words[last].folded in OF_RANKS:
                last -= 1
            is_style = words[last].folded in _STYLES and last == end - 1
            is_rank = words[last].folded in _RANKS and last > role + 1 and around.is_definite(last - 1)
            if not is_style and not is_rank:
                break
            end = last
        for phrase in _HIGHNESS:
            if end - len(phrase) > role and tuple(word.folded for word in words[end - len(phrase) : end]) == phrase:
                return end - len(phrase)
        return end

    def _after(self, around: Around, mention: Mention, at: int) -> str:
        """Return the role behind a name: فلان، رئيس الهيئة، قال, or with no comma: قال فلان رئيس الهيئة إن."""
        words = around.words
        start = at
        while start < len(words) and words[start].end <= mention.span.end:
            start += 1
        if start == len(words):
            return ""
        gap = words[start].gap
        sign = gap.strip(_QUOTES)
        if sign not in _SIGNS_BEHIND or "\n" in gap or _is_somebodys(words[start]):
            return ""
        if not self._words.begins(around, start, uncut=True):
            return ""
        end = _with_whose(around, start, self._end_behind(around, start, has_sign=sign != ""))
        is_closed = self._is_closed(around, end) or (
            around.is_definite(end - 1) and (sign != "" or _is_no_doer(around, mention, at))
        )
        if not sign and _is_met(around, at):
            return ""
        is_age = words[start].folded in _SON_OF and end > start + 1 and words[start + 1].folded in _AGES
        if end == start + 1 or not is_closed or is_age:
            return ""
        last = words[end - 1].end
        if around.text[last : last + 1] in _CLOSING:
            last += 1
        return _worded(around.text[words[start].start : last])

    def _end_behind(self, around: Around, start: int, *, has_sign: bool) -> int:
        """Return where a role behind a name ends, at the latest before who or what else is named with و."""
        words = around.words
        end = start + 1
        while (
            end < len(words)
            and end - start < _LONGEST
            and words[end].gap in INSIDE_GAPS
            and not self._is_something_else(around, end)
            and (has_sign or not self._is_deed(around, end))
            and self._words.is_inside(around, end)
        ):
            end += 1
        if self._is_closed(around, end) and words[end - 1].folded not in _NEVER_LAST:
            return end
        while end > start + 1 and _leads_on(around, end - 1):
            end -= 1
        return end

    def _is_deed(self, around: Around, at: int) -> bool:
        """Say whether ب goes on with what somebody does: بضبط المالكة, but بجامعة فلان, المرتبطة ببرنامج."""
        word = around.words[at]
        return (
            at not in around.mention_of
            and at + 1 not in around.mention_of
            and word.folded.startswith("ب")
            and not word.folded.startswith(_BY)
            and not around.words[at - 1].folded.startswith(_PARTICIPLES)
            and word.folded not in _NEVER_LAST
            and not self._words.names_where(word)
        )

    def _in_list(self, around: Around, mention: Mention, at: int) -> str:
        """Return the role with which a line begins, before a colon and a name that ends it: الكاتب العام: فلان."""
        words = around.words
        is_ended = around.text[mention.span.end : mention.span.end + 2].lstrip(" ")[:1] in _ENDING_ENTRIES
        if not is_ended or words[at].gap.strip(" ") != ":" or words[at].start < mention.span.start:
            return ""
        start = at - 1
        while start > 0 and at - start < _LONGEST_ENTRY and words[start].gap in INSIDE_GAPS:
            start -= 1
        is_first = start == 0 or "\n" in words[start].gap
        is_role = is_first and not _is_somebodys(words[start]) and self._words.begins(around, start, uncut=True)
        if not is_role or not all(self._words.is_inside(around, inside) for inside in range(start + 1, at)):
            return ""
        return _worded(around.text[words[start].start : words[at - 1].end])

    def _is_something_else(self, around: Around, at: int) -> bool:
        """Say whether و joins something to a role that is whole: القنصل العام وإدارة, but طب وجراحة العيون."""
        word, mention = around.words[at], around.mention_of.get(at)
        if not word.folded.startswith("و") or word.folded.startswith("وال") or not around.is_definite(at - 1):
            return False
        is_one_word = mention is not None and mention.span.start <= word.start
        return not is_one_word and not self._words.begins_as(around, at, word.folded[1:])

    def _is_closed(self, around: Around, end: int) -> bool:
        """Say whether a role behind a name ends before a word: with a sign, or because it cannot go on."""
        words = around.words
        if end == len(words) or any(sign in words[end].gap for sign in _ENDING_GAPS):
            return True
        word = words[end].folded
        is_with_another = self._words.joins_people(words[end]) or (word.startswith("و") and around.is_someone(end))
        return is_with_another or word in _GOING_ON or word in self._speech_verbs

    def _is_apposition(self, around: Around, mention: Mention, at: int) -> bool:
        """Say whether a name stands between commas behind what someone is: وزيرة المياه، فلانة الفلانية، قالت."""
        behind = around.text[mention.span.end : mention.span.end + 2]
        is_ended = behind.strip()[:1] in _AFTER_APPOSITION or behind[:1] == "\n"
        return is_ended and not around.is_someone(at - 1) and around.is_definite(at - 1)


def _word_before(around: Around, at: int) -> Token | None:
    """Return the word before a name and the forms of address before it; None where a sentence begins there."""
    words = around.words
    before = at - 1
    while before >= 0 and (words[before].folded in _STYLES or words[before].folded in _RANKS):
        before -= 1
    return words[before] if before >= 0 and not words[before + 1].gap.strip(_QUOTES) else None


def _is_no_doer(around: Around, mention: Mention, at: int) -> bool:
    """Say whether a role without a comma cannot be whom somebody met: قال فلان رئيس الوزراء."""
    if around.words[at].start < mention.span.start:
        return True
    word = _word_before(around, at)
    return word is None or word.folded in _AT or any(form.word in _SAYING for form in word.forms)


def _is_met(around: Around, at: int) -> bool:
    """Say whether somebody does something to whoever is named behind: استقبل فلان."""
    word = _word_before(around, at)
    return word is not None and any(form.word in _MEETING for form in word.forms)


def _is_whose(around: Around, at: int, form: Form) -> bool:
    """Say whether a preposition before a definite role makes it the last one: كتاب للشاعر فلان, نائب للرئيس فلان.

    An office that belongs to another is one: نائب الوكيل العام للملك.
    """
    is_of_office = form.word in _RULERS and at > 0 and around.is_definite(at - 1)
    is_preposition = form.cut > 0 and around.words[at].folded[form.cut - 1] in _PREPOSITIONS
    return form.word.startswith("ال") and is_preposition and not is_of_office


def _with_whose(around: Around, start: int, end: int) -> int:
    """Return the end of a role with whoever is named in it: مدير مكتب الرئيس فلان, زوجة فلان."""
    words = around.words
    is_role_of = end > start + 1 or words[start].folded in _OF_SOMEBODY
    if not is_role_of or end == len(words) or not around.is_someone(end) or words[end].gap != " ":
        return end
    mention = around.mention_of[end]
    if words[end].folded.startswith("و") and words[end].start < mention.span.start:
        return end
    while end < len(words) and around.mention_of.get(end) is mention:
        end += 1
    return end


def _is_somebodys(word: Token) -> bool:
    """Say whether a role has a pronoun behind it, so that whoever bears it is named next: خلفه فلان."""
    return word.raw.endswith(_PRONOUNS) and not word.folded.startswith("ال")


def _leads_on(around: Around, at: int) -> bool:
    """Say whether a role may not end with a word, and no whole one is cut by leaving it out: بالتوجه إلى."""
    word = around.words[at].folded
    return word in _NEVER_LAST or (at not in around.mention_of and word.startswith(_BY))


def _swallowed(word: Token, form: Form) -> str:
    """Return the letter that ل takes from ال where it stands before it: of للكاتب the role is الكاتب."""
    return "ا" if form.cut and word.folded[form.cut - 1 :].startswith("لل") and form.word.startswith("ال") else ""


def _worded(role: str) -> str:
    """Return a role as it is shown; nothing if half of a quotation or of a pair of brackets is left in it."""
    role = role.strip(" ،,")
    if role.count('"') % 2:
        role = role.strip(' "')
    for opening, closing in _PAIRS:
        if role.count(opening) > role.count(closing):
            role = role.removeprefix(opening).removesuffix(opening).strip()
        elif role.count(closing) > role.count(opening):
            role = role.removesuffix(closing).strip()
    is_whole = role.count('"') % 2 == 0 and all(role.count(one) == role.count(other) for one, other in _PAIRS)
    return role if is_whole else ""

"""What the text itself says someone is, in its own words: what stands before the name, or after a comma behind it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reader.entities.entity import Kind, Mention
from reader.entities.lexicons import Lexicons, word_set
from reader.entities.words import Form, Phrases, Token, tokens
from reader.text.spans import Span

_LONGEST = 14
_NO_ROLE = word_set("السيد السيده الانسه مستر مسز مسيو مدام سير السير المدعو صاحب صاحبه اب ام جد عم خال")
_STYLES = word_set("الدكتور الدكتوره د السيد السيده الاستاذ الاستاذه الشيخ المهندس سعاده معالي سماحه فضيله الحاج")
_RANKS = word_set(
    "الجنرال الفريق اللواء العميد العقيد المقدم الرائد النقيب الملازم العماد المشير الأدميرال البروفيسور البروفسور"
    " الأمير الأميرة الملك النائب القاضي السفير العلامة"
)
"""What stands between a role and a name like another role, and says less: رئيس الأركان اللواء فلان."""

_OF_RANKS = word_set("أول الأول ركن الركن طيار الطيار متقاعد المتقاعد بحري البحري حقوقي")
_HIGHNESS = (("صاحب", "السمو", "الملكي"), ("صاحبه", "السمو", "الملكي"), ("صاحب", "السمو"), ("صاحبه", "السمو"))
_RELATIVE = word_set("الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي")
_HELPING = word_set("مساعدة")
"""With a particle before it this is what somebody does: بمساعدة الخبير فلان."""

_TEAM = "فريق"
"""A general only with the rest of his rank: فريق أول."""

_IN_FRONT = "أمام"
"""Folded it is an imam's title too."""

_NEVER_LAST = word_set("في لدى عن باسم من على إلى لشؤون بشؤون و")
_LINKS = word_set("في لدي عن باسم من علي الي لشوون بشوون و السابق سابق عام اول")
_CONJUNCTIONS = frozenset("وف")
_COMMAS = frozenset(("، ", " ، ", ", ", " , "))
_AFTER_APPOSITION = frozenset("،,")
_GOING_ON = word_set("إن أن بأن إنه إنها أنه أنها الذي التي كان كانت")
_INSIDE_GAPS = frozenset(("", " ", " (", ") ", ' "', '" ', " «", "» ", "-"))
_ENDING_GAPS = ("،", ",", ".", ")", "؛", "-", "–", "—", ":", "\n", "«")


@dataclass(frozen=True, slots=True)
class _Around:
    """The words of a text, and which mention each belongs to."""

    text: str
    words: Sequence[Token]
    mention_of: dict[int, Mention]
    first_word_of: dict[Span, int]


class Roles:
    """Finds what a text says of the people it mentions."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._lists = lexicons
        self._phrases = Phrases(lexicons.roles.phrases)

    def find(self, text: str, mentions: Sequence[Mention], of: Collection[Span] | None = None) -> dict[Span, str]:
        """Return the role that stands at each mention of a person that has one; of those at some spans, if given."""
        around = _look_around(text, mentions)
        found = {}
        for mention in mentions:
            at = around.first_word_of.get(mention.span)
            if mention.kind is Kind.PERSON and at is not None and (of is None or mention.span in of):
                role = self._before(around, mention, at) or self._after(around, mention, at)
                if role:
                    found[mention.span] = role
        return found

    def _before(self, around: _Around, mention: Mention, at: int) -> str:
        """Return the role before a name: وزير الخارجية الفرنسي فلان. None goes over into وفلان."""
        words = around.words
        is_joined = words[at].start < mention.span.start
        is_apposition = words[at].gap in _COMMAS
        if is_joined or (is_apposition and not self._is_apposition(around, mention, at)):
            return ""
        role = self._start_before(around, at)
        form = None if role is None else self._first_form(words, role)
        if role is None or form is None:
            return ""
        end = self._end_before(around, role, at)
        is_alone = end == role + 1 and (form.word in _STYLES or not form.word.startswith("ال"))
        is_governed = is_apposition and form.cut and words[role].folded[0] not in _CONJUNCTIONS
        is_help = form.cut and form.word in _HELPING
        if is_alone or is_governed or is_help or words[end - 1].folded in _NEVER_LAST:
            return ""
        return _worded(around.text[words[role].start_of(form) : words[end].start])

    def _first_form(self, words: Sequence[Token], role: int) -> Form | None:
        return next((form for form in words[role].forms if self._begins_with(words, role, form.word)), None)

    def _start_before(self, around: _Around, at: int) -> int | None:
        """Return the word with which the role before a name begins, if there is one."""
        words = around.words
        start = at
        role = None
        inside = _INSIDE_GAPS | _COMMAS
        while start > 0 and at - start < _LONGEST and words[start].gap in inside:
            start -= 1
            inside = _INSIDE_GAPS
            if self._begins_role(words, start):
                role = start
            elif not self._is_inside(around, start):
                break
        if role is None:
            return None
        before = around.mention_of.get(role - 1)
        is_shared = before is not None and before.kind is Kind.PERSON and words[role].gap in _INSIDE_GAPS
        for later in range(at - 1, role, -1):
            if self._begins_another(words, later, is_shared=is_shared):
                return later
        return role

    def _begins_another(self, words: Sequence[Token], at: int, *, is_shared: bool) -> bool:
        """Say whether و parts two people: فلان رئيس النادي والشيخ فلان, and where one stands before: ومساعده فلان."""
        word = words[at].folded
        if not word.startswith("و") or len(word) == 1:
            return False
        rest = word[1:]
        return rest in _STYLES or rest in _RANKS or (is_shared and self._begins_with(words, at, rest))

    def _end_before(self, around: _Around, role: int, at: int) -> int:
        """Return where a role ends before the forms of address and the ranks that stand between it and the name."""
        words = around.words
        end = at
        while end > role + 1:
            last = end - 1
            while last > role + 1 and words[last].folded in _OF_RANKS:
                last -= 1
            is_style = words[last].folded in _STYLES and last == end - 1
            is_rank = words[last].folded in _RANKS and last > role + 1 and self._is_definite(around, last - 1)
            if not is_style and not is_rank:
                break
            end = last
        for phrase in _HIGHNESS:
            if end - len(phrase) > role and tuple(word.folded for word in words[end - len(phrase) : end]) == phrase:
                return end - len(phrase)
        return end

    def _is_definite(self, around: _Around, at: int) -> bool:
        """Say whether a role may end with a word: مدير مكتب may not, it goes on."""
        return at in around.mention_of or around.words[at].folded.startswith(("ال", "لل", "وال", "بال"))

    def _after(self, around: _Around, mention: Mention, at: int) -> str:
        """Return the role after a name and a comma: فلان، رئيس الهيئة، قال."""
        words = around.words
        start = at
        while start < len(words) and words[start].end <= mention.span.end:
            start += 1
        if start == len(words) or words[start].gap not in ("، ", " ، ", ", ", " (", " "):
            return ""
        if not self._begins_role(words, start, uncut=True):
            return ""
        end = start + 1
        while (
            end < len(words)
            and end - start < _LONGEST
            and words[end].gap in _INSIDE_GAPS
            and self._is_inside(around, end)
        ):
            end += 1
        if end == start + 1 or words[end - 1].folded in _NEVER_LAST or not self._is_closed(around, end):
            return ""
        return _worded(around.text[words[start].start : words[end - 1].end])

    def _is_closed(self, around: _Around, end: int) -> bool:
        """Say whether a role behind a name ends before a word: with a sign, or because it cannot go on."""
        words = around.words
        if end == len(words) or any(sign in words[end].gap for sign in _ENDING_GAPS):
            return True
        word, mention = words[end].folded, around.mention_of.get(end)
        is_with_another = word.startswith("و") and (
            self._begins_with(words, end, word[1:]) or (mention is not None and mention.kind is Kind.PERSON)
        )
        return is_with_another or word in _GOING_ON or word in self._lists.speech_verbs

    def _is_apposition(self, around: _Around, mention: Mention, at: int) -> bool:
        """Say whether a name stands between commas behind what someone is: وزيرة المياه، فلانة الفلانية، قالت."""
        last = around.mention_of.get(at - 1)
        return (
            around.text[mention.span.end : mention.span.end + 2].strip()[:1] in _AFTER_APPOSITION
            and (last is None or last.kind is not Kind.PERSON)
            and self._is_definite(around, at - 1)
        )

    def _begins_role(self, words: Sequence[Token], at: int, *, uncut: bool = False) -> bool:
        forms = words[at].forms[:1] if uncut else words[at].forms
        if words[at].raw.startswith(_IN_FRONT):
            return False
        return any(self._begins_with(words, at, form.word) for form in forms)

    def _begins_with(self, words: Sequence[Token], at: int, word: str) -> bool:
        if word == _TEAM and (at + 1 == len(words) or words[at + 1].folded not in _OF_RANKS):
            return False
        return self._is_role(word) or self._phrases.end_at(words, at, word) > 0

    def _is_role(self, word: str) -> bool:
        if word in _NO_ROLE:
            return False
        bare = word.removeprefix("ال")
        roles = self._lists.roles
        return word in roles.certain or bare in roles.certain or bare in roles.doubtful

    def _is_inside(self, around: _Around, at: int) -> bool:
        """Say whether a word can stand inside a role: a definite noun, an adjective, a place, an organisation."""
        mention = around.mention_of.get(at)
        if mention is not None:
            return mention.kind is not Kind.PERSON
        word = around.words[at].folded
        lists = self._lists
        if word in _RELATIVE:
            return False
        if (
            word.startswith(("ال", "لل", "وال", "بال"))
            or word in _LINKS
            or word in lists.adjectives
            or self._is_role(word)
        ):
            return True
        if any(
            form.word in lists.organisation_heads or form.word in lists.place_words for form in around.words[at].forms
        ):
            return True
        return self._leads_to_noun(around, at)

    def _leads_to_noun(self, around: _Around, at: int) -> bool:
        """Say whether an indefinite noun goes on to a definite one: خارجية فرنسا, شؤون الشرق الأوسط."""
        word = around.words[at].folded
        if word in self._lists.function_words or word in self._lists.speech_verbs or at + 1 >= len(around.words):
            return False
        following = around.mention_of.get(at + 1)
        is_definite = around.words[at + 1].folded.startswith("ال") or (
            following is not None and following.kind is not Kind.PERSON
        )
        return is_definite and around.words[at + 1].gap in _INSIDE_GAPS


def _worded(role: str) -> str:
    """Return a role as it is shown; nothing if half of a quotation or of a pair of brackets is left in it."""
    role = role.strip(' ("«،,')
    is_whole = role.count('"') % 2 == 0 and role.count("«") == role.count("»") and role.count("(") == role.count(")")
    return role if is_whole else ""


def _look_around(text: str, mentions: Sequence[Mention]) -> _Around:
    words = tokens(text)
    mention_of: dict[int, Mention] = {}
    first_word_of: dict[Span, int] = {}
    at = 0
    for mention in sorted(mentions, key=lambda each: each.span.start):
        while at < len(words) and words[at].end <= mention.span.start:
            at += 1
        if at < len(words):  # where a name is but signs, none may follow
            first_word_of[mention.span] = at
        inside = at
        while inside < len(words) and words[inside].start < mention.span.end:
            mention_of[inside] = mention
            inside += 1
    return _Around(text, words, mention_of, first_word_of)

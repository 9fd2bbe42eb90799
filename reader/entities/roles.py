"""What the text itself says someone is, in its own words: what stands before the name, or after a comma behind it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reader.entities.entity import Kind, Mention
from reader.entities.lexicons import Lexicons, word_set
from reader.entities.words import Phrases, Token, tokens
from reader.text.spans import Span

_LONGEST = 14
_NO_ROLE = word_set("السيد السيده الانسه مستر مسز مسيو مدام سير السير المدعو صاحب صاحبه اب ام جد عم خال")
_STYLES = word_set("الدكتور الدكتوره د السيد السيده الاستاذ الاستاذه الشيخ المهندس سعاده معالي سماحه فضيله الحاج")
_LINKS = word_set("في لدي عن باسم من علي الي لشوون بشوون و السابق سابق عام اول")
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
                role = self._before(around, at) or self._after(around, mention, at)
                if role:
                    found[mention.span] = role
        return found

    def _before(self, around: _Around, at: int) -> str:
        """Return the role before a name: وزير الخارجية الفرنسي فلان."""
        words = around.words
        start = at
        role = None
        while start > 0 and at - start < _LONGEST and words[start].gap in _INSIDE_GAPS:
            start -= 1
            begins = self._begins_role(words, start)
            if begins:
                role = start
            elif not self._is_inside(around, start):
                break
        if role is None:
            return ""
        end = at
        while end > role + 1 and words[end - 1].folded in _STYLES:
            end -= 1
        form = next(form for form in words[role].forms if self._begins_with(words, role, form.word))
        if end == role + 1 and (form.word in _STYLES or not form.word.startswith("ال")):
            return ""
        return _worded(around.text[words[role].start_of(form) : words[end].start])

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
        is_closed = end == len(words) or any(sign in words[end].gap for sign in _ENDING_GAPS)
        if not is_closed or end == start + 1:
            return ""
        if words[start].folded.startswith("ال") and words[start + 1].folded != "باسم":
            return ""
        return _worded(around.text[words[start].start : words[end - 1].end])

    def _begins_role(self, words: Sequence[Token], at: int, *, uncut: bool = False) -> bool:
        forms = words[at].forms[:1] if uncut else words[at].forms
        return any(self._begins_with(words, at, form.word) for form in forms)

    def _begins_with(self, words: Sequence[Token], at: int, word: str) -> bool:
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
    role = role.strip(' ("«')
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
        first_word_of[mention.span] = at
        inside = at
        while inside < len(words) and words[inside].start < mention.span.end:
            mention_of[inside] = mention
            inside += 1
    return _Around(text, words, mention_of, first_word_of)

"""What a reader types to search the library, understood: words, phrases, fields, what is not wanted, and dates."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from reader.text.folding import fold
from reader.text.lazy_pattern import LazyPattern
from reader.text.spans import Span


class Field(StrEnum):
    """Where words are looked for. ANY is everywhere."""

    ANY = ""
    TITLE = "title"
    BODY = "body"
    NOTES = "notes"
    HIGHLIGHTS = "highlights"
    TAGS = "tags"
    PEOPLE = "people"
    PLACES = "places"
    ORGANISATIONS = "organisations"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase that an article must have, or must not.

    `words` is what was typed; a prefix is found at the beginning of words, and is only one because it may not be typed
    to its end if it `is_open`. `at` is where the term stands in what was typed, with its field, which was typed there
    if it `is_named`, and its quotation marks.
    """

    words: str
    where: Field = Field.ANY
    is_excluded: bool = False
    is_phrase: bool = False
    is_prefix: bool = False
    is_named: bool = field(default=False, compare=False)
    is_open: bool = field(default=False, compare=False)
    at: Span = field(default=Span(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class DateTerm:
    """A date, ISO 8601 down to the month or the year, before which or from which on an article must be published."""

    name: str
    iso: str
    at: Span = field(default=Span(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched for. `before` leaves its date out, `after` does not; empty where it was not asked.

    `scope` is where all terms without a field of their own are looked for, as was typed at `scope_at`.
    """

    terms: tuple[Term, ...] = ()
    dates: tuple[DateTerm, ...] = ()
    scope: Field = Field.ANY
    scope_at: Span = field(default=Span(0, 0), compare=False)

    def __bool__(self) -> bool:
        return bool(self.terms or self.dates)

    @property
    def before(self) -> str:
        """The first date that is too late, or nothing."""
        return min((each.iso for each in self.dates if each.name == BEFORE), default="")

    @property
    def after(self) -> str:
        """The first date that is wanted, or nothing."""
        return max((each.iso for each in self.dates if each.name == AFTER), default="")

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that an article must have."""
        return tuple(term for term in self.terms if not term.is_excluded)


BEFORE, AFTER, NOT, IN = "before", "after", "not", "in"

_FIELDS = {
    "شخص": Field.PEOPLE, "اشخاص": Field.PEOPLE, "person": Field.PEOPLE, "people": Field.PEOPLE,
    "مكان": Field.PLACES, "اماكن": Field.PLACES, "place": Field.PLACES,
    "جهه": Field.ORGANISATIONS, "جهات": Field.ORGANISATIONS, "organisation": Field.ORGANISATIONS,
    "organization": Field.ORGANISATIONS, "org": Field.ORGANISATIONS,
    "وسم": Field.TAGS, "وسوم": Field.TAGS, "tag": Field.TAGS,
    "مصدر": Field.SOURCE, "source": Field.SOURCE,
    "عنوان": Field.TITLE, "title": Field.TITLE,
    "ملاحظه": Field.NOTES, "note": Field.NOTES,
}  # fmt: skip
_OTHERS = {"قبل": BEFORE, "before": BEFORE, "بعد": AFTER, "after": AFTER, "ليس": NOT, "not": NOT, "في": IN, "in": IN}
_SCOPES = {
    "الملاحظات": Field.NOTES, "ملاحظات": Field.NOTES, "notes": Field.NOTES,
    "التظليل": Field.HIGHLIGHTS, "تظليل": Field.HIGHLIGHTS, "التظليلات": Field.HIGHLIGHTS,
    "highlights": Field.HIGHLIGHTS,
    "العنوان": Field.TITLE, "عنوان": Field.TITLE, "العناوين": Field.TITLE, "title": Field.TITLE, "titles": Field.TITLE,
    "النص": Field.BODY, "نص": Field.BODY, "text": Field.BODY,
    "الوسوم": Field.TAGS, "وسوم": Field.TAGS, "tags": Field.TAGS,
    "المصدر": Field.SOURCE, "source": Field.SOURCE,
}  # fmt: skip
_PIECE = LazyPattern(
    r"(?P<minus>(?:(?<=\s)|^)[-−–](?=\S))?"
    r"(?:(?P<name>[^\W\d_]+)[:：﹕∶]\s?(?=[^\s:]))?"
    r'(?:«(?P<guillemets>[^«»]*)»?|“(?P<curly>[^“”]*)”?|"(?P<straight>[^"]*)"?|(?P<word>[^\s«»“”"]+))'
)
_TOKEN = LazyPattern(r"[^\W_]+")
_DATE = LazyPattern(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")


def understood(typed: str, *, as_typed: bool = False) -> Asked:
    """Return what was typed as what is to be searched for. Whatever is not understood is a word like any other.

    Words in a field: شخص:أوستن or person:Austin, with any colon. Phrases stand in «», “” or "". كتا* is a beginning,
    -كلمة and ليس:كلمة must not be there, في:الملاحظات says where all other words are looked for. `as_typed`: the last
    word may not be typed to its end.
    """
    terms: list[Term] = []
    dates: list[DateTerm] = []
    scope, scope_at = Field.ANY, Span(0, 0)
    for piece in _pieces(typed):
        name, text, at = piece.name, piece.text, piece.at
        if name in (BEFORE, AFTER):
            dates.append(DateTerm(name, _date(text), at))
        elif name == IN:
            scope, scope_at = _SCOPES[fold(text)], at
        elif tokens(text):
            is_open = as_typed and at.end == len(typed) and not piece.is_phrase and _is_letter(text[-1:])
            terms.append(
                Term(
                    text.rstrip("*"),
                    _FIELDS.get(name, Field.ANY),
                    piece.is_excluded or name == NOT,
                    piece.is_phrase or len(tokens(text)) > 1,
                    (text.endswith("*") and not piece.is_phrase) or is_open,
                    name in _FIELDS,
                    is_open,
                    at,
                )
            )
    scoped = (replace(term, where=scope) if term.where is Field.ANY else term for term in terms)
    return Asked(tuple(scoped), tuple(dates), scope, scope_at)


def field_named(name: str) -> Field | None:
    """Return the field that a word before a colon means, if any."""
    return _FIELDS.get(fold(name))


def tokens(text: str) -> list[str]:
    """Return the words of a text as the index has them: folded, letters and digits only."""
    return _TOKEN().findall(fold(text))


@dataclass(frozen=True, slots=True)
class _Piece:
    name: str
    text: str
    is_phrase: bool
    is_excluded: bool
    at: Span


def _pieces(typed: str) -> Iterator[_Piece]:
    place = 0
    while found := _PIECE().search(typed, place):
        place = found.end()
        name = fold(found["name"] or "")
        text = next(text for text in found.group("guillemets", "curly", "straight", "word") if text is not None)
        is_phrase = found["word"] is None
        known = _name(name, text)
        if name and not known:  # a colon that stands for nothing: what stands before it is a word too
            text = typed[found.start("name") : found.end()] if not is_phrase else text
        yield _Piece(known, text, is_phrase, bool(found["minus"]), Span(found.start(), found.end()))


def _name(name: str, text: str) -> str:
    """Return a field's name if it is one and means something with this text."""
    if name in _FIELDS:
        return name
    other = _OTHERS.get(name, "")
    if other in (BEFORE, AFTER):
        return other if _date(text) else ""
    if other == IN:
        return other if fold(text) in _SCOPES else ""
    return other


def _date(text: str) -> str:
    found = _DATE().fullmatch(fold(text))
    return "-".join(part if len(part) > 1 else f"0{part}" for part in found.groups() if part) if found else ""


def _is_letter(character: str) -> bool:
    return character.isalnum()

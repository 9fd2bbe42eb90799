"""Who is to be credited: a picture's photographer and agency, the agencies at the end of an article, its writers."""

import re
from dataclasses import dataclass

from reader.intake.furniture import bare, phrases

_BRACKETED_END = re.compile(r"^(?P<before>.*\S)\s*[(\[](?P<credit>[^()\[\]]{2,80})[)\]][.\s]*$")
_BRACKETED = re.compile(r"^[(\[](?P<inside>[^()\[\]]{2,120})[)\]][.\s]*$")
_BETWEEN_NAMES = re.compile(r"\s*[،,؛;/|+&]\s*|\s+[-–—ـ]\s+|\s+(?:و|and|et)\s+")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_NAMES_WITH_PLACES = re.compile(r"(?:[^\W\d_]+(?: [^\W\d_]+){1,3} \([^()\d]{2,30}\)(?:\s*[،,]\s*|\s+و ?|$))+")
_AFTER_NAMES = re.compile(r"\s+[-–—ـ|]\s+")
_SIGN = re.compile(r"[:：/\-–—ـ]$|^[:：/\-–—ـ]")
_FEW_NAMES = re.compile(r"[^:：«»\"؟?!.]{2,60}")
_GLUED = re.compile(r"(?P<mark>[^:：]{2,30})[:：](?P<rest>\S.*)$")
_MOST_WORDS = {"caption": 45, "credit": 8, "agencies": 14, "name": 5, "byline": 15}
_LONGEST_CAPTION = 400  # code points
_LONGEST_END = 150
_SENTENCE = re.compile(r"[.!?؟۔]|\d")
_TITLED = re.compile(
    r"(?:ال)?(?:د|أ|م|أ\s?[.]\s?د|دكتور[ةه]?|مهندس[ةه]?|أستاذ[ةه]?|شيخ|Dr|Prof|دکتر)[.:]?\s*/?\s+\S|[أدم]\s?[./]\s?\S"
)


@dataclass(frozen=True, slots=True)
class Picture:
    """What stands below a picture: what it shows, and who took and gave it. Either may be empty."""

    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class Writers:
    """A line that says who wrote: the line without its mark, and the names where it is sure that they are names."""

    text: str
    names: tuple[str, ...]


def picture_of(text: str) -> Picture | None:
    """Return a picture's caption and credit, if the line is such: words that end in “(photographer/agency)”."""
    if len(text) > _LONGEST_CAPTION:
        return None
    labelled = _after_label(text, "photo_labels")
    if labelled and len(labelled.split()) <= _MOST_WORDS["credit"]:
        return Picture("", text)
    found = _BRACKETED_END.match(text)
    if not found or len(text.split()) > _MOST_WORDS["caption"]:
        return None
    before, credit = found["before"], found["credit"].strip()
    if before.endswith((".", "؟", "?", "!", ":", "،", ",")) or not is_picture_credit(credit):
        return None
    return Picture(before, credit)


def is_picture_credit(text: str) -> bool:
    """Say whether bracketed words credit a picture: “name/agency”, an agency, or a name after “photo:”."""
    words = len(text.split())
    if words > _MOST_WORDS["credit"] or re.search(r"\d", text):
        return False
    parts = [part.strip() for part in re.split(r"\s*[/|]\s*|\s+[-–—ـ]\s+|\s*[،,]\s*|\s+via\s+", text)]
    if any(bare(part) in phrases("agencies") for part in parts) or _after_label(text, "photo_labels"):
        return True
    return "/" in text and len(parts) == 2 and all(1 <= len(part.split()) <= _MOST_WORDS["name"] for part in parts)  # noqa: PLR2004


def agencies_of(text: str) -> tuple[str, ...]:
    """Return the agencies that a last line credits: a bracketed list, “source: …”, or known agencies alone."""
    if len(text) > _LONGEST_END:
        return ()
    bracketed = _BRACKETED.match(text)
    labelled = _after_label(text, "source_labels")
    inside = bracketed["inside"] if bracketed else labelled or text
    if len(inside.split()) > _MOST_WORDS["agencies"] or _SENTENCE.search(_without_initials(inside)):
        return ()
    names = names_in(inside)
    known = [bare(name) in phrases("agencies") for name in names]
    if labelled or (bracketed and all(len(name.split()) <= _MOST_WORDS["name"] for name in names)):
        return names
    return names if all(known) else ()


def agencies_at_the_end(text: str) -> tuple[str, ...]:
    """Return the known agencies that stand in brackets behind the last words of a paragraph."""
    found = _BRACKETED_END.match(text[-_LONGEST_END:])
    names = names_in(found["credit"]) if found else ()
    return names if all(map(is_agency, names)) else ()


def writers_of(text: str, *, is_first: bool = False) -> Writers | None:
    """Return the writers that a line names: after “by” and the like, or by a title before a short name.

    `is_first` says that the line may be the headline, which may begin with such a word and not mean it.
    """
    if len(text.split()) > _MOST_WORDS["byline"] or text.endswith(("؟", "?", "!", "،")):
        return None
    for kind, is_sure in (("writers", True), ("makers", False)):
        marked = _marked(text, kind)
        if marked and is_first and not is_sure and not _FEW_NAMES.fullmatch(marked.rest):
            continue  # “interview: the mayor to this paper: …” is a headline
        if marked and (marked.has_sign or (is_sure and not is_first)):
            names = names_in(_AFTER_NAMES.split(marked.rest)[0])
            return Writers(text, tuple(name for name in names if _is_name(name)))
    if not is_first and _NAMES_WITH_PLACES.fullmatch(text):
        return Writers(text, names_in(text))
    is_short = len(text.split()) <= _MOST_WORDS["name"] and ":" not in text
    if not is_first and is_short and _TITLED.match(text) and not is_agency(text):
        return Writers(text, (text.strip(" -–ـ"),))
    return None


def writers_before(text: str) -> tuple[str, ...]:
    """Return the writers that a paragraph names before it begins: “by so-and-so - …”, “wrote - so-and-so: …”."""
    beginning = text[:_LONGEST_END]
    marked = _marked(beginning, "writers") or _marked(beginning, "makers")
    found = re.match(r"(?P<names>[^-–—ـ:،.0-9]{4,60}?)\s*[-–—ـ:]\s", marked.rest) if marked else None
    return tuple(name for name in names_in(found["names"]) if _is_name(name)) if found else ()


def names_in(text: str) -> tuple[str, ...]:
    """Return the names of a list, without what is bracketed behind them."""
    parts = (part.strip(" .:-–ـ\"«»'") if "." not in part.strip(" .") else part.strip(" :-–ـ") for part in _split(text))
    return tuple(part for part in parts if part)


def is_agency(text: str) -> bool:
    """Say whether this is the name of a known agency."""
    return bare(text) in phrases("agencies")


def _split(text: str) -> list[str]:
    return _BETWEEN_NAMES.split(_BRACKETS.sub(" ، ", text))


def _is_name(text: str) -> bool:
    return 2 <= len(text.split()) <= _MOST_WORDS["name"] + 1 and not re.search(r"\d", text)  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class _Marked:
    rest: str
    has_sign: bool  # a colon or a dash stands between


def _marked(text: str, kind: str) -> _Marked | None:
    """Return what follows a phrase of the lexicon at the beginning of a line."""
    words = text.split()
    for count in (3, 2, 1):
        mark = " ".join(words[:count])
        if len(words) >= count and bare(mark) in phrases(kind) and not mark.startswith(("(", "«", '"')):
            rest = " ".join(words[count:])
            sign = _SIGN.search(mark) or _SIGN.match(rest)
            rest = rest.lstrip(" :：/-–—ـ")
            return _Marked(rest, sign is not None) if rest else None
    found = _GLUED.match(text)  # “mark:name”, without a space
    if found and bare(found["mark"]) in phrases(kind):
        return _Marked(found["rest"], has_sign=True)
    return None


def _after_label(text: str, kind: str) -> str:
    marked = _marked(text, kind)
    return marked.rest if marked and marked.has_sign else ""


def _without_initials(text: str) -> str:
    return re.sub(r"(?<!\w)\w\s?\.\s?", "", text)

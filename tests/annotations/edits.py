"""Changed versions of real articles, of which it is known where every word went: what anchoring is measured with."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from random import Random

from reader.annotations.highlight import CONTEXT_LENGTH, Highlight, PlacedHighlight, Status
from reader.text.spans import Span
from reader.text.words import snap, word_at

NEW = -1
"""The origin of a word that the old text did not have."""

ENOUGH_LEFT = 1 / 3
"""Of a passage of which less than this share of letters is left, none need be found."""


class Verdict(StrEnum):
    """How well a highlight was found again."""

    RIGHT = "right"
    APPROXIMATE = "approximate"
    LOST = "without place"
    DOUBTED = "wrong, but marked as approximate"
    WRONG = "silently wrong"


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written, with its punctuation, and its number in the old text or NEW.

    `replaces` is the number of a word of the old text in whose place another one was put.
    """

    text: str
    origin: int = NEW
    replaces: int = NEW


Lines = list[list[Word]]


@dataclass(frozen=True, slots=True)
class Edited:
    """A changed text with where its words stand. `kinds` says what was done to it."""

    words: tuple[Word, ...]
    spans: tuple[Span, ...]
    text: str
    kinds: tuple[str, ...]


def lines_of(text: str) -> Lines:
    """Return a text's words line by line, numbered; signs that stand alone are left out, and lines without words."""
    number = 0
    lines: Lines = []
    for line in text.splitlines():
        pieces = [each for each in line.split() if any(map(str.isalnum, each))]
        words = [Word(each, number + place) for place, each in enumerate(pieces)]
        number += len(words)
        if words:
            lines.append(words)
    return lines


def laid(lines: Lines, kinds: Iterable[str] = ()) -> Edited:
    """Return lines of words as one text."""
    spans: list[Span] = []
    parts: list[str] = []
    place = 0
    for line in filter(None, lines):
        for number, word in enumerate(line):
            end = place + len(word.text)
            spans.append(Span(place, end))
            parts.append(word.text + ("\n" if number == len(line) - 1 else " "))
            place = end + 1
    return Edited(tuple(word for line in lines for word in line), tuple(spans), "".join(parts)[:-1], tuple(kinds))


def edited(lines: Lines, others: Sequence[str], chance: Random) -> Edited:
    """Return a text with one to three changes of the kinds that articles undergo. `others` are foreign sentences."""
    kinds = chance.sample(sorted(_EDITS), chance.randint(1, 3))
    for kind in kinds:
        lines = _EDITS[kind](lines, others, chance)
    return laid(lines, kinds)


def passage(lines: Lines, chance: Random) -> range:
    """Return the numbers of a passage's words: one to twenty, now and then from one line into the next."""
    line = chance.choice(lines)
    start = chance.randrange(len(line))
    last = lines[-1][-1].origin
    end = line[start].origin + chance.choice((1, 2, 2, 3, 4, 5, 6, 8, 10, 14, 20))
    if chance.random() < 0.9:
        last = line[-1].origin
    return range(line[start].origin, min(end, last + 1))


def highlight_of(old: Edited, numbers: range) -> Highlight:
    """Return a highlight of some words of the old text, as a reader would make it."""
    text = old.text
    span = snap(text, Span(old.spans[numbers.start].start, old.spans[numbers.stop - 1].end))
    return Highlight(
        id="m",
        article="a",
        version="old",
        block="b",
        span=span,
        quote=span.of(text),
        prefix=text[max(0, span.start - CONTEXT_LENGTH) : span.start],
        suffix=text[span.end : span.end + CONTEXT_LENGTH],
        colour="yellow",
    )


def judged(placed: PlacedHighlight, numbers: range, old: Edited, new: Edited) -> Verdict:
    """Say how well a highlight of the old text's words was found in the new text."""
    groups = _groups(numbers, new)
    left = sum(len(new.words[place].text) for group in groups for place in group if new.words[place].origin in numbers)
    whole = sum(len(old.words[number].text) for number in numbers)
    if placed.span is None:
        return Verdict.LOST if left >= ENOUGH_LEFT * whole else Verdict.RIGHT
    is_right = any(_is_at(placed.span, group, numbers, new) for group in groups)
    if is_right:
        return Verdict.RIGHT if placed.status is Status.FIXED else Verdict.APPROXIMATE
    return Verdict.WRONG if placed.status is Status.FIXED else Verdict.DOUBTED


def _groups(numbers: range, new: Edited) -> list[list[int]]:
    """Return where a passage's words stand in the new text: one group, or several where it was parted."""
    places = [place for place, word in enumerate(new.words) if word.origin in numbers or word.replaces in numbers]
    groups: list[list[int]] = []
    for place in places:
        between = new.words[groups[-1][-1] + 1 : place] if groups else ()
        if groups and all(word.origin == NEW for word in between) and len(between) <= 12:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [group for group in groups if any(new.words[place].origin in numbers for place in group)] or groups[:1]


def _is_at(span: Span, group: list[int], numbers: range, new: Edited) -> bool:
    """Say whether a stretch is a group of words; what was put in the place of its ends may be with it or not."""
    kept = [place for place in group if new.words[place].origin in numbers] or group
    starts = {_rim(new, place).start for place in group if place <= kept[0]}
    ends = {_rim(new, place).end for place in group if place >= kept[-1]}
    return span.start in starts and span.end in ends


def _rim(new: Edited, place: int) -> Span:
    return snap(new.text, new.spans[place])


# -- what happens to articles


def _insert_words(lines: Lines, others: Sequence[str], chance: Random) -> Lines:
    for _ in range(chance.randint(1, 4)):
        line = chance.randrange(len(lines))
        place = chance.randrange(len(lines[line]) + 1)
        words = chance.choice(others).split()[: chance.randint(1, 5)]
        lines = [*lines[:line], [*lines[line][:place], *map(Word, words), *lines[line][place:]], *lines[line + 1 :]]
    return lines


def _insert_lines(lines: Lines, others: Sequence[str], chance: Random) -> Lines:
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(lines) + 1)
        lines = [*lines[:place], [Word(each) for each in chance.choice(others).split()], *lines[place:]]
    return lines


def _repeat_sentence(lines: Lines, _others: Sequence[str], chance: Random) -> Lines:
    """Put a sentence of the article into a line of its own elsewhere, as sites do to draw the eye."""
    line = chance.choice(lines)
    start = chance.randrange(len(line))
    again = [Word(word.text) for word in line[start : start + chance.randint(4, 14)]]
    place = chance.randrange(len(lines) + 1)
    return [*lines[:place], again, *lines[place:]] if len(again) >= 4 else lines


def _delete_words(lines: Lines, _others: Sequence[str], chance: Random) -> Lines:
    for _ in range(chance.randint(1, 3)):
        number = chance.randrange(len(lines))
        line = lines[number]
        start = chance.randrange(len(line))
        kept = line[:start] + line[start + chance.randint(1, 6) :]
        lines = [*lines[:number], *([kept] if kept else []), *lines[number + 1 :]] or [line]
    return lines


def _delete_line(lines: Lines, _others: Sequence[str], chance: Random) -> Lines:
    place = chance.randrange(len(lines))
    return lines[:place] + lines[place + 1 :] if len(lines) > 1 else lines


def _move_line(lines: Lines, _others: Sequence[str], chance: Random) -> Lines:
    moved = lines[:]
    line = moved.pop(chance.randrange(len(moved)))
    moved.insert(chance.randrange(len(moved) + 1), line)
    return moved


def _move_sentence(lines: Lines, _others: Sequence[str], chance: Random) -> Lines:
    number = chance.randrange(len(lines))
    ends = [place + 1 for place, word in enumerate(lines[number]) if word.text[-1] in ".؟!،"]
    cuts = [0, *ends, len(lines[number])]
    pieces = [lines[number][start:end] for start, end in pairwise(cuts)]
    chance.shuffle(pieces)
    return [*lines[:number], [word for piece in pieces for word in piece], *lines[number + 1 :]]


def _misspell(lines: Lines, _others: Sequence[str], chance: Random) -> Lines:
    return _each(lines, 0.08, chance, lambda word: Word(_misspelt(word.text, chance), word.origin))


def _respell(lines: Lines, _others: Sequence[str], chance: Random) -> Lines:
    """Write hamza, ya and ta marbuta as careless or as careful writers do."""
    ways = ({"أ": "ا", "إ": "ا", "آ": "ا"}, {"ى": "ي"}, {"ة": "ه"}, {"ئ": "ي", "ؤ": "و"})
    table = str.maketrans(chance.choice(ways))
    return _each(lines, 0.9, chance, lambda word: Word(word.text.translate(table), word.origin))


def _vowel(lines: Lines, _others: Sequence[str], chance: Random) -> Lines:
    def vowelled(word: Word) -> Word:
        place = chance.randrange(len(word.text)) + 1
        is_letter = word.text[place - 1].isalpha()
        mark = chance.choice("ًٌٍَُِّْ") if is_letter else ""
        return Word(word.text[:place] + mark + word.text[place:], word.origin)

    return _each(lines, chance.choice((0.1, 0.7)), chance, vowelled)


def _unvowel(lines: Lines, _others: Sequence[str], chance: Random) -> Lines:
    table = dict.fromkeys(map(ord, "ًٌٍَُِّْٰـ"))
    return _each(lines, 1.0, chance, lambda word: Word(word.text.translate(table) or word.text, word.origin))


def _replace(lines: Lines, others: Sequence[str], chance: Random) -> Lines:
    words = chance.choice(others).split()
    return _each(lines, 0.03, chance, lambda word: Word(chance.choice(words), replaces=word.origin))


def _extract_otherwise(lines: Lines, others: Sequence[str], chance: Random) -> Lines:
    """Break lines elsewhere, write quotes and digits otherwise, take furniture along, as another importer would."""
    arabic, latin = "٠١٢٣٤٥٦٧٨٩", "0123456789"
    digits = str.maketrans(*chance.choice(((arabic, latin), (latin, arabic))))
    quotes = str.maketrans(chance.choice(({"«": '"', "»": '"'}, {'"': "”"}, {})))
    lines = _each(lines, 1.0, chance, lambda word: Word(word.text.translate(digits).translate(quotes), word.origin))
    broken: Lines = []
    for line in lines:
        way = chance.random()
        if way < 0.25 and broken:
            broken[-1] = [*broken[-1], *line]
        elif way < 0.5 and len(line) > 2:
            cut = chance.randrange(1, len(line))
            broken += [line[:cut], line[cut:]]
        else:
            broken.append(line)
        if chance.random() < 0.15:
            broken.append([Word(each) for each in chance.choice(others).split()[:6]])
    return broken


_EDITS = {
    "insert words": _insert_words,
    "insert lines": _insert_lines,
    "repeat a sentence": _repeat_sentence,
    "delete words": _delete_words,
    "delete a line": _delete_line,
    "move a line": _move_line,
    "move sentences": _move_sentence,
    "misspell": _misspell,
    "respell": _respell,
    "add tashkeel": _vowel,
    "drop tashkeel": _unvowel,
    "replace words": _replace,
    "extract otherwise": _extract_otherwise,
}


def _each(lines: Lines, share: float, chance: Random, change: Callable[[Word], Word]) -> Lines:
    return [
        [change(word) if word.origin != NEW and chance.random() < share else word for word in line] for line in lines
    ]


def _misspelt(word: str, chance: Random) -> str:
    inner = word_at(word, len(word) // 2)
    if inner is None or len(inner) < 4:
        return word
    place = chance.randrange(inner.start + 1, inner.end - 1)
    return chance.choice(
        (
            word[:place] + word[place + 1 :],
            word[:place] + word[place] + word[place:],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            word[:place] + chance.choice("ابتدرسعفقلمنهوي") + word[place + 1 :],
        )
    )

"""From what stands side by side to what is read: the characters of a line in logical order.

The reverse of the bidirectional algorithm (Unicode UAX #9) as far as it can be reversed: what two orders show alike is
read as the likelier one, a number behind Latin letters as theirs.
"""

import re
import unicodedata
from collections.abc import Sequence

_FAMILIES = (("(", ")"), ("[", "]"), ("«", "»"), ("‹", "›"), ("{", "}"))
_CLASSES = {"L": "l", "R": "r", "AL": "r", "EN": "n", "AN": "a", "ES": "e", "CS": "c"}
_BEHIND_NUMBERS = frozenset("%°‰")
# What runs from left to right inside a line that runs from right to left: Latin with its numbers, or a number, which
# beside Arabic letters holds points, commas, colons and slashes, but no hyphens (rules W2 and W4).
_LATIN_RUN = re.compile(r"n*l(?:[^ra]*[lnp])?|n(?:c?n)*p?|a(?:c?a)*")
_LATIN_RUN_ALONE = re.compile(r"n*l(?:[^ra]*[lnp])?|n(?:[ce]?n)*p?|a(?:[ce]?a)*")
# What runs from right to left inside a line that runs from left to right. A sign between a space and Arabic letters
# ends what stands there, so that the number before it is what follows.
_RTL_RUN = re.compile(r"(?:n(?:c?n)*oc(?=r))?[ra](?:[^l]*[ra])?")
_WORD = re.compile(r"[\u0620-\u064a\u0671-\u06d3]+")
_LEAST_LETTERS = 3  # of a word that tells which way a line runs
_ONLY_LAST = "ةى"


def logical(units: Sequence[str], *, rtl: bool) -> str:
    """Return what a line reads whose characters, each with its marks, stand in this order from left to right.

    `rtl` says which way the text runs that the line belongs to. A line whose words show that it was laid out backwards,
    by a program that knows nothing of Arabic, is read from left to right.
    """
    classes = "".join(map(_class, units))
    places = _read_rtl(range(len(units)), classes) if rtl else _read_ltr(len(units), classes)
    text = "".join(units[place] for place in places)
    if _backwardness(text) > 0:
        unturned = "".join(units)
        return unturned if _backwardness(unturned) < 0 else text
    return text


def with_brackets_set_right(text: str) -> str:
    """Return a text with its brackets facing each other, where it has as many as pairs need.

    What runs from right to left is drawn with brackets turned round, and whether their characters are those that are
    meant or those that are seen differs from program to program, and inside one line.
    """
    for opening, closing in _FAMILIES:
        places = [place for place, character in enumerate(text) if character in (opening, closing)]
        if len(places) % 2 == 0 and not _fit([text[place] for place in places], opening):
            characters = list(text)
            for number, place in enumerate(places):
                characters[place] = closing if number % 2 else opening
            text = "".join(characters)
    return text


def _backwardness(text: str) -> int:
    """Return how many words say that a text was read backwards, less those that say the contrary.

    ة and ى end words, ال begins them.
    """
    score = 0
    for word in _WORD.findall(text):
        if len(word) >= _LEAST_LETTERS:
            score += (word[0] in _ONLY_LAST) - (word[-1] in _ONLY_LAST)
            score += word.endswith("لا") - word.startswith("ال")
    return score


def _class(unit: str) -> str:
    """Return a character's class: l and r, n and a for numbers, c and e for what joins them, p behind them, else o."""
    return "p" if unit in _BEHIND_NUMBERS else _CLASSES.get(unicodedata.bidirectional(unit[0]), "o")


def _read_rtl(places: Sequence[int], classes: str) -> list[int]:
    """Return the places of a stretch in reading order."""
    stretch = "".join(classes[place] for place in places)
    runs: list[Sequence[int]] = []
    end = 0
    for found in (_LATIN_RUN if "r" in classes else _LATIN_RUN_ALONE).finditer(stretch):
        runs += [[places[place]] for place in range(end, found.start())]
        runs.append(places[found.start() : found.end()])
        end = found.end()
    runs += [[places[place]] for place in range(end, len(stretch))]
    return [place for run in reversed(runs) for place in run]


def _read_ltr(length: int, classes: str) -> list[int]:
    read: list[int] = []
    end = 0
    for found in _RTL_RUN.finditer(classes):
        read += range(end, found.start())
        read += _read_rtl(range(*found.span()), classes)
        end = found.end()
    return [*read, *range(end, length)]


def _fit(signs: Sequence[str], opening: str) -> bool:
    depth = 0
    for sign in signs:
        depth += 1 if sign == opening else -1
        if depth < 0:
            return False
    return depth == 0

"""The runs of a text that the bidirectional algorithm tears apart or turns round among words of the other direction.

In Arabic text: Latin phrases, addresses, telephone numbers, dates of three parts, signed numbers, numbers with units.
Never two numbers joined by a dash, for scores, ranges and pages follow the paragraph: isolated, two teams would swap
their goals (design/LOOK.md, *Isolates*). Nor what is written in ٠١٢: such digits run among dashes as letters do,
isolated or not, so that dates and telephone numbers in them are read from the right, and a sign stands where Arabic has
it.
"""

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from itertools import pairwise

from reader.text.lazy_pattern import LazyPattern
from reader.text.spans import Span

# Scripts that run from right to left, with their digits and signs; letters that run the other way, as far as phrases of
# them are written among Arabic (DerivedBidiClass.txt). A class of all of them would take 10 ms to compile.
RTL = "\u0590-\u08ff\ufb1d-\ufefc"
LTR = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u0370-\u0373\u0376-\u03ff\u0400-\u058f\u1e00-\u1fff"
_RAISED = "\u00b2\u00b3\u00b9\u2070-\u209c"  # and lowered: CO₂, mc²

# Each pattern begins with a class of characters, and looks behind only when one is found: so a search skips the rest.
# Repetitions that could be divided in many ways are possessive or counted: no text, however odd, makes one slow.
_A = "\\d"
_D = "[0-9۰-۹]"
_NUMBER = f"{_D}+(?:[.,:/٫٬]{_D}+){{0,5}}"
_REST = f"{_A}*(?:[.,:/٫٬]{_A}+){{0,5}}"  # of a number, behind its first digit
_ALONE = "(?<!\\d.)(?<![A-Za-z_].)"
_AFTER_PARTICLE = '(?<=^[وفبلك].)|(?<=[\\s(«"“][وفبلك].)'  # و+3, but not كوفيد-19
_ENDED = f"(?!{_A})"
_LATIN_UNIT = (
    "°?(?:[CF]|[kKMGT]B|[kMG]?bps|[kMGT]?Hz|[kMG]?Wh?|m?Ah|km/h|m/s|mph|[kcmnµ]?m[²³23]?|[kmµ]?g|[mc]?[lL]|px|dpi|fps"
    "|USD|EUR|GBP|[AP]M|[ap]m|GMT|UTC)(?![A-Za-z0-9])"
)
_ANYTHING = LazyPattern(f"[{LTR}0-9۰-۹]")
_SIGNED_OR_JOINED = LazyPattern("\\d\\)?[^\\S\n]?[-–—/.°$€£¥A-Za-z]|[+−±$€£¥(-][^\\S\n]?\\d|00\\d|[0۰]\\d+ \\d")
_ADDRESS = LazyPattern(
    r"""(?:(?:https?|ftp)://|www\.)[^\s<>«»“”"،؛؟\0]*[^\s<>«»“”"،؛؟\0.,:;!?)\]'’…]"""
    r"""|[A-Za-z0-9_.+-](?<![A-Za-z0-9_.+-].)[A-Za-z0-9_.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"""
)
_SIGNS_OF_ADDRESS = ("://", "www.", "@")
_THREE_PARTS = LazyPattern(
    f"({_D}{_ALONE}(?<!{_A}[-–/.].){_D}{{0,3}})([^\\S\n]?[-–/.][^\\S\n]?)({_D}{{1,2}})\\2({_D}{{1,4}})(?!{_A}|\\2{_A})(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?"
)
_PHONE = LazyPattern(
    f"[+(0-9۰-۹]{_ALONE}(?:(?:(?<=\\+)|(?<=0)0)[ .-]?\\(?{_D}+\\)?(?:(?:[ .-]\\(?|\\(){_D}+\\)?)*"  # +962 6 …
    f"|(?:(?<=[0۰])|(?<=\\()[0۰]){_D}{{0,4}}\\)?(?:[ .-]{_D}{{2,8}})+"  # 06-555…, (06) 555 …
    f"|(?<=\\(){_D}{{2,4}}\\) ?{_D}{{3,4}}[ -]{_D}{{3,4}}"  # (212) 555-1234
    f"|(?<={_D}){_D}{{0,3}}(?:-{_D}{{1,7}}){{2,5}}){_ENDED}"  # 1-800-555-1234
)
_PAIR = LazyPattern(f"{_A}(?<!{_A}.){_REST}[%٪]?[^\\S\n]?[-–—][^\\S\n]?{_A}{_REST}")
_SIGNED = LazyPattern(
    f"[+\\-−±](?:(?<![\\w.,:%)\\]\\0].)|{_AFTER_PARTICLE}){_NUMBER}(?:[^\\S\n]?(?:{_LATIN_UNIT}|[°$€£¥%٪]))?{_ENDED}"
)
_MEASURE = LazyPattern(f"{_A}{_ALONE}{_REST}(?:[^\\S\n]?{_LATIN_UNIT}|(?<={_D})[^\\S\n]?[°$€£¥])")
_PRICE = LazyPattern(f"[$€£¥][^\\S\n]?{_NUMBER}")
_ABBREVIATION = "|".join(
    f"(?<=\\b{short})" for short in ("[A-Z]\\.[A-Z]", "Inc", "Ltd", "Corp", "Co", "Mr", "Dr", "St", "No")
)
_IN_WORD = f"[{LTR}0-9{_RAISED}\u0300-\u036f_'’&+.#/@=<>*-]*"
_LATIN_WORD = LazyPattern(
    f"[{LTR}](?:{_IN_WORD}(?:[:?](?=[{LTR}0-9/\\\\:]){_IN_WORD})*[{LTR}0-9{_RAISED}\u0300-\u036f+#])?"
    f"(?:(?:{_ABBREVIATION})\\.)?"
)
_SIGNS_BEFORE_WORD = "@#./\\~"
_PARTICLE = LazyPattern('(?:^|[\\s(\\[«“"])[وفبلك]?$')
_NUMBER_AFTER_WORD = LazyPattern("[0-9](?<=[ \u00a0].)[0-9]*(?:[.,:][0-9]+)*\\+?(?![\\w\\0])")
_OPERATOR = "[=<>≤≥≈*×÷+−-]{1,3}"
_GAP = LazyPattern(f"[ \u00a0]?[,:;/\\\\&+.!?'\"’“”()\\[\\]=<>*–—-]{{0,2}}[ \u00a0]?(?:{_OPERATOR}[ \u00a0]?)?")
_BEFORE_NUMBER = LazyPattern(f"[ \u00a0](?:{_OPERATOR}[ \u00a0])?")
_ARABIC_PHRASE = LazyPattern(f"[{RTL}](?:[^{LTR}\n]*[{RTL}])?")

_LEAST_DIGITS_OF_PHONE, _MOST_DIGITS_OF_PHONE = 7, 15  # E.164
_CLOSERS = {"(": ")", "[": "]", "“": "”", "«": "»"}
_OPENERS = {closer: opener for opener, closer in _CLOSERS.items()}
_ENCLOSING = _CLOSERS | {'"': '"', "‘": "’", "'": "'"}
_FINAL_PUNCTUATION = LazyPattern("[.!?…,;:]+")


def runs_in_rtl(text: str) -> tuple[Span, ...]:
    """Return what is to be isolated in a paragraph that runs from right to left."""
    if not _ANYTHING().search(text):
        return ()
    unjoined: list[Span] = []
    joinable: list[Span] = []
    pairs: list[Span] = []
    left = _taken(text, _ADDRESS, joinable) if any(sign in text for sign in _SIGNS_OF_ADDRESS) else text
    if _SIGNED_OR_JOINED().search(left):
        left = _taken(left, _THREE_PARTS, unjoined, _is_date)
        left = _taken(left, _PHONE, unjoined, _is_phone)
        left = _taken(left, _PAIR, pairs)
        left = _taken(left, _SIGNED, unjoined)
        left = _taken(left, _MEASURE, joinable)
        left = _taken(left, _PRICE, joinable)
    joinable += [_with_head(left, Span(*found.span())) for found in _LATIN_WORD().finditer(left)]
    numbers = [Span(*found.span()) for found in _NUMBER_AFTER_WORD().finditer(left)]
    phrases = [phrase for phrase in _phrases(text, joinable, numbers) if not _is_beside_pair(text, phrase, pairs)]
    return tuple(sorted([*unjoined, *(run for phrase in phrases for run in _balanced(text, phrase))]))


def runs_in_ltr(text: str) -> tuple[Span, ...]:
    """Return what is to be isolated in a paragraph that runs from left to right: its Arabic or Hebrew phrases."""
    return tuple(run for found in _ARABIC_PHRASE().finditer(text) for run in _balanced(text, Span(*found.span())))


def _taken(
    text: str, pattern: LazyPattern, places: list[Span], is_right: Callable[[re.Match[str]], bool] | None = None
) -> str:
    """Add to `places` where the pattern matches, and return the text with NUL in these places."""

    def take(found: re.Match[str]) -> str:
        if is_right and not is_right(found):
            return found[0]
        start, end = found.span()
        stray = len(found[0]) - len(found[0].lstrip("."))  # of the sentence before an address
        places.append(Span(start + stray, end))
        return "." * stray + "\0" * (end - start - stray)

    return pattern().sub(take, text)


def _is_date(found: re.Match[str]) -> bool:
    first, middle, last = (int(found[group]) for group in (1, 3, 4))
    if len(found[1]) == 4:  # noqa: PLR2004 a year
        day = last
    elif len(found[4]) in (2, 4):
        day = first
    else:
        return False
    return (0 < day <= 31 and 0 < middle <= 12) or (0 < day <= 12 and 0 < middle <= 31)  # noqa: PLR2004 days and months


def _is_phone(found: re.Match[str]) -> bool:
    groups = re.findall(f"{_D}+", found[0])
    digits = sum(map(len, groups))
    if not _LEAST_DIGITS_OF_PHONE <= digits <= _MOST_DIGITS_OF_PHONE:
        return False
    is_list_of_years = all(len(group) == 4 and group[:2] in ("19", "20") for group in groups)  # noqa: PLR2004
    return not is_list_of_years


def _with_head(text: str, word: Span) -> Span:
    """Take in the digits and the signs that a Latin word begins with: 4K, @name, .NET, /usr."""
    start = word.start
    while start and text[start - 1] in "0123456789":
        start -= 1
    sign = start
    while sign and text[sign - 1] in _SIGNS_BEFORE_WORD:
        sign -= 1
    if sign < start and (text[sign] in "@#" or _PARTICLE().search(text, max(0, sign - 2), sign)):
        start = sign
    return Span(start, word.end)


def _phrases(text: str, words: list[Span], numbers: list[Span]) -> list[Span]:
    """Join words that only spaces and a sign or two part, and the numbers after them, to phrases."""
    ends_of_numbers = {number.start: number.end for number in numbers}
    phrases: list[Span] = []
    for word in sorted(words):
        start, end = word.start, word.end
        if phrases and _GAP().fullmatch(text, phrases[-1].end, start):
            start = phrases.pop().start
        if before := _BEFORE_NUMBER().match(text, end):
            end = ends_of_numbers.get(before.end(), end)
        phrases.append(Span(start, end))
    return phrases


def _is_beside_pair(text: str, phrase: Span, pairs: list[Span]) -> bool:
    """Say whether a phrase touches two numbers joined by a dash, which then run with it: Arsenal 2-1 Chelsea.

    Were the names isolated, the numbers would stand alone, from left to right, and each name beside the other's goals.
    """
    place = bisect(pairs, phrase)
    return any(
        _GAP().fullmatch(text, one.end, other.start)
        for one, other in [
            *((pair, phrase) for pair in pairs[place - 1 : place]),
            *((phrase, p) for p in pairs[place : place + 1]),
        ]
    )


def _balanced(text: str, run: Span) -> Iterator[Span]:
    """Take in the other half of a bracket or quotation, or leave out a half alone: it would be mirrored by itself."""
    start, end = run.start, run.end
    opened: list[int] = []
    closed: list[int] = []
    for place in range(start, end):
        if text[place] in _CLOSERS:
            opened.append(place)
        elif text[place] in _OPENERS:
            if opened:
                opened.pop()
            else:
                closed.append(place)
    if closed and text[start - 1 : start] == _OPENERS[text[closed[0]]]:
        start -= 1
        closed.pop(0)
    while opened and text[end : end + 1] == _CLOSERS[text[opened[-1]]]:
        end += 1
        opened.pop()
    for before, after in pairwise([start - 1, *closed, *opened, end]):
        yield from _trimmed(text, before + 1, after)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut spaces and stray signs off the ends, and take in the punctuation that ends an enclosed phrase."""
    while start < end and not (text[start].isalnum() or text[start] in "@#./\\~([“«+-−±$€£¥"):
        start += 1
    while end > start and text[end - 1] in " \u00a0,:;/&!?'\"’–—-":
        end -= 1
    if start == end:
        return
    enclosed = _FINAL_PUNCTUATION().match(text, end)
    if enclosed and text[enclosed.end() : enclosed.end() + 1] == _ENCLOSING.get(text[start - 1 : start], "\0"):
        end = enclosed.end()
    yield Span(start, end)

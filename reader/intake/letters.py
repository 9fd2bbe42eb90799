"""How likely bytes are as the text of a newspaper, judged by the letters they make: it tells encodings apart."""

import math

# How often each letter stands among a thousand: counted over Arabic newspapers and Hebrew pages; what other languages
# add to the Arabic alphabet is set by hand to a little.
_ARABIC = {
    "ا": 154, "ل": 121, "ي": 75, "م": 63, "و": 53, "ن": 50, "ت": 46, "ر": 45, "ب": 36, "ع": 34,
    "ة": 32, "د": 30, "ف": 26, "ه": 26, "س": 24, "ق": 21, "أ": 20, "ك": 18, "ح": 18, "ج": 14,
    "ص": 10, "ش": 9, "ى": 9, "خ": 9, "ط": 8, "إ": 8, "ض": 7, "ذ": 7, "ز": 6, "ث": 6, "غ": 4,
    "ئ": 4, "ء": 4, "ظ": 2, "ؤ": 2, "آ": 1, "ـ": 1,
    "پ": 4, "چ": 3, "ژ": 1, "گ": 4, "ک": 6, "ی": 4, "ں": 3, "ٹ": 2, "ڈ": 1, "ڑ": 1,
    "ہ": 6, "ھ": 3, "ے": 6, "ڤ": 0.5, "ە": 0.5,
}  # fmt: skip
_HEBREW = {
    "ו": 118, "י": 108, "ל": 69, "ר": 61, "ה": 60, "מ": 58, "ת": 53, "א": 46, "ב": 45, "ש": 38,
    "נ": 34, "ם": 33, "ח": 30, "ע": 28, "כ": 28, "ד": 27, "ס": 27, "פ": 24, "ק": 24, "ט": 22,
    "ג": 20, "צ": 16, "ן": 12, "ז": 8, "ף": 5, "ך": 3, "ץ": 2,
}  # fmt: skip
_RIGHT_TO_LEFT = {char: math.log(share / 1000) for char, share in (_ARABIC | _HEBREW).items()}

_ONLY_AT_THE_END = frozenset("ةىםןףךץ")
_QUIET_SIGNS = frozenset(" .,:()\"'«»“”‘’„…–—•·،؛؟\u00a0\u200c\u200d\u200e\u200f٠١٢٣٤٥٦٧٨٩€£°©®™×")
_LAST_OF_LATIN = "\u017f"
_SIGN = -3.5
_MARK = -4.0  # tashkeel and niqqud, after a letter of its script
_LATIN = -4.5  # é, ü, ß beside Latin letters
_MISPLACED = -9.0  # a Latin letter inside an Arabic word, a mark after nothing, a box-drawing sign, a control
_BEGINS_WITH_AL = 2.0  # a word beginning with ال, as every fourth Arabic word does


def plausibility(data: bytes, encoding: str) -> float:
    """Return how likely the bytes beyond ASCII are as letters of this encoding: a mean of logarithms, 0 for none.

    For encodings of one byte a letter only. Newspaper Arabic comes to about -3, Hebrew to -3.2, what is neither to less
    than -4.
    """
    text = f" {data.decode(encoding, errors='replace')} "
    beyond_ascii = [place for place, byte in enumerate(data, 1) if byte > 0x7F]  # noqa: PLR2004 - ASCII's last
    if not beyond_ascii:
        return 0.0
    total = sum(_weight(text[place - 1], text[place], text[place + 1]) for place in beyond_ascii)
    return (total + _BEGINS_WITH_AL * text.count(" ال")) / len(beyond_ascii)


def _weight(before: str, char: str, after: str) -> float:
    if char in _RIGHT_TO_LEFT:
        ended = before in _ONLY_AT_THE_END
        is_misplaced = ended or _is_foreign(before) or (_is_foreign(after) and after > "\x7f")
        return _MISPLACED if is_misplaced else _RIGHT_TO_LEFT[char]
    if char in _QUIET_SIGNS:
        return _SIGN
    if _is_mark(char):
        return _MARK if before in _RIGHT_TO_LEFT or _is_mark(before) else _MISPLACED
    if char.isalpha() and char <= _LAST_OF_LATIN:
        return _MISPLACED if before in _RIGHT_TO_LEFT or _is_mark(before) else _LATIN
    return _MISPLACED


def _is_foreign(char: str) -> bool:
    return char.isalpha() and char not in _RIGHT_TO_LEFT


def _is_mark(char: str) -> bool:
    return "\u064b" <= char <= "\u0652" or "\u05b0" <= char <= "\u05c2"

"""What a page keeps for its scripts: JSON in its scripts and attributes. It is parsed as JSON alone; nothing is run."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import unquote

from lxml.html import HtmlElement

LEAST = 300  # code points of what can hold an article
_MOST_TOGETHER = 32 << 20  # code points of one page's scripts that are looked at
_MOST_TRIES = 80  # values of one script: after so many that are no JSON it is a program
_MOST_VALUES = 100_000  # of what states its values by their numbers
_ASSIGNED = re.compile(r"(?:=|\()\s*(?=[{\[])")
# An unclosed string ends with its line, so that no place is looked at twice.
_STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*(?:\"|\n|$)|'(?:[^'\\\n]|\\.)*(?:'|\n|$)", re.DOTALL)
_PUSHED = re.compile(r"__next_f\.push\(\s*(?=\[)")
_ROW = re.compile(r"(?P<id>[0-9a-f]{1,8}):(?:T(?P<length>[0-9a-f]{1,8}),)?")
_ESCAPES = re.compile(r"\\x(?P<code>[0-9a-fA-F]{2})|\\(?P<bare>[^\"\\/bfnrtu])|(?P<pair>\\.)|(?P<quote>\")", re.DOTALL)
_WRAPPERS = ("Reactive", "ShallowReactive", "Ref", "ShallowRef")

_decoder = json.JSONDecoder(strict=False)


def data_in(tree: HtmlElement) -> Iterator[Any]:
    """Yield the values that a page keeps for its scripts; JSON-LD, which is for others, is not among them."""
    room = _MOST_TOGETHER
    pushed: list[str] = []
    for script in tree.iter("script"):
        text, kind = script.text or "", (script.get("type") or "").lower()
        room -= len(text)
        if (len(text) < LEAST and "__next_f" not in text) or "ld+json" in kind or room < 0:
            continue
        if "__next_f" in text:
            pushed += _pushed_in(text)
        else:
            yield from _values_in(text)
    if pushed:
        yield from _rows_of("".join(pushed))
    for stated in tree.xpath(f"//@*[string-length(.) >= {LEAST}]"):
        if stated.lstrip()[:1] in ("{", "["):
            with suppress(ValueError, RecursionError):
                yield json.loads(stated, strict=False)


def parsed_inside(text: str) -> Any:
    """Return the value that a text is JSON of, perhaps in percent signs; None for any other text."""
    beginning = text[:3]
    if beginning in ("%7B", "%5B"):
        text = unquote(text)
    if text[:1] not in ("{", "["):
        return None
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _values_in(text: str) -> Iterator[Any]:
    """Yield what a script is, if it is JSON; what it assigns or calls with that is; else the texts in it."""
    whole = parsed_inside(text.strip())
    if whole is not None:
        with suppress(RecursionError):
            yield _by_numbers(whole) if isinstance(whole, list) else _with_what_is_named(whole)
        return
    end = tries = found = 0
    for place in _ASSIGNED.finditer(text):
        if place.end() < end:
            continue
        tries += 1
        if tries > _MOST_TRIES:
            break
        with suppress(ValueError, RecursionError):
            value, end = _decoder.raw_decode(text, place.end())
            found += bool(value)
            yield _with_what_is_named(value)
    if not found:
        yield from _strings_in(text)


def _strings_in(text: str) -> Iterator[Any]:
    """Yield the long strings of a program, and what those that are JSON hold."""
    for string in _STRING.finditer(text):
        written = string[0].rstrip("\n")
        if len(written) < LEAST or written[-1] != written[0]:
            continue
        with suppress(ValueError):
            said = json.loads(f'"{_ESCAPES.sub(_as_json, written[1:-1])}"', strict=False)
            inside = parsed_inside(said)
            yield said if inside is None else inside


def _as_json(escape: re.Match[str]) -> str:
    """Return what stands in a program's string as JSON writes it."""
    if escape["code"]:
        return f"\\u00{escape['code']}"
    if escape["bare"]:
        return escape["bare"]
    return escape["pair"] or '\\"'


def _by_numbers(value: Any) -> Any:
    """Return a value that is stated by the numbers of its parts, as Nuxt 3 does, in the usual way."""
    if not isinstance(value, list) or len(value) > _MOST_VALUES:
        return value
    objects = [one for one in value if isinstance(one, dict)]
    if not objects or not all(type(part) is int for one in objects for part in one.values()):
        return value
    made = [{} if isinstance(one, dict) else [] if isinstance(one, list) else one for one in value]
    for number in reversed(range(len(value))):  # what is wrapped stands behind what wraps it
        if _is_wrapper(value[number]) and number < value[number][1] < len(made):
            made[number] = made[value[number][1]]

    def at(number: Any) -> Any:
        return made[number] if type(number) is int and 0 <= number < len(made) else None

    for one, result in zip(value, made, strict=True):
        if isinstance(one, dict):
            result.update((name, at(part)) for name, part in one.items())
        elif isinstance(one, list) and not _is_wrapper(one):
            result.extend(map(at, one))
    return made[0]


def _is_wrapper(one: Any) -> bool:
    return isinstance(one, list) and len(one) > 1 and one[0] in _WRAPPERS and type(one[1]) is int


def _with_what_is_named(store: Any) -> Any:
    """Return a store of things by their names, as Apollo keeps it, in which what is named stands where it is named.

    What that names in turn does not: things name one another in circles.
    """
    if not isinstance(store, dict) or not any(isinstance(one, dict) and "__typename" in one for one in store.values()):
        return store
    alone = {name: _resolved(one, {}) for name, one in store.items()}
    return {name: _resolved(one, alone) for name, one in store.items()}


def _resolved(value: Any, store: dict[str, Any]) -> Any:
    if isinstance(value, list):
        return [_resolved(one, store) for one in value]
    if isinstance(value, dict):
        named = value.get("__ref")
        if isinstance(named, str):
            return store.get(named)
        return {name: _resolved(one, store) for name, one in value.items()}
    return value


def _pushed_in(text: str) -> Iterator[str]:
    """Yield the pieces of what React's server says, which a page carries for Next.js."""
    for place in _PUSHED.finditer(text):
        with suppress(ValueError, RecursionError):
            pushed, _ = _decoder.raw_decode(text, place.end())
            yield from (piece for piece in pushed if isinstance(piece, str))


def _rows_of(said: str) -> Iterator[Any]:
    """Yield the rows of what React's server says: texts with their length in bytes of UTF-8, and lines of JSON."""
    data = said.encode("utf-8", "replace")
    texts: dict[str, str] = {}
    values: list[Any] = []
    at = 0
    while at < len(data):
        row = _ROW.match(data[at : at + 20].decode("latin-1"))
        start = at + (row.end() if row else 0)
        if row and row["length"]:
            at = start + int(row["length"], 16)
            texts[f"${row['id']}"] = data[start:at].decode("utf-8", "replace")
            continue
        end = data.find(b"\n", at)
        at = len(data) if end < 0 else end + 1
        if row:
            with suppress(ValueError, RecursionError):
                values.append(json.loads(data[start:at], strict=False))
    for value in values:
        with suppress(RecursionError):
            yield _with_texts(value, texts)
    yield from texts.values()


def _with_texts(value: Any, texts: dict[str, str]) -> Any:
    """Return a value with the texts that it names in their places."""
    if isinstance(value, str):
        return texts.get(value, value)
    if isinstance(value, list):
        return [_with_texts(one, texts) for one in value]
    if isinstance(value, dict):
        return {name: _with_texts(one, texts) for name, one in value.items()}
    return value

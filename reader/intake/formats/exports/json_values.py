"""Values out of JSON of which nobody knows what they are until one looks."""

from collections.abc import Iterator, Mapping
from typing import Any

Object = Mapping[str, Any]


def text(one: Any, *names: str) -> str:
    """Return the first of the members that is a text or a number and not empty, as text."""
    for name in names:
        value = one.get(name) if isinstance(one, dict) else None
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
    return ""


def line(one: Any, *names: str) -> str:
    """Return the first such member on one line."""
    return " ".join(text(one, *names).split())


def truth(one: Any, *names: str) -> bool:
    """Say whether one of the members is true, whichever way that is written."""
    values = (one.get(name) for name in names) if isinstance(one, dict) else iter(())
    return any(value is True or value == 1 or str(value).lower() in ("true", "yes", "1") for value in values)


def number(one: Any, *names: str) -> float:
    """Return the first member that is a number, else 0."""
    try:
        return float(text(one, *names) or 0)
    except ValueError:
        return 0.0


def objects(one: Any, *names: str) -> Iterator[Object]:
    """Yield the objects in the lists that are members of these names."""
    for name in names:
        value = one.get(name) if isinstance(one, dict) else None
        yield from (each for each in value if isinstance(each, dict)) if isinstance(value, list) else ()


def texts(value: Any, name: str = "name") -> tuple[str, ...]:
    """Return the texts of a list, or those that its objects have under a name; of a text with commas its parts."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if not isinstance(value, list):
        return ()
    found = (each if isinstance(each, str) else text(each, name, "label", "title", "tag") for each in value)
    return tuple(each.strip() for each in found if each.strip())


def beyond(one: Object, understood: frozenset[str]) -> str:
    """Return, for the report, the members of an object that were not understood and hold something."""
    rest = {name: value for name, value in one.items() if name not in understood and value not in (None, "", [], {}, 0)}
    return " | ".join(f"{name}: {value}"[:300] for name, value in rest.items() if value is not False)

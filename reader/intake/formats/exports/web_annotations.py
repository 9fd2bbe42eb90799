"""Annotations in the W3C's model (JSON-LD), as this program writes them and as others do."""

from collections.abc import Iterator
from typing import Any

from reader.annotations.quoted import Quoted
from reader.intake.colours import colour_of
from reader.intake.excerpts import Excerpts
from reader.intake.formats.exports.json_values import Object, line, objects, text, texts
from reader.intake.moments import moment_of

OWN = "urn:x-hamish:"
_MARK = f"{OWN}mark:"


def take(document: Object, excerpts: Excerpts, left: list[str], _name: str) -> None:
    """Take the annotations of a page; what has neither words nor a target is left over.

    Those of an e-book (Thorium) are all of the book that the set is about; each names but a file inside of it.
    """
    whole = document.get("about")
    for one in objects(document, "items"):
        target = _first(one.get("target"))
        source = target.get("source", target) if isinstance(target, dict) else target
        about = whole if isinstance(whole, dict) else source if isinstance(source, dict) else {}
        address = text(about, "id", "@id") if about else source if isinstance(source, str) else ""
        is_taken = excerpts.add(
            quoted(one),
            title=line(about, "dc:title"),
            authors=texts(about.get("dc:creator")),
            source=line(about, "dc:publisher"),
            published=line(about, "dc:date"),
            address="" if address.startswith(OWN) else address,
        )
        if not is_taken:
            left.append(text(one, "id") or str(one)[:300])


def quoted(one: Object) -> Quoted:
    """Return the highlight that an annotation is; several notes stand below one another."""
    target = _first(one.get("target"))
    selectors = {text(each, "type"): each for each in _objects(target, "selector")}
    quote = selectors.get("TextQuoteSelector", {})
    bodies = list(_objects(one, "body"))
    classes = [text(body, "value") for body in bodies if text(body, "purpose") == "classifying"]
    colours = classes or [text(body, "color", "highlight") for body in bodies]
    name = text(one, "id")
    return Quoted(
        id=name.removeprefix(_MARK) if name.startswith(_MARK) else "",
        quote=_raw(quote, "exact"),
        prefix=_raw(quote, "prefix"),
        suffix=_raw(quote, "suffix"),
        note="\n\n".join(_raw(body, "value") for body in bodies if _is_note(body)),
        tags=tuple(filter(None, (text(body, *_tag_of(body)) for body in bodies))),
        colour=colour_of(next(filter(None, colours), "")),
        created=moment_of(text(one, "created")),
    )


def _tag_of(body: Object) -> tuple[str, ...]:
    return ("value",) if text(body, "purpose") == "tagging" else ("tag",)


def _is_note(body: Object) -> bool:
    return text(body, "purpose") not in ("tagging", "classifying") and bool(_raw(body, "value").strip())


def _objects(one: Any, name: str) -> Iterator[Object]:
    """Yield the objects of a member that may be one or a list."""
    value = one.get(name) if isinstance(one, dict) else None
    if isinstance(value, dict):
        yield value
    else:
        yield from objects(one, name)


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _raw(one: Object, name: str) -> str:
    value = one.get(name)
    return value if isinstance(value, str) else ""

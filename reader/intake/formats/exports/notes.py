"""Notes that this program wrote for Obsidian: what is known of each highlight stands in comments of theirs."""

import json
import re
from typing import Any

from reader.annotations.quoted import Quoted
from reader.intake.colours import colour_of
from reader.intake.decoding import decode
from reader.intake.entries import Entries
from reader.intake.excerpts import Excerpts
from reader.intake.formats.exports.json_values import line, texts
from reader.intake.hints import Hints
from reader.intake.moments import moment_of

IMPORTER = "notes 1"
_MARK = re.compile(r"^%% hamish (?P<id>[0-9a-f]{24}) [0-9a-f]{16} (?P<known>\{.*\}) %%$", re.MULTILINE)
_FRONT = re.compile(r"\A---\n((?:.*\n)*?)---\n")
_FACT = re.compile(r"^(\w+): (.+)$", re.MULTILINE)


def read(data: bytes, hints: Hints) -> Entries:
    """Return the highlights of a note, with the article that they are of.

    Raises ReaderError import.empty and import.binary.
    """
    text = decode(data, hints.file).text.replace("\r\n", "\n")
    front = _FRONT.match(text)
    facts = {found[1]: _value(found[2]) for found in _FACT.finditer(front[1] if front else "")}
    excerpts = Excerpts()
    left = [found[0] for found in _MARK.finditer(text) if not _take(found, facts, excerpts)]
    return Entries(IMPORTER, excerpts.entries(), tuple(left))


def _take(found: re.Match[str], facts: dict[str, Any], excerpts: Excerpts) -> bool:
    known = _value(found["known"])
    if not isinstance(known, dict):
        return False
    quoted = Quoted(
        id=found["id"],
        quote=str(known.get("quote", "")),
        prefix=str(known.get("prefix", "")),
        suffix=str(known.get("suffix", "")),
        note=str(known.get("note", "")),
        tags=texts(known.get("tags")),
        colour=colour_of(known.get("colour")),
        created=moment_of(known.get("created", "")),
    )
    return excerpts.add(
        quoted,
        title=line(facts, "title"),
        authors=texts(facts.get("author")),
        source=line(facts, "source"),
        published=line(facts, "published"),
        address=line(facts, "url"),
    )


def _value(written: str) -> Any:
    try:
        return json.loads(written)
    except (ValueError, RecursionError):
        return written.strip()

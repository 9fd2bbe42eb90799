"""A note for Obsidian for each article, which can be exported again over what was written into it.

Each piece of ours stands between two comments, which Obsidian does not show; the first carries a digest of the piece
and, for a highlight, all that is known of it. What stands outside such pieces is the reader's and stays; so does a
piece that the reader changed, and every line of the front matter. How others lost their readers' words by writing notes
whole: github.com/readwiseio/obsidian-readwise/issues/47 and 84.
"""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from reader.annotations.tags import tags_in
from reader.exporting import markdown
from reader.exporting.exported import Content, Exported, Passage
from reader.exporting.words import Words
from reader.text.lazy_pattern import LazyPattern

_PIECE = LazyPattern(
    r"%% hamish (?P<name>[\w-]+) (?P<digest>[0-9a-f]{16})(?P<known> \{.*\})? %%\n(?P<inside>(?:.*\n)*?)%% / %%\n"
)
_FRONT = LazyPattern(r"\A---\n((?:.*\n)*?)---\n")
_KEY = LazyPattern(r"(?m)^([\w-]+):")
_OF = LazyPattern(r"(?m)^hamish: [\"']?([0-9a-f]{32})[\"']?\s*$")
_NOT_IN_TAGS = LazyPattern(r"[^\w/-]+")


def make(exported: Sequence[Exported], content: Content) -> str:
    """Return a new note about one article."""
    (one,) = exported
    words = Words.of(one.article)
    pieces = [_piece("article", "\n\n".join(_article(one, content, words)))]
    if content is not Content.ARTICLE:
        pieces += (_passage(one, passage, words) for passage in one.passages())
    return f"---\n{''.join(_front_matter(one))}---\n\n" + "\n".join(pieces)


def renew(before: bytes, made: bytes) -> bytes:
    """Return a note brought up to date; what is not ours, or was changed by another hand, is as it was."""
    old, new = before.decode("utf-8", "surrogateescape"), made.decode("utf-8")
    old = old.replace("\r\n", "\n")
    fresh = {found["name"]: found[0] for found in _PIECE().finditer(new)}
    seen = {found["name"] for found in _PIECE().finditer(old)}
    renewed = _PIECE().sub(lambda found: _kept(found, fresh), old)
    added = [piece for name, piece in fresh.items() if name not in seen]
    if added:
        renewed = renewed.rstrip("\n") + "\n\n" + "\n".join(added)
    return _with_facts(renewed, new).encode("utf-8", "surrogateescape")


def is_about(note: bytes, article: str) -> bool:
    """Say whether a note is one of ours about an article."""
    front = _FRONT().match(note.decode("utf-8", "replace").replace("\r\n", "\n"))
    found = _OF().search(front[1]) if front else None
    return bool(found and found[1] == article)


def _kept(found: Any, fresh: dict[str, str]) -> str:
    """Return what stands in a piece's place: the new one; what another hand changed; nothing for one that is gone."""
    if _digest(found["inside"]) != found["digest"]:
        return str(found[0])
    return fresh.get(found["name"], "")


def _with_facts(note: str, new: str) -> str:
    """Return a note with the facts that its front matter lacks."""
    front, ours = _FRONT().match(note), _FRONT().match(new)
    if front is None or ours is None:
        return note
    known = set(_KEY().findall(front[1]))
    missing = "".join(line + "\n" for line in ours[1].splitlines() if line.partition(":")[0] not in known)
    return f"---\n{front[1]}{missing}---\n{note[front.end() :]}"


def _front_matter(exported: Exported) -> Iterator[str]:
    article = exported.article
    facts = {
        "title": article.title,
        "author": list(article.authors),
        "source": exported.source,
        "url": article.address,
        "published": exported.published[:10],
        "saved": exported.state.added[:10],
        "tags": [_tag(tag) for tag in exported.state.tags],
        "hamish": exported.id,
    }
    for name, value in facts.items():
        if value:
            yield f"{name}: {_json(value)}\n"  # every JSON value on one line is a YAML value


def _article(exported: Exported, content: Content, words: Words) -> Iterator[str]:
    yield f"# {markdown.escaped(exported.article.title)}"
    if content is not Content.HIGHLIGHTS:
        yield from markdown.body(exported)
    if content is not Content.ARTICLE and exported.highlights:
        yield f"## {words.label('highlights')}"


def _passage(exported: Exported, passage: Passage, words: Words) -> str:
    quoted = [markdown.escaped(line) for line in passage.quote.split("\n")] if passage.quote else []
    cited = markdown.escaped(words.citation(exported, passage))
    lines = [f"> {line}" for line in (*(f"=={line}==" for line in quoted), *(("", f"— {cited}") if quoted else ()))]
    name = ["", f"^h-{passage.id}"]
    lines += name if quoted else []  # it names the block before it
    lines += ["", *map(markdown.escaped, passage.note.split("\n"))] if passage.note else []
    lines += [] if quoted else name
    named = tags_in(passage.note)
    if tags := " ".join(f"#{_tag(tag)}" for tag in passage.tags if tag not in named):
        lines += ["", tags]
    known = {
        "quote": passage.quote,
        "prefix": passage.prefix,
        "suffix": passage.suffix,
        "note": passage.note,
        "tags": list(passage.tags),
        "colour": passage.colour,
        "created": passage.created,
        "paragraph": passage.paragraph,
    }
    return _piece(passage.id, "\n".join(lines).strip("\n"), {name: value for name, value in known.items() if value})


def _piece(name: str, inside: str, known: dict[str, Any] | None = None) -> str:
    inside = inside.encode("utf-8", "replace").decode().replace("%%", "%\u200b%") + "\n"
    told = f" {_json(known)}" if known else ""
    return f"%% hamish {name} {_digest(inside)}{told} %%\n{inside}%% / %%\n"


def _digest(inside: str) -> str:
    return sha256(inside.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _json(value: object) -> str:
    """Return a value as JSON on one line in which no comment ends."""
    return json.dumps(value, ensure_ascii=False).replace("%", "\\u0025").replace("\u2028", "\\u2028")


def _tag(tag: str) -> str:
    """Return a tag as Obsidian takes it: without spaces, and not of digits alone."""
    made = _NOT_IN_TAGS().sub("_", tag).strip("_")
    return f"_{made}" if made.isdigit() else made

"""An article as plain members and lists, as it lies on disk and travels in packages."""

from collections.abc import Callable, Mapping
from typing import Any

from reader.articles.article import Article, Block, BlockKind, Group, Inline, InlineKind, Origin, WrittenDate
from reader.text.direction import Direction
from reader.text.spans import Span

_OF_MOST_BLOCKS = frozenset(("id", "kind", "text", "direction"))


def to_plain(article: Article, of_block: Callable[[Block], object] | None = None) -> dict[str, Any]:
    """Return an article's members, each block as `of_block` gives it. What is empty is left out."""
    origin = article.origin
    return {
        "title": article.title,
        "direction": article.direction.value,
        **_filled(
            language=article.language,
            source=article.source,
            address=article.address,
            authors=list(article.authors),
            credits=list(article.credits),
            published=_date_to_plain(article.published),
            modified=_date_to_plain(article.modified),
            origin=origin
            and {
                "sha256": origin.sha256,
                **_filled(name=origin.name, media_type=origin.media_type, locator=origin.locator),
            },
            importer=article.importer,
        ),
        "blocks": list(map(of_block or block_to_plain, article.blocks)),
        **_sorted(article.extra),
    }


def is_mere_text(block: Block) -> bool:
    """Say whether a block has only the members that every block has, as most are."""
    return not (block.level or block.inlines or block.group or block.image or block.extra)


def block_to_plain(block: Block) -> dict[str, Any]:
    """Return a block's members. What is empty is left out."""
    group = block.group
    plain = {"id": block.id, "kind": str(block.kind), "text": block.text, "direction": str(block.direction)}
    if is_mere_text(block):
        return plain
    return {
        **plain,
        **_filled(
            level=block.level,
            inlines=[
                {
                    "span": {"start": inline.span.start, "end": inline.span.end},
                    "kind": inline.kind.value,
                    **_filled(target=inline.target),
                }
                for inline in block.inlines
            ],
            group=group
            and {
                "id": group.id,
                "kind": group.kind,
                **_filled(row=group.row, column=group.column, ordered=group.ordered),
            },
            image=block.image,
        ),
        **_sorted(block.extra),
    }


def _date_to_plain(date: WrittenDate | None) -> dict[str, Any] | None:
    return {"iso": date.iso, **_filled(written=date.written)} if date else None


def from_plain(plain: dict[str, Any]) -> Article:
    """Return the article that members make, with what a newer version of the program wrote beside them.

    Raises KeyError, TypeError, ValueError or AttributeError for what makes none. The members are used up.
    """
    return Article(
        title=_text(plain.pop("title")),
        direction=Direction(plain.pop("direction")),
        language=_text(plain.pop("language", "")),
        source=_text(plain.pop("source", "")),
        address=_text(plain.pop("address", "")),
        authors=tuple(map(_text, plain.pop("authors", ()))),
        credits=tuple(map(_text, plain.pop("credits", ()))),
        published=_date_from_plain(plain.pop("published", None)),
        modified=_date_from_plain(plain.pop("modified", None)),
        origin=_origin_from_plain(plain.pop("origin", None)),
        importer=_text(plain.pop("importer", "")),
        blocks=tuple(_block_from_plain(dict(block)) for block in plain.pop("blocks")),
        extra=plain,
    )


def _block_from_plain(plain: dict[str, Any]) -> Block:
    if plain.keys() == _OF_MOST_BLOCKS:  # the rest is not asked for one by one: a library has millions
        return Block(
            id=_text(plain["id"]),
            kind=BlockKind(plain["kind"]),
            text=_text(plain["text"]),
            direction=Direction(plain["direction"]),
        )
    group = plain.pop("group", None)
    return Block(
        id=_text(plain.pop("id")),
        kind=BlockKind(plain.pop("kind")),
        text=_text(plain.pop("text")),
        direction=Direction(plain.pop("direction")),
        level=int(plain.pop("level", 0)),
        inlines=tuple(
            Inline(Span(each["span"]["start"], each["span"]["end"]), InlineKind(each["kind"]), each.get("target", ""))
            for each in plain.pop("inlines", ())
        ),
        group=Group(
            _text(group["id"]),
            _text(group["kind"]),
            int(group.get("row", 0)),
            int(group.get("column", 0)),
            bool(group.get("ordered", False)),
        )
        if group
        else None,
        image=_text(plain.pop("image", "")),
        extra=plain,
    )


def _date_from_plain(plain: Mapping[str, Any] | None) -> WrittenDate | None:
    return WrittenDate(_text(plain["iso"]), _text(plain.get("written", ""))) if plain else None


def _origin_from_plain(plain: Mapping[str, Any] | None) -> Origin | None:
    if not plain:
        return None
    rest = (_text(plain.get(name, "")) for name in ("name", "media_type", "locator"))
    return Origin(_text(plain["sha256"]), *rest)


def _text(value: object) -> str:
    if not isinstance(value, str):
        message = f"not a text: {value!r}"
        raise TypeError(message)
    return value


def _filled(**members: Any) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value}


def _sorted(members: Mapping[str, Any]) -> dict[str, Any]:
    return {name: members[name] for name in sorted(members)}

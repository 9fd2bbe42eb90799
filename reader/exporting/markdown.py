"""Markdown, as programs for notes read it. What is Arabic begins its line and links end it, so that it runs right."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.articles.article import Block, BlockKind, Inline, InlineKind
from reader.exporting.exported import Content, Exported, Passage
from reader.exporting.parts import Part, is_title, parts, pieces
from reader.exporting.words import Words
from reader.text.lazy_pattern import LazyPattern

_SIGNS = LazyPattern(r"([\\`*\[\]<])|(?<!\w)(_)|(_)(?!\w)|(?<==)(=)|(&)(?=#?\w+;)")
# What at its start makes a line a heading, a quotation, an item, a rule or the first of a code block, and what makes
# the line before it a heading (CommonMark 4 and 5).
_AT_START = LazyPattern(r"(?m)^([^\S\n]*\d*)(>|#+(?=\s|$)|[+.)-](?=\s|$)|-(?=[- ]*$)|=(?=[= ]*$)|~(?=~~))")
_DEEPER = "    "
_MARKED_WHOLE = frozenset({BlockKind.LEAD, BlockKind.BYLINE, BlockKind.CAPTION, BlockKind.CREDIT})


def make(exported: Sequence[Exported], content: Content) -> str:
    """Return articles, their highlights or both."""
    return "\n\n---\n\n".join("\n\n".join(_whole(each, content)) for each in exported) + "\n"


def _whole(exported: Exported, content: Content) -> Iterator[str]:
    words = Words.of(exported.article)
    yield f"# {escaped(exported.article.title)}"
    if facts := words.facts(exported):
        yield "\n".join(f"- {name}: {escaped(value)}" for name, value in facts)
    if content is not Content.HIGHLIGHTS:
        yield from body(exported)
    passages = exported.passages() if content is not Content.ARTICLE else ()
    if passages:
        yield f"## {words.label('highlights')}"
    for passage in passages:
        yield from quotation(exported, passage, words)


def quotation(exported: Exported, passage: Passage, words: Words) -> Iterator[str]:
    """Yield a passage with its source, its note and its tags."""
    cited = escaped(words.citation(exported, passage))
    if passage.quote:
        lines = [escaped(line) for line in passage.quote.split("\n")]
        yield "\n".join(f"> {line}" for line in (*lines, "", f"— {cited}"))
    else:
        yield f"**{words.label('note_on_article')}**"
    if passage.note:
        yield escaped(passage.note)
    about = (
        words.colour(passage.colour) if passage.quote else "",
        words.listed(passage.tags),
        words.date(passage.created),
    )
    yield f"*{escaped(' · '.join(part for part in about if part))}*"


def body(exported: Exported) -> Iterator[str]:
    """Yield an article's parts, without its headline, which stands above them."""
    article = exported.article
    for part in parts(article):
        if part.kind is BlockKind.LIST_ITEM:
            yield "\n".join(_item(block) for block, _ in part.blocks)
        elif part.kind is BlockKind.TABLE_CELL:
            yield "\n".join(_table(part))
        else:
            yield from _pictures(part, exported)
            yield from (_block(block) for block, _ in part.blocks if block.text and not is_title(block, article))


def escaped(text: str) -> str:
    """Return a text of any number of lines whose signs mean themselves."""
    return _AT_START().sub(r"\1\\\2", _SIGNS().sub(r"\\\g<0>", text))


def _pictures(part: Part, exported: Exported) -> Iterator[str]:
    for block, _ in part.blocks:
        if block.image in exported.beside:
            yield f"![]({exported.beside[block.image]})"


def _block(block: Block) -> str:
    text = _line(block) if block.kind not in _MARKED_WHOLE else _line(replace(block, inlines=_links(block)))
    match block.kind:
        case BlockKind.HEADLINE:
            return f"# {text}"
        case BlockKind.HEADING:
            return f"{'#' * (block.level + 1)} {text}"
        case BlockKind.QUOTATION:
            return f"> {text}"
        case BlockKind.LEAD:
            return f"**{text}**"
        case BlockKind.BYLINE | BlockKind.CAPTION | BlockKind.CREDIT:
            return f"*{text}*"
    return text


def _links(block: Block) -> tuple[Inline, ...]:
    """Return the links of a block: other marks inside of what is marked as a whole would end that."""
    return tuple(inline for inline in block.inlines if inline.kind is InlineKind.LINK)


def _item(block: Block) -> str:
    group = block.group
    sign = f"{group.row + 1}." if group and group.ordered else "-"
    return f"{_DEEPER * (group.column if group else 0)}{sign} {_line(block)}"


def _table(part: Part) -> Iterator[str]:
    for number, row in enumerate(part.rows()):
        cells = (" ".join(_line(block).replace("|", "\\|") for block, _ in place) for place in row)
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield f"|{' --- |' * len(row)}"


def _line(block: Block) -> str:
    spans = [(inline.span, inline) for inline in block.inlines]
    marked = "".join(_marked(text, inlines) for text, inlines in pieces(block.text, spans))
    return _AT_START().sub(r"\1\\\2", marked)


def _marked(text: str, inlines: tuple[Inline, ...]) -> str:
    shown = _SIGNS().sub(r"\\\g<0>", text)
    core = shown.strip()
    if not core or not inlines:
        return shown
    before, after = shown[: len(shown) - len(shown.lstrip())], shown[len(shown.rstrip()) :]
    for inline in inlines:
        if inline.kind is InlineKind.LINK and inline.target:
            core = f"[{core}]({_target(inline.target)})"
        elif inline.kind is InlineKind.STRONG:
            core = f"**{core}**"
        elif inline.kind is InlineKind.EMPHASIS:
            core = f"*{core}*"
    return f"{before}{core}{after}"


def _target(address: str) -> str:
    return address.replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("\n", "")

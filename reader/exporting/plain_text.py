"""Plain text in logical order, as written, without signs of direction."""

from collections.abc import Iterator, Sequence

from reader.articles.article import Article, Block, BlockKind
from reader.exporting.exported import Content, Exported, Passage
from reader.exporting.parts import Part, is_title, parts
from reader.exporting.words import Words


def make(exported: Sequence[Exported], content: Content) -> str:
    """Return articles, their highlights or both."""
    return "\n\n\n".join("\n\n".join(_whole(each, content)) for each in exported) + "\n"


def _whole(exported: Exported, content: Content) -> Iterator[str]:
    words = Words.of(exported.article)
    yield exported.article.title
    if facts := words.facts(exported):
        yield "\n".join(f"{name}: {value}" for name, value in facts)
    if content is not Content.HIGHLIGHTS:
        yield from filter(None, (_part(part, exported.article) for part in parts(exported.article)))
    passages = exported.passages() if content is not Content.ARTICLE else ()
    if passages:
        yield words.label("highlights")
    yield from (_passage(exported, passage, words) for passage in passages)


def _part(part: Part, article: Article) -> str:
    if part.kind is BlockKind.TABLE_CELL:
        return "\n".join("\t".join(" ".join(block.text for block, _ in cell) for cell in row) for row in part.rows())
    if part.kind is BlockKind.LIST_ITEM:
        return "\n".join(f"{_sign(block)} {block.text}" for block, _ in part.blocks)
    return "\n\n".join(block.text for block, _ in part.blocks if block.text and not is_title(block, article))


def _sign(block: Block) -> str:
    return f"{block.group.row + 1}." if block.group and block.group.ordered else "•"


def _passage(exported: Exported, passage: Passage, words: Words) -> str:
    quoted = words.quoted(passage.quote) if passage.quote else words.label("note_on_article")
    about = words.listed((*passage.tags, words.date(passage.created)))
    cited = f"— {words.citation(exported, passage)}" if passage.quote else ""
    return "\n".join(filter(None, (quoted, cited, passage.note, about)))

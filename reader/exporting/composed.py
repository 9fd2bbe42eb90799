"""Articles and highlights put together as one article, for what is laid out on pages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.articles.article import Article, Block, BlockKind, Group
from reader.exporting.dossier import words_of
from reader.exporting.exported import Content, Exported, Passage
from reader.exporting.parts import is_title
from reader.exporting.words import Words
from reader.text.direction import direction_of


def composed(exported: Sequence[Exported], content: Content, title: str = "", notes: str = "") -> Article:
    """Return one article with what is exported of several; with a title of its own it has contents and sources.

    `notes` on all the articles stand before them, below that title.
    """
    words = words_of(exported)
    blocks: list[Block] = []
    if title:
        blocks.append(_block(BlockKind.HEADLINE, title, words))
        blocks += (_block(BlockKind.PARAGRAPH, line, words) for line in notes.splitlines() if line.strip())
        blocks += _listed("contents", (words.citation(each) for each in exported), words)
    for number, each in enumerate(exported):
        blocks += _about(each, content, words if title else Words.of(each.article), number)
    if title:
        cited = (" ".join(filter(None, (words.citation(each), each.article.address))) for each in exported)
        blocks += _listed("sources", cited, words)
    return Article(
        title=title or exported[0].article.title,
        blocks=tuple(replace(block, id=f"c{number}") for number, block in enumerate(blocks)),
        language=words.language,
        direction=words.direction,
    )


def _about(exported: Exported, content: Content, words: Words, number: int) -> Iterator[Block]:
    article = exported.article
    yield _block(BlockKind.HEADLINE, article.title, words)
    if facts := words.facts(exported):
        yield _block(BlockKind.CREDIT, " · ".join(f"{name}: {value}" for name, value in facts), words)
    if content is not Content.HIGHLIGHTS:
        for block in article.blocks:
            if not is_title(block, article):
                group = replace(block.group, id=f"{number}-{block.group.id}") if block.group else None
                yield replace(block, group=group)
    if exported.highlights and content is not Content.ARTICLE:
        yield _block(BlockKind.HEADING, words.label("highlights"), words, level=2)
        for passage in exported.passages():
            yield from _passage(exported, passage, words)


def _passage(exported: Exported, passage: Passage, words: Words) -> Iterator[Block]:
    for line in filter(None, passage.quote.split("\n")):
        yield _block(BlockKind.QUOTATION, line, words)
    cited = f"— {words.citation(exported, passage)}" if passage.quote else words.label("note_on_article")
    yield _block(BlockKind.CREDIT, cited, words)
    for line in filter(None, passage.note.split("\n")):
        yield _block(BlockKind.PARAGRAPH, line, words)


def _listed(label: str, items: Iterator[str], words: Words) -> Iterator[Block]:
    yield _block(BlockKind.HEADING, words.label(label), words, level=2)
    for number, item in enumerate(items):
        block = _block(BlockKind.LIST_ITEM, item, words)
        yield replace(block, group=Group(label, "list", number, ordered=True))


def _block(kind: BlockKind, text: str, words: Words, level: int = 0) -> Block:
    line = " ".join(text.split("\n"))
    return Block(id="", kind=kind, text=line, direction=direction_of(line, words.direction), level=level)

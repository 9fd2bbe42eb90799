"""A web page, saved or out of a clipboard. Nothing in it is run, nothing is fetched."""

from dataclasses import replace

from lxml.html import HtmlElement

from reader.articles.article import BlockKind, InlineKind
from reader.errors import ReaderError
from reader.intake.decoding import decode
from reader.intake.drafts import Draft
from reader.intake.footnotes import with_named_notes
from reader.intake.formats.html.beside import Shown, beside_in
from reader.intake.formats.html.blocks import BlockReader
from reader.intake.formats.html.choosing import Candidates, Known, chosen, is_linked, is_standfirst, main_of
from reader.intake.formats.html.evidence import Evidence, main_text_of
from reader.intake.formats.html.markup import parsed, unwrapped, without_embedded, without_tags
from reader.intake.formats.html.metadata import Metadata, metadata_of
from reader.intake.formats.html.noted import read_noted
from reader.intake.formats.html.notes import is_marked, marked_in, with_numbers_joined
from reader.intake.formats.html.programs import tidy_chat
from reader.intake.formats.html.saved_pictures import SavedPictures
from reader.intake.formats.html.stated_text import stated_instead
from reader.intake.head import Head
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.intake.pictures import Pictures
from reader.intake.refining import refined
from reader.intake.structure import article_of, structured
from reader.text.cleaning import clean
from reader.text.folding import fold

IMPORTER = "html 6"

_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.TABLE_CELL})


def read(data: bytes, hints: Hints) -> tuple[Imported, ...]:
    """Return the article that a page holds.

    Raises ReaderError import.empty and import.binary.
    """
    decoded = decode(data, hints.file)
    page = unwrapped(decoded.text)
    markup, embedded = without_embedded(page.markup)
    tree = parsed(markup, hints.file)
    if tree is None:
        return _without_markup(markup, hints, decoded.unreadable)
    tidy_chat(tree)
    kept = list(tree.iter())  # lxml makes an element anew each time it is come by, unless someone has kept it
    saved_from = hints.address or page.address
    metadata = Metadata() if page.is_fragment else metadata_of(tree, saved_from)
    known = Hints(address=saved_from or metadata.address, source=hints.source or metadata.outlet)
    pictures = Pictures()
    head = Head(source=metadata.outlet, published=metadata.published, modified=metadata.modified)
    head.authors += metadata.authors
    saved = SavedPictures((*hints.parts, *embedded), known.address, pictures)
    titled = (
        _fragment(tree, known.address, saved)
        if page.is_fragment
        else _article(tree, known.address, saved, metadata, head)
    )
    if hints.title and all(draft.kind is not BlockKind.HEADLINE for draft in titled):
        titled = [Draft(BlockKind.HEADLINE, hints.title), *titled]
    whole = with_numbers_joined(_without_empty_links(draft) for draft in titled)
    drafts, agencies = refined(whole, head)
    head.title = next((draft.text for draft in drafts.drafts if draft.kind is BlockKind.HEADLINE), "")
    if not any(draft.text for draft in drafts.drafts):
        raise ReaderError("import.empty", file=hints.file)
    article = with_named_notes(article_of(drafts, head, known, IMPORTER, agencies))
    named = {block.image for block in article.blocks}
    images = tuple(data for data, name in pictures.named() if name in named)
    one = Imported(article=article, images=images, leftovers=tuple(head.leftovers), unreadable=decoded.unreadable)
    del kept
    return (one,)


def _without_empty_links(draft: Draft) -> Draft:
    """Return a draft without the links whose address a page only states in part."""
    if all(inline.kind is not InlineKind.LINK or inline.target for inline in draft.inlines):
        return draft
    kept = (inline for inline in draft.inlines if inline.kind is not InlineKind.LINK or inline.target)
    return replace(draft, inlines=tuple(kept))


def _fragment(tree: HtmlElement, address: str, saved: SavedPictures) -> list[Draft]:
    """Return all that a clipboard holds: the reader has chosen it."""
    reader = read_noted(tree, address, saved)
    titled, _ = _titled(reader, "")
    return titled


def _article(tree: HtmlElement, address: str, saved: SavedPictures, metadata: Metadata, head: Head) -> list[Draft]:
    """Return the drafts of a page's article, with its headline; what is beside it is left over."""
    body = tree.find("body")
    whole = tree if body is None else body
    evidence = [Evidence(texts) for texts in (main_text_of(tree), metadata.texts) if texts]
    amounts = Shown(whole)
    reader = read_noted(whole, address, saved, beside_in(whole, amounts, metadata.title), marks_all_links=True)
    drafts, headline = _titled(reader, metadata.title)
    if is_linked(drafts):
        return stated_instead(tree, metadata, (), address) or drafts
    page = Candidates(drafts, reader.elements, headline)
    stated = Known((*metadata.names, metadata.outlet), metadata.published is not None)
    taken = chosen(page, main_of(whole, amounts), evidence, stated)
    marked = marked_in(draft for draft, is_taken in zip(drafts, taken, strict=True) if is_taken)
    taken = [is_taken or is_marked(draft, marked) for draft, is_taken in zip(drafts, taken, strict=True)]
    if not any(taken[place] and drafts[place].text for place in range(len(drafts)) if place != headline):
        return stated_instead(tree, metadata, (), address) or drafts
    left = [draft for draft, is_taken in zip(drafts, taken, strict=True) if draft.text and not is_taken]
    heads = [place > headline >= 0 and is_standfirst(element) for place, element in enumerate(reader.elements)]
    drafts = [_as_lead(draft) if is_head else draft for draft, is_head in zip(drafts, heads, strict=True)]
    shown = [draft for draft, is_taken in zip(drafts, taken, strict=True) if is_taken]
    head.leftovers += [draft.text for draft in left]
    body = (place for place in range(headline + 1, len(drafts)) if taken[place] and not heads[place])
    first = next(body, headline)
    for place in range(headline + 1, first) if headline >= 0 else ():
        if not taken[place]:
            head.learn(drafts[place].text)
    return stated_instead(tree, metadata, shown, address) or shown


def _as_lead(draft: Draft) -> Draft:
    return replace(draft, kind=BlockKind.LEAD, level=0) if draft.kind is BlockKind.HEADING else draft


def _titled(reader: BlockReader, title: str) -> tuple[list[Draft], int]:
    """Return the drafts with the headline marked, and its place; -1 without one.

    It is the heading that is the page's title, or the first of level 1; else it is put above all.
    """
    drafts = reader.drafts.drafts
    wanted = fold(title)
    headings = [place for place, draft in enumerate(drafts) if draft.kind is BlockKind.HEADING]
    same = [place for place in headings if title and fold(drafts[place].text) == wanted]
    first = [place for place in headings if drafts[place].level == 1]
    at_the_top = [place for place in headings[:1] if place == 0 and not title]
    place = next(iter(same or ([] if title else first) or at_the_top), -1)
    if place < 0 and title:
        plain = (number for number, draft in enumerate(drafts) if draft.kind in _PLAIN and fold(draft.text) == wanted)
        place = next(plain, -1)
    if place >= 0:
        headline = Draft(BlockKind.HEADLINE, drafts[place].text, inlines=drafts[place].inlines)
        return [*drafts[:place], headline, *drafts[place + 1 :]], place
    if title and drafts:
        reader.elements.insert(0, None)
        return [Draft(BlockKind.HEADLINE, clean(title)), *drafts], 0
    return drafts, -1


def _without_markup(markup: str, hints: Hints, unreadable: int) -> tuple[Imported, ...]:
    """Return the text between a page's tags as an article of paragraphs: better than to lose it."""
    result = structured(without_tags(markup), replace(hints, plain=True), IMPORTER)
    if not result.article.blocks:
        raise ReaderError("import.empty", file=hints.file)
    return (Imported(article=result.article, unreadable=unreadable),)

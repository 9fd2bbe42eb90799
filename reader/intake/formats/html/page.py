"""A web page, saved or out of a clipboard. Nothing in it is run, nothing is fetched."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from html import unescape

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from reader.articles.article import BlockKind, InlineKind
from reader.errors import ReaderError
from reader.intake.decoding import decode
from reader.intake.drafts import Draft
from reader.intake.formats.html.blocks import BlockReader, is_hidden
from reader.intake.formats.html.metadata import Metadata, metadata_of
from reader.intake.head import Head
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.intake.refining import refined
from reader.intake.structure import article_of, structured
from reader.text.cleaning import clean
from reader.text.folding import fold

IMPORTER = "html 1"

_CLIPBOARD = re.compile(r"\A(?:[A-Za-z]+:[^\r\n]*\r?\n)+")
_SOURCE_ADDRESS = re.compile(r"^SourceURL:(?P<address>https?://\S+)", re.MULTILINE)
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(?P<fragment>.*)<!--\s*EndFragment\s*-->", re.DOTALL)
_TAG = re.compile(
    r"<(?:script|style)\b.*?</(?:script|style)\s*>|<!--.*?-->|<[/!?a-zA-Z][^>]*>", re.IGNORECASE | re.DOTALL
)
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|related|comments?|cookies?|consent|newsletter|subscribe|breadcrumbs?|sidebar|advert\w*|ads?|promo"
    r"|banner|menu|navbar|pagination|tags|tag-list|most-read|recommend\w*|read-?more|read-?also|popup|modal|toolbar|print"
    r"|login|skip)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MOST_BESIDE = 0.4  # the share of the page's text that something called “related” and the like may have to be left out
_LEAST_OF_MAIN = 0.4  # the share of the page's text in paragraphs that an article element must have to be the article
_MENU_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})
_ONLY_LINKS = 0.8
_PARAGRAPHS = ("p", "li", "blockquote", "h2", "h3", "td")


def read(data: bytes, hints: Hints) -> tuple[Imported, ...]:
    """Return the article that a page holds.

    Raises ReaderError import.empty and import.binary.
    """
    decoded = decode(data, hints.file)
    markup, is_fragment, address = _unwrapped(decoded.text)
    tree = _parsed(markup, hints.file)
    if tree is None:
        return _without_markup(markup, hints, decoded.unreadable)
    metadata = Metadata() if is_fragment else metadata_of(tree)
    known = Hints(address=hints.address or address or metadata.address, source=hints.source or metadata.outlet)
    main, beside = (tree, ()) if is_fragment else _main(tree)
    reader = BlockReader(known.address, beside)
    reader.read(main)
    head = Head(source=metadata.outlet, published=metadata.published, modified=metadata.modified)
    head.authors += metadata.authors
    titled = _titled(reader.drafts.drafts, metadata.title)
    drafts, agencies = refined(titled if is_fragment else _without_menus(titled, head), head)
    head.title = next((draft.text for draft in drafts.drafts if draft.kind is BlockKind.HEADLINE), "")
    if not drafts.drafts:
        raise ReaderError("import.empty", file=hints.file)
    article = article_of(drafts, head, known, IMPORTER, agencies)
    return (Imported(article=article, leftovers=tuple(head.leftovers), unreadable=decoded.unreadable),)


def _unwrapped(text: str) -> tuple[str, bool, str]:
    """Return the markup without what clipboards put round it, whether it is a fragment, and its stated address."""
    header = _CLIPBOARD.match(text) if text.startswith("Version:") else None
    source = _SOURCE_ADDRESS.search(header[0]) if header else None
    fragment = _FRAGMENT.search(text)
    markup = fragment["fragment"] if fragment else text[header.end() :] if header else text
    return markup, fragment is not None, source["address"] if source else ""


def _parsed(markup: str, file: str) -> HtmlElement | None:
    """Return the tree of a page or fragment, or None where elements are nested deeper (256) than any honest page's."""
    parser = HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=False)
    try:
        tree = document_fromstring(_encodable(markup).encode(), parser=parser)
    except etree.ParserError:
        tree = None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        return None
    if tree is None:
        raise ReaderError("import.empty", file=file)
    return tree


def _without_markup(markup: str, hints: Hints, unreadable: int) -> tuple[Imported, ...]:
    """Return the text between a page's tags as an article of paragraphs: better than to lose it."""
    text = unescape(_TAG.sub("\n", _encodable(markup)))
    result = structured(text, replace(hints, plain=True), IMPORTER)
    if not result.article.blocks:
        raise ReaderError("import.empty", file=hints.file)
    return (Imported(article=result.article, unreadable=unreadable),)


def _encodable(markup: str) -> str:
    """Return markup that can be encoded: lone surrogates and NUL cannot stand in a tree."""
    return markup.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def _main(tree: HtmlElement) -> tuple[HtmlElement, Collection[HtmlElement]]:
    """Return the element that holds the article, and the elements that pages put beside and into it."""
    body = tree.find("body")
    whole = tree if body is None else body
    amount = _amount(whole)
    beside = {
        element
        for element in whole.iter(etree.Element)
        if _BESIDE.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        and _amount(element) <= _MOST_BESIDE * amount
    }
    best = max(_candidates(whole), key=_amount, default=whole)
    return (best if _amount(best) >= _LEAST_OF_MAIN * amount else whole), beside


def _candidates(whole: HtmlElement) -> Iterator[HtmlElement]:
    yield from whole.iter("article", "main")
    for element in whole.iter(etree.Element):
        property_ = element.get("itemprop") or element.get("property") or ""
        if element.get("role") == "main" or "articleBody" in property_:
            yield element


def _amount(element: HtmlElement) -> int:
    """Return how many code points of text an element shows in paragraphs and their like."""
    return sum(
        len(str(paragraph.text_content())) for paragraph in element.iter(*_PARAGRAPHS) if not is_hidden(paragraph)
    )


def _titled(drafts: list[Draft], title: str) -> list[Draft]:
    """Return the drafts with the headline marked: the heading that is the page's title, the first of level 1, or it."""
    wanted = fold(title)
    headings = [place for place, draft in enumerate(drafts) if draft.kind is BlockKind.HEADING]
    same = [place for place in headings if title and fold(drafts[place].text) == wanted]
    first = [place for place in headings if drafts[place].level == 1]
    at_the_top = [place for place in headings[:1] if place == 0 and not title]
    place = next(iter(same or first or at_the_top), -1)
    if place >= 0:
        headline = Draft(BlockKind.HEADLINE, drafts[place].text, inlines=drafts[place].inlines)
        return [*drafts[:place], headline, *drafts[place + 1 :]]
    return [Draft(BlockKind.HEADLINE, clean(title)), *drafts] if title and drafts else drafts


def _without_menus(drafts: list[Draft], head: Head) -> list[Draft]:
    """Return a page's drafts without what stands above its headline and what is nothing but a link to elsewhere."""
    titled = next((place for place, draft in enumerate(drafts) if draft.kind is BlockKind.HEADLINE), 0)
    beside = [
        draft.kind in _MENU_KINDS and (place < titled or _is_only_a_link(draft)) for place, draft in enumerate(drafts)
    ]
    amount = sum(len(draft.text) for draft, is_beside in zip(drafts, beside, strict=True) if is_beside)
    if amount > sum(len(draft.text) for draft in drafts) / 2:  # a list of links may be what the page is
        return drafts
    head.leftovers += [draft.text for draft, is_beside in zip(drafts, beside, strict=True) if is_beside]
    return [draft for draft, is_beside in zip(drafts, beside, strict=True) if not is_beside]


def _is_only_a_link(draft: Draft) -> bool:
    linked = sum(len(inline.span) for inline in draft.inlines if inline.kind is InlineKind.LINK)
    return linked >= _ONLY_LINKS * len(draft.text)

"""Articles out of the entries of a feed or of another program's export. This runs in a process of its own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.articles.article import HIGHLIGHTS, PART, SUMMARY, Article, BlockKind, WrittenDate
from reader.errors import ReaderError
from reader.intake.drafts import Draft, Drafts
from reader.intake.entries import Entry
from reader.intake.footnotes import with_named_notes
from reader.intake.head import Head
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.intake.moments import date_of
from reader.intake.pictures import Pictures
from reader.intake.structure import article_of, structured
from reader.text.cleaning import clean
from reader.text.direction import Direction, direction_of
from reader.text.folding import fold
from reader.text.language import language_of

# What WordPress puts below each entry of its feeds, with the names of the entry and of the site.
_FIRST_APPEARED = re.compile(
    r"(?:The post\b.{1,300}(?:appeared first|first appeared) on"
    r"|(?:ظهرت المقالة|ظهرت التدوينة|المقالة|التدوينة|المقال)\s.{1,300}أول[اًا]{1,2} على)\s.{1,100}"
)
_BEGINNING = 20  # code points
_TITLE_IN_TEXT = 3  # blocks from the top among which an entry may repeat its title


def articles_of(entries: Iterable[Entry], importer: str) -> Iterator[Imported]:
    """Yield an article for each entry; one without content is an address alone.

    One that has no address either is made of what was highlighted in it.
    """
    return (_imported(entry, importer) for entry in entries)


def _imported(entry: Entry, importer: str) -> Imported:
    pictures = Pictures()
    drafts, leftovers = _content(entry, pictures)
    if drafts.drafts:
        article = _article(entry, drafts, importer, "" if entry.html or entry.text or entry.pdf else SUMMARY)
    elif entry.address:
        article = _link(entry, importer)
    else:
        article = _article(entry, _of_highlights(entry), importer, HIGHLIGHTS)
    named = {block.image for block in article.blocks}
    return Imported(
        article=article,
        images=tuple(data for data, name in pictures.named() if name in named),
        leftovers=(*entry.leftovers, *leftovers),
        state=entry.state,
        highlights=entry.highlights,
    )


def _content(entry: Entry, pictures: Pictures) -> tuple[Drafts, tuple[str, ...]]:
    """Return the blocks of an entry's content, and what was dropped of it."""
    drafts = Drafts()
    leftovers: tuple[str, ...] = ()
    if entry.html:
        drafts = _of_markup(entry.html, entry.base or entry.address, pictures)
    elif entry.text:
        drafts, leftovers = _of_text(entry)
    elif entry.pdf:
        drafts, leftovers = _of_pdf(entry, pictures)
    if entry.summary:
        summary = _of_markup(entry.summary, entry.base or entry.address, pictures)
        told = fold("\n".join(draft.text for draft in drafts.drafts))
        new = [draft for draft in summary.drafts if draft.text and fold(draft.text).rstrip(".… ") not in told]
        drafts.drafts[:0] = [Draft(BlockKind.LEAD, draft.text, 0, draft.inlines) for draft in new]
    last = drafts.drafts[-1].text if len(drafts.drafts) > 1 else ""
    if _FIRST_APPEARED.fullmatch(last):
        leftovers = (*leftovers, drafts.drafts.pop().text)
    return drafts, leftovers


def _of_markup(markup: str, base: str, pictures: Pictures) -> Drafts:
    from reader.intake.formats.html.fragment import drafts_of

    return drafts_of(markup, base, pictures)


def _of_text(entry: Entry) -> tuple[Drafts, tuple[str, ...]]:
    try:
        made = structured(entry.text, Hints())
    except ReaderError:
        return Drafts(), ()
    return _drafts_of(made.article, entry), made.leftovers


def _of_pdf(entry: Entry, pictures: Pictures) -> tuple[Drafts, tuple[str, ...]]:
    """Return what a PDF holds; one that holds no text is named among what was left over."""
    from reader.intake.formats.pdf.document import read

    try:
        (one,) = read(entry.pdf, Hints(file=entry.locator))
    except ReaderError:
        return Drafts(), (entry.locator,)
    for data in one.images:
        pictures.add(data)
    return _drafts_of(one.article, entry), one.leftovers


def _drafts_of(article: Article, entry: Entry) -> Drafts:
    """Return the blocks of what an entry holds; below the entry's title a headline is a heading."""
    drafts = Drafts(groups=len({block.group.id for block in article.blocks if block.group}))
    for block in article.blocks:
        is_second = bool(entry.title) and block.kind is BlockKind.HEADLINE
        kind, level = (BlockKind.HEADING, 1) if is_second else (block.kind, block.level)
        drafts.drafts.append(Draft(kind, block.text, level, block.inlines, block.group, block.image, block.extra))
    return drafts


def _of_highlights(entry: Entry) -> Drafts:
    drafts = Drafts()
    for text in dict.fromkeys(quoted.quote for quoted in entry.highlights if quoted.quote):
        for line in filter(None, map(str.strip, clean(text).split("\n"))):
            drafts.add(BlockKind.QUOTATION, line)
    return drafts


def _article(entry: Entry, drafts: Drafts, importer: str, part: str) -> Article:
    title = clean(entry.title).replace("\n", " ").strip()
    if title:
        _put_headline(drafts, title)
    head = Head(title=title, published=_date(entry.published), modified=_date(entry.modified))
    head.authors += [clean(name).strip() for name in entry.authors]
    hints = Hints(address=entry.address, source=clean(entry.source).strip())
    article = article_of(drafts, head, hints, importer)
    article = with_named_notes(article) if "#" in entry.html or "#" in entry.summary else article
    return replace(article, extra={PART: part}) if part else article


def _put_headline(drafts: Drafts, title: str) -> None:
    """Put the title above the text, in the place of a block near the top that repeats it."""
    folded = fold(title)
    for place, draft in enumerate(drafts.drafts[:_TITLE_IN_TEXT]):
        may_be = folded.startswith(fold(draft.text[:_BEGINNING]))  # which tells nearly all from it
        if may_be and fold(draft.text) == folded and not draft.image:
            del drafts.drafts[place]
            break
    drafts.drafts.insert(0, Draft(BlockKind.HEADLINE, title))


def _link(entry: Entry, importer: str) -> Article:
    """Return an address as an article whose text was never kept."""
    title = clean(entry.title).replace("\n", " ").strip()
    is_named = bool(title) and "://" not in title
    return Article(
        title=title or entry.address,
        blocks=(),
        source=clean(entry.source).strip(),
        address=entry.address,
        authors=tuple(clean(name).strip() for name in entry.authors),
        published=_date(entry.published),
        language=language_of(title) if is_named else "",
        direction=direction_of(title) if is_named else Direction.LTR,
        importer=importer,
        extra={"feed": entry.feed} if entry.feed else {},
    )


def _date(written: str) -> WrittenDate | None:
    iso = date_of(written) if written else ""
    return WrittenDate(iso, written) if iso else None

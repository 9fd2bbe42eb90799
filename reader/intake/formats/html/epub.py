"""An e-book in EPUB 2 or 3: the whole of it as one article, or each chapter as one.

Specifications: EPUB 3.3 (W3C), OPF 2.0.1 (IDPF). What is protected by its publisher is told as such.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.articles.article import Article, BlockKind, Origin
from reader.errors import ReaderError
from reader.intake.archives import Archive, resolved
from reader.intake.drafts import Draft, Drafts
from reader.intake.footnotes import with_named_notes
from reader.intake.formats.html.book import Book, book_of
from reader.intake.formats.html.chapter import chapter_drafts
from reader.intake.head import Head
from reader.intake.hints import Hints
from reader.intake.imported import Imported
from reader.intake.pictures import Pictures
from reader.intake.structure import article_of
from reader.intake.xml_tree import parsed_xml
from reader.text.cleaning import clean
from reader.text.folding import fold

IMPORTER = "epub 2"

_ENCRYPTION = "META-INF/encryption.xml"
_OF_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")  # disguised, not locked
_LEAST_CHAPTER = 200  # code points: what has fewer and no title of its own belongs to the chapter before


@dataclass(frozen=True, slots=True)
class _Chapter:
    path: str
    title: str
    drafts: Sequence[Draft]
    images: tuple[bytes, ...]


def read(data: bytes, hints: Hints) -> tuple[Imported, ...]:
    """Return the article that a book is, or with `hints.chapters` those that its chapters are.

    Raises ReaderError import.archive_damaged, import.archive_too_large, import.encrypted, import.book_damaged and
    import.empty.
    """
    archive = Archive(data, hints.file)
    _check_protection(archive, hints.file)
    book = book_of(archive, hints.file)
    chapters = list(_chapters(archive, book))
    if not any(draft.text for chapter in chapters for draft in chapter.drafts):
        raise ReaderError("import.empty", file=hints.file)
    if hints.chapters:
        return tuple(_imported(book, [chapter], chapter.title, hints) for chapter in _with_text(chapters))
    return (_imported(book, chapters, "", hints),)


def _check_protection(archive: Archive, file: str) -> None:
    """Refuse a book whose texts are encrypted; fonts may be disguised.

    Raises ReaderError import.encrypted.
    """
    stated = archive.find(_ENCRYPTION)
    if not stated:
        return
    for element in parsed_xml(stated, file, mending=True).iter("{*}EncryptionMethod"):
        if element.get("Algorithm") not in _OF_FONTS:
            raise ReaderError("import.encrypted", file=file)


def _chapters(archive: Archive, book: Book) -> Iterator[_Chapter]:
    titles = _titles(archive, book.contents)
    pictures = Pictures()
    for path in book.spine:
        before = len(pictures.images)
        drafts = chapter_drafts(archive, path, pictures)
        yield _Chapter(path, titles.get(path, ""), drafts, pictures.images[before:])


def _titles(archive: Archive, contents: str) -> dict[str, str]:
    """Return what the table of contents calls each file: the first entry that points to it."""
    titles: dict[str, str] = {}
    if not contents:
        return titles
    try:
        root = parsed_xml(archive.read(contents), mending=True)
    except ReaderError:
        return titles
    points = [(link.get("href"), "".join(link.itertext())) for link in root.iter("{*}a")]
    for point in root.iter("{*}navPoint"):
        target = point.find("{*}content")
        label = point.find("{*}navLabel")
        if target is not None and label is not None:
            points.append((target.get("src"), "".join(label.itertext())))
    for reference, label in points:
        title = " ".join(clean(label).split())
        if reference and title:
            titles.setdefault(resolved(reference, contents), title)
    return titles


def _with_text(chapters: Sequence[_Chapter]) -> list[_Chapter]:
    """Return the chapters that are more than a title page, others put to the one before."""
    kept: list[_Chapter] = []
    for chapter in chapters:
        length = sum(len(draft.text) for draft in chapter.drafts)
        if kept and not chapter.title and length < _LEAST_CHAPTER:
            last = kept[-1]
            kept[-1] = replace(last, drafts=[*last.drafts, *chapter.drafts], images=last.images + chapter.images)
        elif length:
            kept.append(chapter)
    return kept


def _imported(book: Book, chapters: Sequence[_Chapter], title: str, hints: Hints) -> Imported:
    drafts = Drafts()
    for chapter in chapters:
        _add(drafts, chapter)
    head = Head(title=title or book.title, source=book.publisher, published=book.published)
    head.authors += book.authors
    _set_headline(drafts, head, is_chapter=bool(hints.chapters))
    if hints.chapters:
        head.source = book.title or book.publisher
    article = with_named_notes(article_of(drafts, head, hints, IMPORTER))
    article = replace(article, language=article.language or book.language.partition("-")[0])
    if hints.chapters:
        article = _located(article, chapters[0].path)
    used = {block.image for block in article.blocks if block.image}
    pictures = Pictures()
    images = dict.fromkeys(image for chapter in chapters for image in chapter.images)
    for image in images:
        pictures.add(image)
    images_used = tuple(data for data, name in pictures.named() if name in used)
    return Imported(
        article=article, images=images_used, leftovers=() if hints.chapters else (*book.missing, *book.unlisted)
    )


def _located(article: Article, path: str) -> Article:
    return replace(article, origin=Origin(sha256="", locator=path))


def _add(drafts: Drafts, chapter: _Chapter) -> None:
    """Add a chapter's blocks, their groups numbered on, under its title if it does not say it itself."""
    groups: dict[str, str] = {}
    first = next((draft for draft in chapter.drafts if draft.text), None)
    is_headed = first is None or first.kind is BlockKind.HEADING or fold(chapter.title) in fold(first.text)
    if chapter.title and not is_headed:
        drafts.add(BlockKind.HEADING, chapter.title, 1)
    for draft in chapter.drafts:
        group = draft.group
        if group:
            if group.id not in groups:
                groups[group.id] = drafts.new_group(group.kind).id
            group = replace(group, id=groups[group.id])
        drafts.drafts.append(replace(draft, group=group))


def _set_headline(drafts: Drafts, head: Head, *, is_chapter: bool) -> None:
    """Put the book's title above it, and a chapter's own first heading in its place."""
    texts = [place for place, draft in enumerate(drafts.drafts) if draft.text]
    first = drafts.drafts[texts[0]] if texts else None
    heads = first is not None and first.kind is BlockKind.HEADING
    if first and heads and (is_chapter or fold(first.text) == fold(head.title)):
        drafts.drafts[texts[0]] = replace(first, kind=BlockKind.HEADLINE, level=0)
        head.title = first.text
    elif head.title:
        drafts.drafts.insert(0, Draft(BlockKind.HEADLINE, head.title))

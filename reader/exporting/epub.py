"""An article as an e-book (EPUB 3.3, https://www.w3.org/TR/epub-33/) whose pages turn the way its text runs."""

import io
import zipfile
from collections.abc import Iterator, Sequence

from reader.articles.article import Article, BlockKind
from reader.exporting import markup
from reader.exporting.exported import Content, Exported, Passage
from reader.exporting.pictures import picture_bytes, picture_kind
from reader.exporting.web_page import STYLE
from reader.exporting.words import Words
from reader.text.direction import Direction
from reader.text.search import excerpt
from reader.text.spans import Span

MEDIA_TYPE = "application/epub+zip"
UNDETERMINED = "und"
LONGEST_ENTRY = 80
"""Code points of a highlight in the contents."""

_TIME = (1980, 1, 1, 0, 0, 0)
_OLDEST = "1980-01-01T00:00:00"
_FOLDER = "EPUB"
_CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="{_FOLDER}/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def make(exported: Sequence[Exported], content: Content) -> bytes:
    """Return a book with one article; the same article makes the same bytes."""
    (one,) = exported
    pictures = dict(_pictures(one))
    inside = markup.whole(one, content, lambda name: pictures[name][0] if name in pictures else "")
    files = {
        "mimetype": MEDIA_TYPE.encode(),
        "META-INF/container.xml": _CONTAINER.encode(),
        f"{_FOLDER}/package.opf": _package(one, pictures).encode(),
        f"{_FOLDER}/nav.xhtml": _page(one, _contents(one, content)).encode(),
        f"{_FOLDER}/article.xhtml": _page(one, inside).encode("utf-8", "replace"),
        f"{_FOLDER}/style.css": STYLE.encode(),
        **{f"{_FOLDER}/{path}": data for path, _, data in pictures.values()},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return made.getvalue()


def _pictures(exported: Exported) -> Iterator[tuple[str, tuple[str, str, bytes]]]:
    """Yield pictures by their names: path in the book, media type, bytes."""
    for number, name in enumerate(exported.images, 1):
        data = picture_bytes(exported.images, name)
        if kind := picture_kind(data):
            yield name, (f"images/{number}.{kind}", f"image/{kind}", data)


def _package(exported: Exported, pictures: dict[str, tuple[str, str, bytes]]) -> str:
    article = exported.article
    moment = (exported.state.added[:19] or _OLDEST) + "Z"
    facts = [
        ("dc:title", article.title),
        ("dc:language", article.language or UNDETERMINED),
        *(("dc:creator", name) for name in article.authors),
        ("dc:publisher", exported.source),
        ("dc:date", exported.published),
        ("dc:source", article.address),
    ]
    told = "\n".join(f"<{name}>{markup.text(value)}</{name}>" for name, value in facts if value)
    items = "\n".join(
        f'<item id="i{number}" href="{path}" media-type="{kind}"/>'
        for number, (path, kind, _) in enumerate(pictures.values(), 1)
    )
    language = markup.text(article.language or UNDETERMINED)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{language}"
 dir="{article.direction.value}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:x-hamish:article:{exported.id}</dc:identifier>
{told}
<meta property="dcterms:modified">{moment}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="article" href="article.xhtml" media-type="application/xhtml+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
{items}
</manifest>
<spine page-progression-direction="{article.direction.value}"><itemref idref="article"/></spine>
</package>
"""


def _contents(exported: Exported, content: Content) -> str:
    """Return the contents: the headline with the headings below it, then each highlight by its first words."""
    words = Words.of(exported.article)
    headings = _headings(exported.article) if content is not Content.HIGHLIGHTS else ()
    items = _entry("title", exported.article.title, "".join(_entry(*each) for each in headings))
    passages = exported.passages() if content is not Content.ARTICLE else ()
    if passages:
        each = (_entry(f"note-{passage.id}", _first_words(passage, words)) for passage in passages)
        items += _entry("highlights", words.label("highlights"), "".join(each))
    return f'<nav epub:type="toc"><h1>{markup.text(words.label("contents"))}</h1><ol>{items}</ol></nav>'


def _entry(anchor: str, told: str, below: str = "") -> str:
    inside = f"<ol>{below}</ol>" if below else ""
    return f'<li><a href="article.xhtml#{anchor}"><bdi>{markup.text(told)}</bdi></a>{inside}</li>'


def _headings(article: Article) -> Iterator[tuple[str, str]]:
    for block, place in article.placed_blocks():
        if block.kind is BlockKind.HEADING and block.text:
            yield markup.heading_anchor(place), block.text


def _first_words(passage: Passage, words: Words) -> str:
    told = " ".join((passage.quote or passage.note or words.label("note_on_article")).split())
    return excerpt(told, Span(0, 0), LONGEST_ENTRY).text


def _page(exported: Exported, inside: str) -> str:
    article = exported.article
    language, direction = markup.text(article.language or UNDETERMINED), Direction(article.direction).value
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="{language}"
 lang="{language}" dir="{direction}">
<head><title>{markup.text(article.title)}</title><link rel="stylesheet" href="style.css"/></head>
<body>
{inside}
</body>
</html>
"""

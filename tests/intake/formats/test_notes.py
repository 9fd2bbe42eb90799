import pytest

from reader.articles.article import Article, BlockKind, InlineKind
from reader.intake.formats.html.epub import read as read_book
from reader.intake.formats.html.page import read as read_page
from reader.intake.hints import Hints
from tests.intake.formats.test_epub import FILES, book

SAID = "وصل الحارس قبل الغروب ومعه دفتر كتب فيه كلّ ما رآه من السفن"
GOES_ON = " ثمّ صعد الدرج إلى المصباح الكبير وأشعله كما يفعل كلّ مساء."
NOTE = "من دفتر الحارس نفسه."
OF_WORD = f"""<p class=MsoNormal>{SAID}<a href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>
<span lang=AR-SA>[1]</span></span></a>{GOES_ON}</p><div><br clear=all><hr align=right size=1 width="33%">
<div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> {NOTE}</p></div>
</div>"""
OF_GOOGLE = f"""<p><span>{SAID}</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>{GOES_ON}</p><hr>
<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;{NOTE}</span></p></div>"""
OF_WIKIPEDIA = f"""<p>{SAID}<sup id="cite_ref-1"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup>{GOES_ON}
</p><h2>مراجع</h2><ol><li id="cite_note-1"><span><b><a href="#cite_ref-1">^</a></b></span> <span>{NOTE}</span></li>
</ol>"""
OF_SUBSTACK = f"""<p>{SAID}<a id="footnote-anchor-1" href="#footnote-1">1</a>{GOES_ON}</p><div class="footnote"><a
id="footnote-1" href="#footnote-anchor-1">1</a><div class="footnote-content"><p>{NOTE}</p></div></div>"""
WITHOUT_LINK_BACK = f"""<p>{SAID}<sup><a href="#n1">1</a></sup>{GOES_ON}</p><p id="n1">1. {NOTE}</p>"""
AT_THE_END = f"""<p>{SAID}<a href="#fn1" id="r1"><sup>1</sup></a>{GOES_ON}</p><ol><li id="fn1"><p>{NOTE}
<a href="#r1">↩</a></p></li></ol>"""
OF_INDESIGN = f"""<p>{SAID}<span id="footnote-1-backlink"><a href="one.xhtml#footnote-1">1</a></span>{GOES_ON}</p>
<div class="_idFootnotes"><div id="footnote-1" class="_idFootnote"><p><a href="one.xhtml#footnote-1-backlink">1</a>
{NOTE}</p></div></div>"""


def marks_of(article: Article) -> list[tuple[str, str, str]]:
    blocks = {block.id: block for block in article.blocks}
    return [
        (inline.span.of(block.text), blocks[inline.target].kind.value, blocks[inline.target].text)
        for block in article.blocks
        for inline in block.inlines
        if inline.kind is InlineKind.FOOTNOTE
    ]


def of_page(body: str, address: str = "") -> Article:
    markup = f"<html><head><title>المنارة</title></head><body><h1>المنارة</h1>{body}</body></html>"
    (imported,) = read_page(markup.encode(), Hints(file="page.html", address=address))
    return imported.article


def of_book(one: str, three: str = "<p>خاتمة.</p>") -> Article:
    files = {
        **FILES,
        "OEBPS/text/one.xhtml": f"<html><body><h1>الفصل الثاني</h1>{one}</body></html>",
        "OEBPS/text/two.xhtml": "<html><body><p>تمهيد.</p></body></html>",
        "OEBPS/text/three.xhtml": f"<html><body>{three}</body></html>",
    }
    (imported,) = read_book(book(files), Hints(file="book.epub"))
    return imported.article


@pytest.mark.parametrize(
    ("body", "mark", "note"),
    [
        (OF_WORD, "[1]", f"[1] {NOTE}"),
        (OF_GOOGLE, "[1]", f"[1] {NOTE}"),
        (OF_WIKIPEDIA, "[1]", f"^ {NOTE}"),
        (OF_SUBSTACK, "1", f"1 {NOTE}"),
        (WITHOUT_LINK_BACK, "1", f"1. {NOTE}"),
        (AT_THE_END, "1", f"{NOTE} ↩"),
    ],
    ids=["word", "google", "wikipedia", "substack", "without a link back", "link back at the end"],
)
def test_notes_of_pages_and_of_old_books_are_told_by_the_links_between_them(body: str, mark: str, note: str):
    assert marks_of(of_page(body)) == [(mark, "footnote", note)]
    assert marks_of(of_book(body.replace('<br clear=all><hr align=right size=1 width="33%">', ""))) == [
        (mark, "footnote", note)
    ]


def test_a_saved_page_names_its_own_address_in_the_links_of_its_notes():
    saved = OF_GOOGLE.replace('href="#', 'href="https://marfa.example/م/1#')
    assert marks_of(of_page(saved, "https://marfa.example/%D9%85/1")) == [("[1]", "footnote", f"[1] {NOTE}")]
    assert marks_of(of_page(saved, "https://marfa.example/2")) == []


def test_the_notes_of_an_old_book_may_stand_in_another_file():
    there = f'<h1>الحواشي</h1><p class="note"><a id="n1" href="one.xhtml#r1">١</a> {NOTE}</p>'
    article = of_book(f'<p>{SAID}<a href="three.xhtml#n1" id="r1">١</a>{GOES_ON}</p>', there)
    assert marks_of(article) == [("١", "footnote", f"١ {NOTE}")]
    assert marks_of(of_book(OF_INDESIGN)) == [("1", "footnote", f"1 {NOTE}")]


def test_all_paragraphs_of_a_note_belong_to_it():
    body = OF_WORD.replace("</p></div>\n</div>", "</p><p>وبقيّة الحاشية.</p></div></div>")
    notes = [block.text for block in of_page(body).blocks if block.kind is BlockKind.FOOTNOTE]
    assert notes == [f"[1] {NOTE}", "وبقيّة الحاشية."]


def test_what_only_leads_to_a_chapter_is_no_note():
    one = '<p id="s">انظر الفصل <a href="three.xhtml#c3">3</a> من هذا الكتاب.</p>'
    article = of_book(one, '<h2 id="c3"><a href="one.xhtml#s">3</a></h2><p>نصّ الفصل الثالث كلّه هنا.</p>')
    assert marks_of(article) == []
    assert BlockKind.FOOTNOTE not in {block.kind for block in article.blocks}
    contents = (
        '<p><a id="t1" href="three.xhtml#c1">1</a> البداية</p><p><a id="t2" href="three.xhtml#c2">2</a> البحر</p>'
    )
    article = of_book(contents, '<p id="c1"><a href="one.xhtml#t1">1</a> البداية</p><p>نصّ.</p>')
    assert BlockKind.FOOTNOTE not in {block.kind for block in article.blocks}
    assert not any("note" in block.extra for block in article.blocks)

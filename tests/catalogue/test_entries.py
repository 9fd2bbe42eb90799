from reader.articles.article import Article, Block, BlockKind, WrittenDate
from reader.articles.facts import facts_of
from reader.catalogue.entries import entry_again, entry_of
from reader.collections.state import ArticleState, Reading
from reader.text.direction import Direction


def article(source: str = "صحيفة الميناء", text: str = "في عام ٢٠٢٤ عادت المكتبة.") -> Article:
    block = Block(id="b1", kind=BlockKind.PARAGRAPH, text=text, direction=Direction.RTL)
    return Article(
        title="مكتبة", blocks=(block,), source=source, published=WrittenDate("2024-10", "تشرين"), language="ar"
    )


def test_an_entry_holds_what_the_text_and_the_state_say():
    state = ArticleState(reading=Reading.READING, starred=True, trashed=True, added="2026", opened="2027", tags=("أ",))
    entry = entry_of("id", facts_of(article()), state, highlights=2)

    assert (entry.row.words, entry.row.published, entry.row.digits) == (5, "2024-10", "arabic")
    assert (entry.row.reading, entry.row.starred, entry.row.tags, entry.row.highlights) == ("reading", True, ("أ",), 2)
    assert (entry.trashed, entry.opened, entry.row.added) == (True, "2027", "2026")


def test_the_readers_own_source_goes_before_the_articles_and_gives_way_again():
    given = entry_of("id", facts_of(article()), ArticleState(source="أخرى"), 0)
    taken_back = entry_again(given, ArticleState(), 0)

    assert (given.row.source, taken_back.row.source) == ("أخرى", "صحيفة الميناء")


def test_an_entry_made_again_from_its_row_is_the_one_made_from_the_text():
    before = entry_of("id", facts_of(article()), ArticleState(), 0)
    state = ArticleState(reading=Reading.READ, archived=True, tags=("ب",), source="أخرى", opened="2027", trashed=True)

    assert entry_again(before, state, 4) == entry_of("id", facts_of(article()), state, 4)


def test_an_article_without_date_source_and_words_has_an_entry():
    bare = Article(title="", blocks=())
    row = entry_of("id", facts_of(bare), ArticleState(), 0).row

    assert (row.published, row.source, row.words, row.title) == ("", "", 0, "")

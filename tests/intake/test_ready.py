from hashlib import sha256

from reader.articles.article import Article, Block, BlockKind, Origin
from reader.articles.fingerprint import fingerprint_of
from reader.intake.imported import Imported
from reader.intake.ready import ready
from reader.store import article_file
from reader.text.direction import Direction


def article(**values) -> Article:
    block = Block(id="b1", kind=BlockKind.PARAGRAPH, text="في عام ٢٠٢٤ عادت المكتبة.", direction=Direction.RTL)
    return Article(**{"title": "المكتبة", "blocks": (block,), "address": "https://www.example.org/1/", **values})


def test_what_is_ready_is_the_file_of_the_article():
    given = article(origin=Origin("", "a.xml", "application/xml", "news#1"))
    made = ready(Imported(article=given, leftovers=("قائمة",)))
    assert made.article == article_file.decode(made.written.data, "x.json") == given
    assert (made.locator, made.leftovers) == ("news#1", ("قائمة",))


def test_the_facts_are_those_of_the_text():
    facts = ready(Imported(article=article(source="صحيفة الميناء"))).written.facts
    assert (facts.words, facts.length, facts.digits, facts.source) == (5, 25, "arabic", "صحيفة الميناء")
    assert (facts.fingerprint, facts.address_key) == (fingerprint_of(article()), "example.org/1")


def test_an_original_beside_an_article_is_its_origin():
    made = ready(Imported(article=article(), original=b"x"))
    assert made.article.origin == Origin(sha256(b"x").hexdigest())


def test_what_may_not_be_a_name_on_disk_is_not_sound():
    sound = ready(Imported(article=article())).written
    facts = sound.facts
    assert sound.is_sound
    for name in ("", "../../../../etc/passwd", "F" * 32, 7):
        object.__setattr__(facts, "fingerprint", name)
        assert not sound.is_sound

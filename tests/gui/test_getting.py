"""Getting an article from its address and feeds anew, in the whole window, from a server in the same process."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.catalogue.query import Query
from reader.gui.jobs.get_addresses import GetAddresses
from reader.intake.entries import Entry
from reader.intake.making import articles_of
from tests.fetching.serving import Server, answer
from tests.gui.conftest import article, words_in_bar

PARAGRAPH = "عاد الصيادون إلى الميناء القديم بعد عشرين عامًا، وقالت المهندسة إنّ الترميم انتهى في الربيع. "
PAGE = (
    "<!DOCTYPE html><html lang='ar' dir='rtl'><head><meta charset='utf-8'><title>عودة الصيادين</title></head><body>"
    f"<article><h1>عودة الصيادين</h1><p>{PARAGRAPH * 3}</p><p>{PARAGRAPH * 2}</p>"
    "<img src='/picture.jpg'><script src='/script.js'></script></article></body></html>"
).encode()


def feed(*names: str) -> bytes:
    items = "".join(
        f"<item><title>خبر {name}</title><link>http://example.org/{name}</link>"
        f"<description>نصّ الخبر {name} وفيه كلمات كثيرة تخصّه هو وحده.</description></item>"
        for name in names
    )
    return f"<rss version='2.0'><channel><title>خلاصة</title>{items}</channel></rss>".encode()


@pytest.fixture
def server(monkeypatch):
    server = Server()
    made = GetAddresses.__init__
    monkeypatch.setattr(GetAddresses, "__init__", lambda self, *given: made(self, *given, lambda: server))
    yield server
    for thread in server.threads:
        thread.join(10)


@pytest.fixture
def reader(library, server, open_window):
    name = library.add([article("مقال قديم")])[0].id
    return open_window(name)


def test_a_page_is_got_by_its_address_and_nothing_that_it_names(qtbot, reader, server, library):
    server.answers["/news"] = answer(PAGE)
    QGuiApplication.clipboard().setText("http://example.org/news")
    reader.actions["get_address"].trigger()
    dialog = reader.window.findChild(QWidget, "get_address")
    assert dialog.field.text() == "http://example.org/news"
    with qtbot.waitSignal(reader.import_files.finished, timeout=30_000):
        dialog.get.click()
    assert reader.current.article.title == "عودة الصيادين"
    assert reader.current.article.address == "http://example.org/news"
    assert len(server.asked) == 1
    assert not reader.actions["refresh_feeds"].isEnabled()


def test_the_text_of_an_article_that_is_only_an_address_is_got_by_the_same_command(qtbot, reader, server, library):
    server.answers["/news"] = answer(PAGE)
    (bare,) = articles_of([Entry(title="عودة الصيادين", address="http://example.org/news")], "test 1")
    added = library.add([bare])[0].id
    reader.current.open(added)
    QGuiApplication.clipboard().setText("كلام")
    reader.actions["get_address"].trigger()
    dialog = reader.window.findChild(QWidget, "get_address")
    assert dialog.field.text() == "http://example.org/news"
    with qtbot.waitSignal(reader.import_files.finished, timeout=30_000):
        dialog.get.click()
    assert library.count(Query()) == 2
    assert PARAGRAPH.strip() in reader.current.article.text


def test_a_feed_that_was_got_can_be_refreshed(qtbot, reader, server, library):
    server.answers["/feed"] = answer(feed("one", "two"), Content_Type="application/rss+xml")
    with qtbot.waitSignal(reader.import_files.finished, timeout=30_000):
        reader.getting.get("http://example.org/feed")
    assert library.count(Query()) == 3
    opened = reader.current.id
    server.answers["/feed"] = answer(feed("one", "two", "three"), Content_Type="application/rss+xml")
    with qtbot.waitSignal(reader.import_files.came_by_itself, timeout=30_000):
        reader.actions["refresh_feeds"].trigger()
    assert library.count(Query()) == 4
    assert reader.current.id == opened
    with qtbot.waitSignal(reader.import_files.came_by_itself, timeout=30_000):
        reader.actions["refresh_feeds"].trigger()
    assert words_in_bar(reader) == "لا جديد في الخلاصات."


def test_an_address_in_the_own_network_is_got_only_when_it_is_meant(qtbot, reader, server):
    server.numbers["router.example"] = "192.168.1.1"
    server.answers["/"] = answer(PAGE)
    with qtbot.waitSignal(reader.getting.job.private, timeout=30_000):
        reader.getting.get("http://router.example/")
    assert "router.example" in words_in_bar(reader)
    assert not server.asked
    with qtbot.waitSignal(reader.import_files.finished, timeout=30_000):
        reader.window.message._button.click()
    assert reader.current.article.title == "عودة الصيادين"


def test_what_cannot_be_got_is_said(qtbot, reader, server):
    with qtbot.waitSignal(reader.getting.job.failed, timeout=30_000):
        reader.getting.get("http://nowhere.example/")
    assert "nowhere.example" in words_in_bar(reader)


def test_a_feed_that_is_as_it_was_is_not_sent_again(qtbot, reader, server, library):
    kept = library.places.feeds
    server.answers["/feed"] = answer(feed("one"), ETag='"1"', Content_Type="application/rss+xml")
    with qtbot.waitSignal(reader.import_files.finished, timeout=30_000):
        reader.getting.get("http://example.org/feed")
    qtbot.waitUntil(kept.exists, timeout=10_000)

    server.answers["/feed"] = answer(b"", "304 Not Modified")
    with qtbot.waitSignal(reader.getting.job.got, timeout=30_000):
        reader.getting.refresh()
    assert 'If-None-Match: "1"\r\n' in server.asked[1]
    assert words_in_bar(reader) == "لا جديد في الخلاصات."
    assert library.count(Query()) == 2

    server.answers["/feed"] = answer(feed("one"), Content_Type="application/rss+xml")
    with qtbot.waitSignal(reader.import_files.finished, timeout=30_000):
        reader.getting.get("http://example.org/feed")
    assert "If-None-Match" not in server.asked[2]


def test_a_feed_of_which_something_could_not_be_read_is_got_whole_again(qtbot, reader, server, library):
    server.answers["/feed"] = answer(b"<rss version='2.0'><channel></channel></rss>", ETag='"1"')
    with qtbot.waitSignal(reader.import_files.finished, timeout=30_000) as told:
        reader.getting.get("http://example.org/feed")
    assert [line.status for line in told.args[0]] == ["failed"]
    assert not library.places.feeds.exists()

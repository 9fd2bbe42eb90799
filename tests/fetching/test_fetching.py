"""Getting a document, from a server in the same process: no connection leaves it."""

import gzip
from collections.abc import Callable

import pytest

from reader.errors import ReaderError
from reader.fetching.fetching import MOST_BYTES, Fetcher
from reader.fetching.versions import Version, from_json, to_json
from tests.fetching.serving import PAGE, Server, answer


@pytest.fixture
def server():
    server = Server()
    yield server
    for thread in server.threads:
        thread.join(10)


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(ReaderError) as caught:
        act()
    return caught.value.key


def test_a_page_comes_with_its_address_and_type_and_nothing_else_is_asked_for(server):
    server.answers["/a%20b?q=%D9%85"] = answer()
    told = []
    fetched = Fetcher(server, told.append).fetch("http://example.org/a b?q=م".replace(" ", "%20"))
    assert (fetched.address, fetched.data, fetched.media_type) == (
        "http://example.org/a%20b?q=%D9%85",
        PAGE,
        "text/html",
    )
    assert told == [len(PAGE)]
    (asked,) = server.asked
    assert "Host: example.org\r\n" in asked
    assert "Cookie" not in asked
    assert "Referer" not in asked


def test_an_arabic_host_and_path_are_written_as_the_web_writes_them(server):
    server.answers["/%D8%AE%D8%A8%D8%B1"] = answer()
    fetched = Fetcher(server).fetch("http://موقع.example/خبر")
    assert fetched.address == "http://xn--4gbrim.example/%D8%AE%D8%A8%D8%B1"


def test_an_address_copied_with_marks_that_nobody_sees_is_understood(server):
    server.answers["/a"] = answer()
    for marked in (
        "\u200fhttp://example.org/a\u200e",
        "\u2068http://example.org/a\u2069",
        "http://example.org/\ufeffa",
    ):
        assert Fetcher(server).fetch(marked).address == "http://example.org/a"


def test_a_redirect_may_be_written_in_arabic(server):
    server.answers["/1"] = answer(b"", "301 Moved", Location="/خبر")
    server.answers["/%D8%AE%D8%A8%D8%B1"] = answer()
    assert Fetcher(server).fetch("http://example.org/1").address == "http://example.org/%D8%AE%D8%A8%D8%B1"


def test_redirects_are_followed_but_not_for_ever(server):
    server.answers["/old"] = answer(b"", "301 Moved", Location="/new")
    server.answers["/new"] = answer()
    assert Fetcher(server).fetch("http://example.org/old").address == "http://example.org/new"
    server.answers["/round"] = answer(b"", "302 Found", Location="/round")
    assert refused(lambda: Fetcher(server).fetch("http://example.org/round")) == "fetch.redirected"


@pytest.mark.parametrize(
    "number", ["127.0.0.1", "192.168.1.10", "10.0.0.1", "::1", "fe80::1", "169.254.169.254", "::ffff:10.0.0.1"]
)
def test_an_address_inside_the_own_network_is_asked_about(server, number):
    server.numbers["router.example"] = number
    server.answers["/"] = answer()
    assert refused(lambda: Fetcher(server).fetch("http://router.example/")) == "fetch.private"
    assert not server.asked
    assert Fetcher(server).fetch("http://router.example/", private=["router.example"]) is not None


def test_a_redirect_into_the_own_network_is_asked_about_too(server):
    server.numbers["router.example"] = "192.168.0.1"
    server.answers["/"] = answer(b"", "302 Found", Location="http://router.example/admin")
    assert refused(lambda: Fetcher(server).fetch("http://example.org/")) == "fetch.private"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "file:///etc/passwd",
        "ftp://example.org/",
        "http://",
        "http://a:99999/",
        "http://u:p@example.org/",
        "http://a\x00b/",
        "http://a/\ud800",
    ],
)
def test_what_is_no_address_of_the_web_is_refused(server, address):
    assert refused(lambda: Fetcher(server).fetch(address)) == "fetch.address"


def test_pictures_scripts_and_errors_are_no_articles(server):
    server.answers["/picture"] = answer(Content_Type="image/png")
    server.answers["/gone"] = answer(status="404 Not Found")
    assert refused(lambda: Fetcher(server).fetch("http://example.org/picture")) == "fetch.kind"
    assert refused(lambda: Fetcher(server).fetch("http://example.org/gone")) == "fetch.status"
    assert refused(lambda: Fetcher(server).fetch("http://nowhere.example/")) == "fetch.unreachable"


def test_what_comes_packed_is_unpacked_within_the_limit(server):
    packed = gzip.compress(PAGE)
    server.answers["/packed"] = answer(packed, Content_Encoding="gzip")
    assert Fetcher(server).fetch("http://example.org/packed").data == PAGE
    bomb = gzip.compress(bytes(MOST_BYTES + 2))
    server.answers["/bomb"] = answer(bomb, Content_Encoding="gzip")
    assert refused(lambda: Fetcher(server).fetch("http://example.org/bomb")) == "fetch.too_large"


def test_a_cancelled_fetch_gives_nothing(server):
    server.answers["/"] = answer()
    assert Fetcher(server, is_cancelled=lambda: True).fetch("http://example.org/") is None


def test_a_server_that_breaks_off_or_talks_nonsense_is_told(server):
    server.answers["/short"] = answer(Content_Length="99")
    server.answers["/nonsense"] = b"\x00\x01\x02\r\n\r\n"
    for path in ("short", "nonsense"):
        assert refused(lambda path=path: Fetcher(server).fetch(f"http://example.org/{path}")) == "fetch.unreachable"


def test_a_version_that_is_known_comes_without_its_bytes(server):
    changed = "Sat, 19 Oct 2024 08:00:00 GMT"
    server.answers["/feed"] = answer(ETag='"a1"', Last_Modified=changed)
    version = Fetcher(server).fetch("http://example.org/feed").version
    assert version == Version('"a1"', changed)
    assert "If-" not in server.asked[0]

    server.answers["/feed"] = answer(b"", "304 Not Modified", ETag='"a1"')
    fetched = Fetcher(server).fetch("http://example.org/feed", known=version)
    assert (fetched.is_known, fetched.data, fetched.version) == (True, b"", version)
    assert 'If-None-Match: "a1"\r\n' in server.asked[1]
    assert f"If-Modified-Since: {changed}\r\n" in server.asked[1]


def test_what_an_address_leads_on_to_is_asked_for_whole(server):
    server.answers["/old"] = answer(b"", "301 Moved", Location="http://other.example/new")
    server.answers["/new"] = answer()
    fetched = Fetcher(server).fetch("http://example.org/old", known=Version('"a1"'))
    assert (fetched.is_known, fetched.data) == (False, PAGE)
    assert "If-None-Match" in server.asked[0]
    assert "If-None-Match" not in server.asked[1]


def test_an_answer_without_a_document_is_an_error_where_no_version_was_named(server):
    server.answers["/feed"] = answer(b"", "304 Not Modified")
    assert refused(lambda: Fetcher(server).fetch("http://example.org/feed")) == "fetch.status"


def test_versions_are_kept_by_address():
    versions = {"http://example.org/feed": Version('"a1"'), "http://example.org/b": Version("", "yesterday")}
    assert from_json(to_json(versions)) == versions
    assert from_json(b"[1]") == from_json(b"broken") == from_json(b'{"a": 3}') == {}

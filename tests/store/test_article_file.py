import json
from dataclasses import replace

import pytest

from reader.articles.article import Article, Block, BlockKind
from reader.articles.as_plain import to_plain
from reader.articles.fingerprint import fingerprint_of
from reader.errors import ReaderError
from reader.store import article_file
from reader.text import as_json
from reader.text.direction import Direction


def test_an_article_reads_back_as_it_was_written(rich_article):
    assert article_file.decode(article_file.encode(rich_article), "x.json") == rich_article


def test_the_file_is_readable_by_hand_and_leaves_out_what_is_empty(rich_article):
    text = article_file.encode(rich_article).decode()

    assert '"text": "مكتبة قديمة تعود إلى قرّائها"' in text
    assert "modified" not in text
    assert '"level"' not in text


def test_the_canonical_text_is_the_blocks_joined_by_one_line_feed(rich_article):
    assert rich_article.text == "مكتبة قديمة تعود إلى قرّائها\nOpen access، كما قالت\n"
    assert [where.of(rich_article.text) for _, where in rich_article.placed_blocks()] == [
        block.text for block in rich_article.blocks
    ]


def test_an_id_does_not_depend_on_spelling_marks_or_on_what_is_known_about_the_article(rich_article):
    plain = Article(
        title="",
        blocks=tuple(
            Block(id="x", kind=BlockKind.PARAGRAPH, text=block.text.replace("ّ", ""), direction=Direction.RTL)
            for block in rich_article.blocks
        ),
    )

    assert fingerprint_of(plain) == fingerprint_of(rich_article)


def test_an_article_without_text_gets_its_id_from_its_address():
    one = Article(title="أ", blocks=(), address="https://example.org/1")
    other = Article(title="أ", blocks=(), address="https://example.org/2")

    assert fingerprint_of(one) != fingerprint_of(other)


def test_what_a_newer_version_wrote_beside_known_members_survives(rich_article):
    document = json.loads(article_file.encode(rich_article))
    document["mood"] = "calm"
    document["blocks"][0]["voice"] = "a.ogg"
    article = article_file.decode(json.dumps(document).encode(), "x.json")
    again = json.loads(article_file.encode(article))

    assert again["mood"] == "calm"
    assert again["blocks"][0]["voice"] == "a.ogg"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file.damaged"),
        (b"[]", "file.damaged"),
        (b'{"format": 1, "kind": "marks"}', "file.damaged"),
        (b'{"format": 1, "kind": "article", "title": 3, "blocks": []}', "file.damaged"),
        (b'{"format": 1, "kind": "article", "title": "x", "blocks": [{"id": "b"}]}', "file.damaged"),
        (b'{"format": 2, "kind": "article"}', "file.newer"),
        ("\ufeff{}".encode("utf-16"), "file.damaged"),
        (b"[" * 100_000, "file.damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(data, key):
    with pytest.raises(ReaderError) as told:
        article_file.decode(data, "x.json")

    assert (told.value.key, told.value.values["file"]) == (key, "x.json")


def test_the_text_alone_is_the_text_of_the_article_that_reads_back(rich_article):
    assert article_file.text_in(article_file.encode(rich_article), "x.json") == rich_article.text


@pytest.mark.parametrize(
    "blocks", [b'{"blocks": 3}', b'{"blocks": [{"id": "b"}]}', b'{"blocks": [{"text": 3}]}', b"{}"]
)
def test_a_text_alone_that_cannot_be_read_is_named(blocks):
    with pytest.raises(ReaderError, match=r"file\.damaged"):
        article_file.text_in(b'{"format": 1, "kind": "article", ' + blocks.removeprefix(b"{"), "x.json")


def test_blocks_that_hold_nothing_special_lie_there_as_all_json_does(rich_article):
    texts = ('نصّ "مقتبس"', "tab\tand \\", "half \ud800 a pair")
    blocks = tuple(replace(rich_article.blocks[0], id=f'b"{at}', text=text) for at, text in enumerate(texts))
    article = replace(rich_article, blocks=(*blocks, *rich_article.blocks))
    whole = as_json.encode({"format": 1, "kind": "article"} | to_plain(article))
    assert article_file.encode(article) == whole

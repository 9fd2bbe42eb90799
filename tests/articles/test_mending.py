"""Mending an article: each step gives another draft, and no letter is lost that the reader did not remove."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles import mending
from reader.articles.article import Article, Block, BlockKind, Group, Inline, InlineKind
from reader.text.direction import Direction
from reader.text.spans import Span

TEXTS = ("عودة الصيادين", "عاد الصيادون إلى الميناء.", "شارك المقال", "وقالت المهندسة إنّ الترميم انتهى.")


def article(*texts: str) -> Article:
    blocks = tuple(
        Block(
            id=f"b{number}",
            kind=BlockKind.PARAGRAPH if number > 1 else BlockKind.HEADLINE,
            text=text,
            direction=Direction.RTL,
        )
        for number, text in enumerate(texts or TEXTS, start=1)
    )
    return Article(title=blocks[0].text, blocks=blocks, authors=("هند",), source="الساحل")


def texts(draft: mending.Draft) -> list[str]:
    return [block.text for block in draft.blocks if block.id not in draft.removed]


def test_a_draft_that_was_not_touched_gives_the_same_article():
    there = article()
    assert mending.finish(mending.begin(there), there, "v1") == there


def test_a_removed_block_can_be_restored_in_its_place_also_later():
    there = article()
    draft = mending.remove(mending.begin(there), ["b3"])
    assert texts(mending.restore(draft, ["b3"])) == list(TEXTS)
    mended = mending.finish(draft, there, "v1")
    assert "شارك" not in mended.text
    assert mended.extra[mending.MENDED] == "v1"
    later = mending.begin(mended, earlier=[there])
    assert later.removed == {"b3"}
    assert texts(mending.restore(later, ["b3"])) == list(TEXTS)


def test_the_headline_follows_the_title():
    there = article()
    mended = mending.finish(replace(mending.begin(there), title="الصيادون يعودون"), there, "v1")
    assert (mended.title, mended.blocks[0].text) == ("الصيادون يعودون", "الصيادون يعودون")


def test_a_block_becomes_a_heading_and_a_picture_stays_one():
    picture = Block(id="b5", kind=BlockKind.IMAGE, text="", direction=Direction.RTL, image="a" * 64)
    there = replace(article(), blocks=(*article().blocks, picture))
    draft = mending.set_kind(mending.begin(there), ["b3", "b5"], BlockKind.HEADING)
    assert [(block.kind, block.level) for block in draft.blocks[2:]] == [
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.IMAGE, 0),
    ]


def test_a_block_that_becomes_of_another_kind_leaves_what_holds_no_such():
    item = Block(
        id="b1", kind=BlockKind.LIST_ITEM, text="بند", direction=Direction.RTL, group=Group("g1", "list", 0, 0)
    )
    caption = replace(item, id="b2", kind=BlockKind.CAPTION, group=Group("g2", "figure"))
    draft = mending.begin(replace(article("عنوان"), blocks=(item, caption)))

    def group_as(name: str, kind: BlockKind) -> Group | None:
        return next(block.group for block in mending.set_kind(draft, [name], kind).blocks if block.id == name)

    assert group_as("b1", BlockKind.PARAGRAPH) is None
    assert group_as("b1", BlockKind.CAPTION) is None
    assert group_as("b2", BlockKind.LIST_ITEM) is None
    assert group_as("b2", BlockKind.CREDIT) == caption.group


def test_a_direction_is_given_and_taken_back():
    draft = mending.set_direction(mending.begin(article()), ["b2"], Direction.LTR)
    assert draft.blocks[1].direction is Direction.LTR
    assert mending.set_direction(draft, ["b2"], None).blocks[1].direction is Direction.RTL


def test_merged_blocks_keep_their_links():
    link = Inline(Span(0, 5), InlineKind.LINK, "https://example.org")
    there = article()
    linked = tuple(replace(block, inlines=(link,)) if block.id in ("b2", "b4") else block for block in there.blocks)
    draft = mending.merge(mending.remove(mending.begin(replace(there, blocks=linked)), ["b3"]), "b2")
    merged = next(block for block in draft.blocks if block.id == "b2")
    assert merged.text == f"{TEXTS[1]} {TEXTS[3]}"
    assert [each.span.of(merged.text) for each in merged.inlines] == ["عاد ا", "وقالت"[:5]]


def test_the_last_block_cannot_be_merged():
    draft = mending.begin(article())
    assert not mending.can_merge(draft, "b4")
    assert mending.merge(draft, "b4") is draft


def test_a_block_that_was_merged_away_is_not_one_that_was_removed():
    there = article()
    mended = mending.finish(mending.merge(mending.begin(there), "b2"), there, "v1")
    assert not mending.begin(mended, earlier=[there]).removed


@settings(max_examples=60)
@given(st.integers(-2, 40), st.sampled_from(["b1", "b2", "b3", "b4"]))
def test_splitting_and_merging_again_gives_the_same_words(offset, name):
    draft = mending.begin(article())
    parted = mending.split(draft, name, max(offset, 0))
    assert "".join("".join(texts(parted)).split()) == "".join("".join(TEXTS).split())
    assert len({block.id for block in parted.blocks}) == len(parted.blocks)
    if parted != draft:
        whole = mending.merge(parted, name)
        assert "".join(texts(whole)).replace(" ", "") == "".join(TEXTS).replace(" ", "")

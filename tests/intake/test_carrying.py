"""What a text that is read anew takes over from the one before."""

from dataclasses import replace

from reader.articles.article import Article, Block, BlockKind, Group, Origin
from reader.intake.carrying import carried_over
from reader.text.direction import Direction


def block(name: str, text: str, kind: BlockKind = BlockKind.PARAGRAPH, image: str = "", group: str = "") -> Block:
    held = Group(group, "figure") if group else None
    return Block(id=name, kind=kind, text=text, direction=Direction.RTL, image=image, group=held)


WITH_PICTURE = Article(
    title="الحديقة",
    address="https://example.org/garden",
    origin=Origin("0" * 64, "page.html", "text/html"),
    blocks=(
        block("b1", "الحديقة", BlockKind.HEADLINE),
        block("b2", "فقرة أولى."),
        block("b3", "", BlockKind.IMAGE, image="a" * 64, group="g1"),
        block("b4", "أشجار التوت", BlockKind.CAPTION, group="g1"),
        block("b5", "فقرة ثانية."),
    ),
)


def test_lost_pictures_come_back_behind_their_paragraph_with_their_words():
    now = Article(title="الحديقة", blocks=(block("b1", "فقرة أولى."), block("b2", "فقرة ثانية.")))
    carried = carried_over(WITH_PICTURE, now)
    assert [each.kind.value for each in carried.blocks] == ["paragraph", "image", "caption", "paragraph"]
    assert carried.blocks[2].group == carried.blocks[1].group
    assert len({each.id for each in carried.blocks}) == 4
    assert (carried.address, carried.origin) == (WITH_PICTURE.address, WITH_PICTURE.origin)


def test_pictures_that_are_read_again_stay_where_they_are_now():
    now = replace(WITH_PICTURE, address="https://example.org/other")
    assert carried_over(WITH_PICTURE, now) == now

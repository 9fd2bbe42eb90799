"""The tagger that ships, on texts of every sort."""

from itertools import pairwise

import pytest

ARTICLE = """التقى وزير الخارجية الأردني رامي سليم العجلوني في عمّان أمس نظيره اليوناني نيكوس بابادوبولوس.
وقال العجلوني إن الأردن واليونان سيوقعان اتفاقا بأثينا في الشهر المقبل، وفق وكالة الأنباء الأردنية.
"""


@pytest.fixture(scope="module")
def named(neural):
    return [(mention.kind.value, mention.text) for mention in neural.tag(ARTICLE)]


def test_people_places_and_organisations_are_found_without_titles_and_particles(named):
    assert ("person", "رامي سليم العجلوني") in named
    assert ("place", "عمّان") in named
    assert ("place", "أثينا") in named
    assert ("organisation", "وكالة الأنباء الأردنية") in named


def test_a_surname_is_found_again(named):
    assert ("person", "العجلوني") in named


def test_mentions_stand_where_they_say_in_order_and_apart(neural):
    mentions = neural.tag(ARTICLE)

    assert all(mention.span.of(ARTICLE) == mention.text for mention in mentions)
    assert all(one.span.end <= other.span.start for one, other in pairwise(mentions))


@pytest.mark.parametrize("text", ["", "\n\n", " ", "٣", "؟!", "\u200f", "ـ", "و"])
def test_a_text_of_nothing_names_nobody(neural, text):
    assert neural.tag(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The prime minister arrived in London on Monday with John Smith.",
        "ראש הממשלה הגיע לירושלים",
        "رئیس جمهور ایران به تهران بازگشت",
        "東京都知事 🙂 Ж́",
        "\ud7a3\uffff\U0001f468\u200d\U0001f469",
    ],
)
def test_text_of_other_languages_does_no_harm(neural, text):
    assert all(mention.span.of(text) == mention.text for mention in neural.tag(text))


def test_one_paragraph_of_300_000_letters_is_read(neural):
    text = "ك" * 290_000 + " وصل عمر إلى تونس" * 600

    assert any(mention.text == "تونس" for mention in neural.tag(text))


def test_a_text_of_nothing_but_names_is_read(neural):
    text = "\n".join(["ليلى الحداد، باريس"] * 800)

    assert sum(mention.text == "باريس" for mention in neural.tag(text)) == 800

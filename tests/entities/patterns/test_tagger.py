import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

# Every person and event here is made up.


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وصل إلى بغداد أمس", ["place:بغداد"]),
        ("زار كوريا الجنوبية ولبنان", ["place:كوريا الجنوبية", "place:لبنان"]),
        ("عاد من واشنطن، وتوجه للقاهرة", ["place:واشنطن", "place:لقاهرة"]),
        ("وبدمشق وبالقاهرة", ["place:دمشق", "place:القاهرة"]),
        ("في مدينة العين", ["place:العين"]),
        ("رأت العين ما لم تره", []),
        ("في بلدة كفرتنورين الشمالية", ["place:كفرتنورين"]),
        ("أُغلق شارع الحمرا ومطار بيروت الدولي", ["place:شارع الحمرا", "place:مطار بيروت الدولي"]),
    ],
)
def test_places(tagged, text, names):
    assert tagged(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال ليث الحوراني للصحافيين", ["person:ليث الحوراني"]),
        (
            "التقى سمير عبد الرحمن الكيلاني وفاطمة بنت راشد",
            ["person:سمير عبد الرحمن الكيلاني", "person:فاطمة بنت راشد"],
        ),
        ("الشيخ حمدان بن سالم آل ياقوت", ["person:حمدان بن سالم آل ياقوت"]),
        ("ووزير المالية البلجيكي ستيفان فاندربورغ في زيارة", ["person:ستيفان فاندربورغ"]),
        ("الرئيس الكرواتي (زدرافكو ميلينوفيتش) بشأن", ["person:زدرافكو ميلينوفيتش"]),
        ("وقالت الدكتورة أمل نور الدين إن الأمل كبير", ["person:أمل نور الدين"]),
        ("على كل أمل أن يعود", []),
        ("الرئيس الفرنسي لم يحضر", []),
        ("مواطن مغربي وسائحان ألمانيان", []),
        ("كان أبو حسام هناك", ["person:أبو حسام"]),
    ],
)
def test_people(tagged, text, names):
    assert tagged(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلنت وزارة الخارجية الفرنسية أمس", ["organisation:وزارة الخارجية الفرنسية"]),
        ("في جامعة القاهرة", ["organisation:جامعة القاهرة"]),
        ("دعا حزب التجديد الوطني إلى", ["organisation:حزب التجديد الوطني"]),
        ("السفارة الإيطالية في تونس", ["organisation:السفارة الإيطالية", "place:تونس"]),
        ("دعت للأمم المتحدة", ["organisation:لأمم المتحدة"]),
        ("عبر منصة إكس", ["organisation:إكس"]),
        ("الهيئة العليا للإغاثة قالت", ["organisation:الهيئة العليا للإغاثة"]),
        ("الحكومة والبرلمان والوزارة", []),
    ],
)
def test_organisations(tagged, text, names):
    assert tagged(text) == names


def test_a_club_with_the_name_of_a_word_is_meant_where_sport_is_spoken_of(tagged):
    assert tagged("سجل المهاجم هدف المباراة لفريق الهلال") == ["organisation:الهلال"]
    assert tagged("ظهر الهلال في السماء") == []


def test_a_surname_is_recognised_wherever_it_recurs(tagged):
    text = "وصل وزير الدفاع غريغوري كارنوفسكي.\nوأكد بعدها كارنوفسكي أنه عائد، ولكارنوفسكي رأي."
    assert tagged(text) == ["person:غريغوري كارنوفسكي", "person:كارنوفسكي", "person:كارنوفسكي"]


def test_a_line_feed_ends_every_name(tagged):
    assert tagged("محمد\nالحوراني") != ["person:محمد\nالحوراني"]
    assert "person:سمير الكيلاني" not in tagged("سمير\nالكيلاني")


def test_a_word_with_tanwin_is_no_name(tagged):
    assert tagged("عاد ليلًا") == []


@given(st.text(alphabet='محمدبناليوسفرقكجةىء ،.()«»\n"Ab1\u0651\u064b', max_size=200))
@settings(max_examples=100, deadline=None)
def test_mentions_stand_in_order_apart_and_where_they_say(tagger, text):
    end = 0
    for mention in tagger.tag(text):
        assert mention.span.start >= end
        assert mention.text == mention.span.of(text) != ""
        assert "\n" not in mention.text
        end = mention.span.end


@pytest.mark.parametrize("text", ["", " \n\n ", "Nothing here is Arabic, not even London.", "٣٢١ 🙂 \u200f", "ال", "و"])
def test_a_text_without_arabic_names_has_none(tagger, text):
    assert tagger.tag(text) == ()


def test_one_endless_paragraph_is_read_to_its_end(tagger):
    text = "قال ليث الحوراني في بغداد إن وزارة الصحة العراقية تعمل " * 2000
    assert len(tagger.tag(text)) == 6000

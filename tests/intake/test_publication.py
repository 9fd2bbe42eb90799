import pytest

from reader.intake.publication import publication_of


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("21 أكتوبر 2024", "2024-10-21"),
        ("السبت 12 ماي 2012", "2012-05-12"),
        ("نُشر في: 3 مارس 2021", "2021-03-03"),
        ("صيدا 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م", "2015-08-10"),
        ("المرفأ الجمعة 16 شعبان 1433 هـ 6 يوليو 2012 العدد 12274", "2012-07-06"),
        ("March 3, 2021", "2021-03-03"),
    ],
)
def test_date_lines_are_read(line, iso):
    publication = publication_of(line)
    assert publication is not None
    assert publication.published is not None
    assert publication.published.iso == iso


@pytest.mark.parametrize(
    "line",
    [
        "وُلد القبطان في صيدا في 21 أكتوبر 1924 وعاش فيها حتى شاخ، ثم رحل إلى صور وبقي هناك.",
        "المنارة: عودة الضوء بعد غياب طويل",
        "عاد الصيادون إلى الميناء",
        "انتخابات 3 مارس 2021 في المدينة",
    ],
)
def test_other_lines_tell_no_publication(line):
    assert publication_of(line, is_first=True) is None


def test_a_headline_with_a_date_is_no_date_line():
    assert publication_of("صيدا تحتفل في 21 أكتوبر 2024", is_first=True) is None


def test_what_a_date_line_holds_besides_is_kept_as_a_byline():
    publication = publication_of("المرفأ الجمعة 16 شعبان 1433 هـ 6 يوليو 2012 العدد 12274")
    assert publication is not None
    assert publication.byline.startswith("المرفأ")


def test_an_outlet_that_signs_for_its_writer_is_no_writer():
    publication = publication_of("المرفأنشر في المرفأ يوم 03 - 02 - 2013")
    assert publication is not None
    assert (publication.source, publication.writers, publication.byline) == ("المرفأ", (), "")

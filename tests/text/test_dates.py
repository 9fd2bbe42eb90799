from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.dates import find_date, is_date_line, parse_date

DAY = "2024-10-21"


@pytest.mark.parametrize(
    "text",
    [
        "21 أكتوبر 2024",
        "٢١ أكتوبر ٢٠٢٤",
        "۲۱ اکتبر ۲۰۲۴",
        "21 أُكْتوبَر، 2024م",
        "الاثنين 21 تشرين الأول/أكتوبر 2024",
        "الاثنين، 21 تشرين الأول (أكتوبر) 2024",
        "21 أكتوبر / تشرين الأول، 2024",
        "٢١ تشرين اول ٢٠٢٤",
        "21 من شهر أكتوبر عام 2024",
        "21 أكتوبر من عام 2024",
        "21أكتوبر2024",
        "21-أكتوبر-2024",
        "أكتوبر 21, 2024",
        "21 اكتوبر/تشرين الاول 2024",
        "2024/10/21",
        "2024-10-21",
        "21/10/2024",
        "21-10-2024",
        "21.10.2024",
        "21 - 10 - 2024",
        "٢١/١٠/٢٠٢٤ م",
        "10/21/2024",
        "2024/21/10",
        "October 21, 2024",
        "Oct. 21, 2024",
        "Monday, 21st of October 2024",
        "21 Oct 2024",
        "lundi 21 octobre 2024",
        "21 באוקטובר 2024",
        "۳۰ مهر ۱۴۰۳",
        "دوشنبه ۳۰ مهر ۱۴۰۳",
        "۱۴۰۳/۰۷/۳۰",
        "18 ربيع الآخر 1446 هـ",
        "18 ربيع الثاني 1446هـ الموافق 21 أكتوبر 2024 م",
        "17 ربيع الثاني 1446 هـ - الموافق 21 أكتوبر 2024",
        "21 أكتوبر 2024 م - 18 ربيع الآخر 1446 هـ",
        "18/4/1446هـ",
    ],
)
def test_a_day_is_found_however_a_newspaper_writes_it(text: str) -> None:
    found = find_date(text)
    assert found
    assert found.iso == DAY
    assert found.span.of(text) == found.written


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("٢١ كانون الثاني ٢٠٢٤", "2024-01-21"),
        ("3 شباط 2020", "2020-02-03"),
        ("10 آذار 2021", "2021-03-10"),
        ("4 آب 2020", "2020-08-04"),
        ("15 كانون الأول 2023", "2023-12-15"),
        ("3 جانفي 2020", "2020-01-03"),
        ("9 أفريل 2019", "2019-04-09"),
        ("5 جويلية 1962", "1962-07-05"),
        ("30 أوت 2021", "2021-08-30"),
        ("12 غشت 2019", "2019-08-12"),
        ("16 شتنبر 2020", "2020-09-16"),
        ("30 يوليوز 2022", "2022-07-30"),
        ("11 دجنبر 2022", "2022-12-11"),
        ("10 - 08 - 2012", "2012-08-10"),
        ("15 رمضان 1445هـ", "2024-03-25"),
        ("26 شوال 1436 هـ الموافق 10 أغسطس 2015 م", "2015-08-10"),
        ("۲۳ تیر ۱۴۰۲", "2023-07-14"),
        ("29 فبراير 2024", "2024-02-29"),
        ("14 اگست 2023", "2023-08-14"),
        ("آخر تحديث: 03/04/2021", "2021-04-03"),
        ("Friday 03/04/2020", "2020-04-03"),
        ("Wednesday 03/04/2020", "2020-03-04"),
        ("2024-10-21T14:30:00+03:00", "2024-10-21T14:30:00+03:00"),
        ("2024-10-21 14:30", "2024-10-21T14:30"),
        ("2024-10-21T14:30:05.123Z", "2024-10-21T14:30:05Z"),
        ("2024-10-21T14:30:00 +0300", "2024-10-21T14:30:00+03:00"),
        ("أكتوبر 2024", "2024-10"),
        ("صدر في تشرين الأول/أكتوبر 2024", "2024-10"),
    ],
)
def test_the_months_of_every_region_are_known(text: str, iso: str) -> None:
    found = find_date(text)
    assert found
    assert found.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "32 أكتوبر 2024",
        "30 فبراير 2024",
        "29 فبراير 2023",
        "0 مايو 2020",
        "2024-13-45",
        "31/11/2024",
        "12 أكتوبر/نوفمبر 2024",
        "21 أكتوبر 1446 هـ",
        "15 رمضان 2024 م",
        "31 رمضان 1445",
        "20-21 أكتوبر 2024",
        "15/09/1445",
        "21/10/24",
        "4 فيفري",
        "الإصدار 1.2.3",
        "192.168.10.2024",
        "في عام 2024",
        "هاتف 06-10-2024-5",
        "يناير",
        "",
    ],
)
def test_a_wrong_date_is_worse_than_none(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("05/03/2024", "2024-05-03"),
        ("5 - 3 - 2024", "2024-05-03"),
        ("٠٥/٠٣/٢٠٢٤", "2024-05-03"),
        ("الثلاثاء 05/03/2024", ""),
        ("13/03/2024", ""),
        ("03/03/2024", ""),
        ("5.3.2024", ""),
        ("2024/03/05", ""),
        ("5 مارس 2024", ""),
    ],
)
def test_a_date_in_numbers_that_may_be_two_days_tells_the_other(text: str, other: str) -> None:
    found = find_date(text)
    assert found
    assert (found.iso[:7], found.other) == ("2024-03", other)


def test_a_date_without_its_year_needs_to_be_told_it() -> None:
    found = find_date("الأحد 4 فيفري", 2018)
    assert found
    assert (found.iso, found.written) == ("2018-02-04", "4 فيفري")
    assert find_date("29 فبراير", 2023) is None


def test_a_date_of_another_calendar_alone_is_marked_as_computed() -> None:
    alone, both = find_date("15 رمضان 1445هـ"), find_date("(15 رمضان 1445هـ) الموافق 25 مارس 2024 م")
    assert alone
    assert both
    assert alone.computed
    assert not both.computed
    assert both.written == "15 رمضان 1445هـ) الموافق 25 مارس 2024 م"


def test_days_that_are_not_one_day_are_two_dates() -> None:
    found = find_date("21 أكتوبر 2024 - 1 رمضان 1446 هـ")
    assert found
    assert (found.written, found.computed) == ("21 أكتوبر 2024", False)


def test_the_first_whole_date_counts() -> None:
    found = find_date("في أكتوبر 2023 بدأت، ونُشر هذا في 2 مايو 2024 وحُدّث في 3 مايو 2024")
    assert found
    assert (found.iso, found.written) == ("2024-05-02", "2 مايو 2024")


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("0123٢٤ /-.:,أكتوبر مايهـTZم\n"), max_size=30))
def test_no_text_breaks_the_search(text: str) -> None:
    found = find_date(text, 2024)
    if found:
        assert found.span.of(text) == found.written
        date.fromisoformat(f"{found.iso}-01" if len(found.iso) == 7 else found.iso[:10])
    assert is_date_line(text) in {True, False}


@pytest.mark.parametrize(
    "line",
    [
        "21 أكتوبر 2024",
        "الاثنين 21 تشرين الأول/أكتوبر 2024",
        "تاريخ النشر: 21/10/2024 - 10:30",
        "نُشر في: الإثنين ٢١ أكتوبر ٢٠٢٤، الساعة ١٠:٣٠ صباحًا بتوقيت مكة المكرمة",
        "آخر تحديث: 2024-10-21T14:30:00+03:00",
        "10 - 08 - 2012",
        "4 فيفري",
        "أكتوبر 2024",
        "21/10/24",
        "10:30 م",
        "26 شوال 1436 هـ الموافق 10 أغسطس 2015 م",
        "منذ 3 ساعات",
        "قبل ساعتين",
        "Published October 21, 2024 at 10:30 AM GMT",
        "Last updated: 21 Oct 2024 | 14:30 (GMT+3)",
        "2 hours ago",
        "تاریخ انتشار: دوشنبه ۳۰ مهر ۱۴۰۳ ساعت ۱۰:۳۰",
        "سه‌شنبه ۲۳ تیر ۱۴۰۲",
    ],
)
def test_a_line_that_is_nothing_but_a_date_is_known(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "القاهرة - 21 أكتوبر 2024",
        "في 21 أكتوبر 2024 اندلعت الحرب",
        "الاثنين",
        "تاريخ النشر:",
        "2024",
        "32 أكتوبر 2024",
        "فاز 2-1",
        "بعد الظهر",
        "ثورة 25 يناير 2011",
        "21 أكتوبر 2024 " + "." * 300,
        "1,250 متابعا",
    ],
)
def test_a_line_that_says_more_or_less_is_no_date_line(line: str) -> None:
    assert not is_date_line(line)
    assert parse_date(line) is None


def test_the_date_of_a_date_line_is_read() -> None:
    found = parse_date("نُشر في 21 أكتوبر 2024")
    assert found
    assert found.iso == DAY

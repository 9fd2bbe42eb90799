from email.utils import parsedate_to_datetime

import pytest

from reader.intake.moments import date_of, moment_of


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("1600322788", "2020-09-17T06:06:28.000Z"),
        (1600322788, "2020-09-17T06:06:28.000Z"),
        ("1600322788123", "2020-09-17T06:06:28.123Z"),
        ("2024-10-29T16:30:11.5Z", "2024-10-29T16:30:11.500Z"),
        ("2016-09-08T11:55:58+0200", "2016-09-08T09:55:58.000Z"),
        ("2026-07-17 14:00:25+00:00", "2026-07-17T14:00:25.000Z"),
        ("2024-03-01", "2024-03-01T00:00:00.000Z"),
        ("25/12/2023 08:09:10", "2023-12-25T08:09:10.000Z"),
        ("Wed, 11 Nov 2015 00:00:00 +0100", "2015-11-10T23:00:00.000Z"),
        ("11 Nov 15 10:00 GMT", "2015-11-11T10:00:00.000Z"),
        ("Added on Tuesday, 2 February 2021 1:00:00 PM", "2021-02-02T13:00:00.000Z"),
        ("تمت الإضافة يوم الثلاثاء، 2 فبراير 2021 1:05:00 م", "2021-02-02T13:05:00.000Z"),
        ("Hinzugefügt am Dienstag, 5. März 2024 22:12:33", "2024-03-05T22:12:33.000Z"),
        ("Añadido el martes, 5 de marzo de 2024 22:12:33", "2024-03-05T22:12:33.000Z"),
        ("Aggiunto in data martedì 5 marzo 2024 22:12:33", "2024-03-05T22:12:33.000Z"),
    ],
)
def test_moments_are_read_in_every_form(written, moment):
    assert moment_of(written) == moment


@pytest.mark.parametrize("written", ["", None, [], True, "أمس", "2024-13-45", "99/99/2020", "0", "9" * 400, "1e999"])
def test_what_is_no_moment_is_none(written):
    assert moment_of(written) == ""


def test_an_articles_date_keeps_its_zone():
    assert date_of("Wed, 11 Nov 2015 00:00:00 +0100") == "2015-11-11T00:00:00+01:00"
    assert date_of("2020-01-02") == "2020-01-02"


@pytest.mark.parametrize("zone", ["GMT", "UTC", "+0100", "-0330", "+0000", "-0000"])
@pytest.mark.parametrize("day", ["1 Jan", "09 Nov", "29 Feb"])
def test_a_date_of_a_feed_is_what_mail_makes_of_it(day, zone):
    written = f"Thu, {day} 2024 08:05:59 {zone}"
    assert date_of(written) == parsedate_to_datetime(written).isoformat()

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.calendars import from_hijri, from_solar_hijri, to_hijri


@pytest.mark.parametrize(
    ("hijri", "gregorian"),
    [
        ((1, 1, 1), "0622-07-19"),  # 16 July in the Julian calendar
        ((1300, 1, 1), "1882-11-12"),
        ((1365, 1, 1), "1945-12-05"),
        ((1400, 1, 1), "1979-11-20"),
        ((1436, 10, 26), "2015-08-11"),
        ((1444, 10, 1), "2023-04-21"),
        ((1445, 9, 1), "2024-03-11"),
        ((1446, 1, 1), "2024-07-07"),
        ((1500, 12, 30), "2077-11-16"),
    ],
)
def test_hijri_days_are_those_of_the_calendar_of_umm_al_qura(hijri: tuple[int, int, int], gregorian: str) -> None:
    assert from_hijri(*hijri).isoformat() == gregorian
    assert to_hijri(date.fromisoformat(gregorian)) == hijri


@pytest.mark.parametrize("hijri", [(1445, 13, 1), (1445, 0, 1), (1445, 9, 31), (1445, 9, 0), (0, 1, 1), (1445, 10, 30)])
def test_what_is_no_hijri_date_is_refused(hijri: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="not a Hijri"):
        from_hijri(*hijri)


def test_no_day_is_before_the_hijra() -> None:
    with pytest.raises(ValueError, match="before the Hijra"):
        to_hijri(date(600, 1, 1))


@settings(max_examples=100, deadline=None)
@given(st.dates(date(622, 7, 19), date(2300, 1, 1)))
def test_every_day_has_one_hijri_date(day: date) -> None:
    year, month, number = to_hijri(day)
    assert from_hijri(year, month, number) == day
    following = to_hijri(day + timedelta(days=1))
    assert following in {(year, month, number + 1), (year, month + 1, 1), (year + 1, 1, 1)}


@pytest.mark.parametrize(
    ("solar", "gregorian"),
    [
        ((1357, 11, 22), "1979-02-11"),
        ((1399, 12, 30), "2021-03-20"),
        ((1400, 1, 1), "2021-03-21"),
        ((1402, 4, 23), "2023-07-14"),
        ((1403, 1, 1), "2024-03-20"),
        ((1403, 12, 30), "2025-03-20"),
        ((1404, 1, 1), "2025-03-21"),
        ((1, 1, 1), "0622-03-22"),
    ],
)
def test_solar_hijri_days_begin_the_year_in_spring(solar: tuple[int, int, int], gregorian: str) -> None:
    assert from_solar_hijri(*solar).isoformat() == gregorian


@pytest.mark.parametrize("solar", [(1402, 13, 1), (1402, 12, 30), (1402, 7, 31), (1402, 1, 0), (0, 1, 1), (4000, 1, 1)])
def test_what_is_no_solar_hijri_date_is_refused(solar: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="not a Solar Hijri"):
        from_solar_hijri(*solar)


def test_solar_hijri_years_follow_one_another_without_a_gap() -> None:
    for year in range(1200, 1500):
        last = (
            from_solar_hijri(year, 12, 30)
            if from_solar_hijri(year + 1, 1, 1) - from_solar_hijri(year, 1, 1) == timedelta(days=366)
            else from_solar_hijri(year, 12, 29)
        )
        assert from_solar_hijri(year + 1, 1, 1) - last == timedelta(days=1)

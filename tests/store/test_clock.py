from datetime import UTC, datetime

import pytest

from reader.store.clock import Clock, is_stamp


def still() -> datetime:
    return datetime(2026, 1, 1, tzinfo=UTC)


def test_stamps_made_within_one_millisecond_keep_their_order():
    clock = Clock("a", still)
    stamps = [clock.stamp() for _ in range(300)]

    assert stamps == sorted(set(stamps))


def test_a_stamp_comes_after_every_stamp_seen_even_from_a_clock_that_is_ahead():
    ahead = Clock("b", lambda: datetime(2030, 1, 1, tzinfo=UTC)).stamp()
    clock = Clock("a", still)
    clock.observe(ahead)

    assert clock.stamp() > ahead


def test_a_clock_set_back_does_not_make_older_stamps():
    times = iter([datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)])
    clock = Clock("a", lambda: next(times))

    assert clock.stamp() < clock.stamp()


def test_more_stamps_than_a_counter_can_count_still_keep_their_order():
    clock = Clock("a", still)
    clock.observe("2030-01-01T00:00:00.999Z/fffe/b")
    stamps = [clock.stamp() for _ in range(3)]

    assert stamps == sorted(stamps)
    assert stamps[-1].startswith("2030-01-01T00:00:01.000Z/0001/")


def test_every_stamp_that_is_made_is_one():
    assert is_stamp(Clock("device-01ab", still).stamp())


@pytest.mark.parametrize(
    "text", ["", "x", 7, None, "2026/0/x", "2026-01-01T00:00:00.000Z/0000/", "2026-01-01T00:00:00Z/0000/a", "z/0000/a"]
)
def test_what_would_not_sort_among_stamps_is_none(text):
    assert not is_stamp(text)


def test_moments_asked_for_at_the_same_time_keep_their_order():
    clock = Clock("a", still)
    moments = [clock.moment() for _ in range(5)]

    assert moments == sorted(set(moments))

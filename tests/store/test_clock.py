from datetime import UTC, datetime

from reader.store.clock import Clock


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

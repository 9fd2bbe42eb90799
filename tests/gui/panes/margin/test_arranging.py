from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.gui.panes.margin.arranging import Slot, arrange

slots = st.lists(st.builds(Slot, st.integers(0, 2000), st.integers(20, 300)), min_size=1, max_size=12).map(
    lambda made: sorted(made, key=lambda slot: slot.top)
)


def test_cards_that_do_not_meet_stand_at_their_passages():
    assert arrange([Slot(0, 50), Slot(100, 50), Slot(300, 50)], 8) == [0, 100, 300]


def test_a_card_is_pushed_down_by_the_one_before_it():
    assert arrange([Slot(0, 100), Slot(20, 50)], 8) == [0, 108]


def test_the_chosen_card_stands_at_its_passage_and_those_before_it_make_room_above():
    assert arrange([Slot(0, 100), Slot(20, 50), Slot(30, 50)], 8, chosen=1) == [-88, 20, 78]


@settings(max_examples=100)
@given(slots, st.integers(0, 11))
def test_cards_never_overlap_and_keep_their_order(given_slots: list[Slot], number: int):
    chosen = number if number < len(given_slots) else None
    places = arrange(given_slots, 8, chosen)
    spans = [(place, place + slot.height) for place, slot in zip(places, given_slots, strict=True)]
    assert all(before[1] + 8 <= after[0] for before, after in pairwise(spans))
    if chosen is not None:
        assert places[chosen] == given_slots[chosen].top


@settings(max_examples=100)
@given(slots)
def test_no_card_stands_above_its_passage_while_none_is_chosen(given_slots: list[Slot]):
    assert all(place >= slot.top for place, slot in zip(arrange(given_slots, 8), given_slots, strict=True))

from reader.entities.decisions import Decision, Decisions
from reader.entities.entity import Entity, Kind, Mention
from reader.entities.forms import with_added
from reader.text.spans import Span


def added(text: str, *forms: str, here: bool = False, entities: tuple[Entity, ...] = ()) -> list[str]:
    """Return what stands in a text where these names were added, in its order."""
    decisions = {f"person:{form}": Decision(key=f"person:{form}", forms=(form,)) for form in forms}
    found = with_added(text, entities, Decisions(decisions, {}) if here else Decisions({}, decisions))
    return [span.of(text) for span in sorted(each.span for one in found for each in one.mentions)]


def test_a_name_is_found_with_any_spelling_of_its_letters_and_behind_particles():
    assert added("قال أحمد، وَقالَ أحْمد لأحمد.", "احمد") == ["أحمد", "أحْمد", "أحمد"]


def test_a_name_inside_another_word_is_not_found():
    assert added("المستشفى والمستشفيات", "المستشف") == []


def test_of_two_added_names_the_longer_is_found():
    assert added("جاء نور الدين ثم نور.", "نور", "نور الدين") == ["نور الدين", "نور"]


def test_a_name_added_here_goes_before_a_longer_one_that_was_extracted():
    text = "جاء نور الدين أمس."
    wrong = Entity(
        key="person:نور الدين امس",
        kind=Kind.PERSON,
        name="نور الدين أمس",
        mentions=(Mention(Span(4, 17), Kind.PERSON, "نور الدين أمس"),),
    )
    assert added(text, "نور الدين", here=True, entities=(wrong,)) == ["نور الدين"]
    assert added(text, "نور الدين", entities=(wrong,)) == ["نور الدين أمس"]


def test_a_name_that_was_added_twice_is_found_once():
    decision = Decision(key="person:نور", forms=("نور",))
    (found,) = with_added("جاء نور.", (), Decisions({decision.key: decision}, {decision.key: decision}))
    assert len(found.mentions) == 1


def test_ten_thousand_places_of_an_added_name_are_all_found():
    assert len(added("نور " * 10_000, "نور")) == 10_000

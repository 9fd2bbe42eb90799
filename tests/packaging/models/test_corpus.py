"""The corpus that the model is trained on, against LABELLING.md."""

import re
from pathlib import Path

CORPUS = Path(__file__).parents[3] / "packaging" / "models" / "corpus"
FILES = sorted(CORPUS.rglob("*.txt"))
LABEL = re.compile(r"\[([PLO]) ([^\[\]]+)\]")
PLACED_INSIDE = "شارع|جبل|نهر|ميناء|مطار|ملعب|سوق|سد|معبر|جسر|خليج|بحر"


def body(path):
    return path.read_text(encoding="utf-8").partition("\n\n")[2].strip()


def wrong(pattern):
    """Return where the corpus has a pattern, as file and text."""
    return [f"{path.stem}: {found[0]}" for path in FILES for found in re.finditer(pattern, body(path))]


def test_brackets_are_labels_and_nothing_else():
    assert not [path.name for path in FILES if set("[]") & set(LABEL.sub("", body(path)))]


def test_a_label_begins_and_ends_with_its_name():
    assert not wrong(r"\[[PLO] [^\]]*[ ،؛:]\]")
    assert not wrong(r"\[[PLO] (?: |[وفبكل]ـ)")


def test_titles_stay_outside_people():
    titles = "الرئيس|الدكتور|الدكتورة|د\\.|المهندس|الأستاذ|الأستاذة|الوزير|المحامي|اللواء|العقيد|العميد"
    assert not wrong(rf"\[P (?:{titles}) [^\]]+\]")


def test_words_that_say_what_a_place_is_join_it():
    assert not wrong(rf"(?<!\w)[وبل]?(?:{PLACED_INSIDE}) \[L ")


def test_words_of_administration_stay_outside_places():
    assert not wrong(r"\[L (?:دولة|ولاية|إقليم|بلدة|قرية|مديرية) ")


def test_a_tenth_is_kept_for_tests():
    kept = [path for path in FILES if "# split: test" in path.read_text(encoding="utf-8")]

    assert kept == [path for path in FILES if path.stem.endswith("0")]

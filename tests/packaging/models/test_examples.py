import sys
from pathlib import Path

import pytest

MODELS = Path(__file__).resolve().parents[3] / "packaging" / "models"


@pytest.fixture
def examples(monkeypatch):
    monkeypatch.syspath_prepend(str(MODELS))
    import examples

    yield examples
    sys.modules.pop("examples", None)


def test_brackets_become_places_in_the_plain_text(examples):
    document = examples.document("x", "قال [P ليث الحوراني] في [L عمّان] إنّ و[O البنك الدولي] وافق.")

    assert document.text == "قال ليث الحوراني في عمّان إنّ والبنك الدولي وافق."
    assert [(span.of(document.text), kind) for span, kind in document.names] == [
        ("ليث الحوراني", "PER"),
        ("عمّان", "LOC"),
        ("البنك الدولي", "ORG"),
    ]


def test_a_particle_before_a_name_is_cut_from_its_first_word(examples):
    (sentence,) = examples.document("x", "و[O البنك الدولي] ثم ب[L بيروت]").sentences()

    assert sentence.words == ("والبنك", "الدولي", "ثم", "ببيروت")
    assert sentence.tags == ("B-ORG", "I-ORG", "O", "B-LOC")
    assert sentence.cuts == (1, 0, 0, 1)


def test_every_file_of_the_corpus_keeps_to_the_form(examples):
    paths = sorted((MODELS / "corpus").rglob("*.txt"))
    assert paths
    for path in paths:
        head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
        assert {line.split(":")[0] for line in head.splitlines()} == {"# region", "# topic", "# form", "# split"}, path
        plain = examples.document(path.name, body).text
        assert not {"[P", "[L", "[O"} & {plain[at : at + 2] for at in range(len(plain))}, path


def test_about_a_tenth_of_the_corpus_is_kept_for_tests(examples):
    train, test = (len(examples.read_corpus(MODELS / "corpus", split)) for split in ("train", "test"))

    assert 0.07 < test / (train + test) < 0.13

"""The model, against the part of its corpus that it was never shown."""

import re
from collections import Counter
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[3] / "packaging" / "models" / "corpus"
LABEL = re.compile(r"\[([PLO]) ([^\[\]]+)\]")
KINDS = {"P": "person", "L": "place", "O": "organisation"}
LEAST_F1 = {"person": 84, "place": 78, "organisation": 66}
"""Floors some points below what the shipped model reaches, so that a change that harms it is seen."""


@pytest.fixture(scope="module")
def scores(neural):
    right, found, gold = Counter(), Counter(), Counter()
    for path in sorted(CORPUS.rglob("*0.txt")):
        text = path.read_text(encoding="utf-8").partition("\n\n")[2].strip()
        plain, labels, end = "", set(), 0
        for label in LABEL.finditer(text):
            plain += text[end : label.start()]
            labels.add((len(plain), len(plain) + len(label[2]), KINDS[label[1]]))
            plain += label[2]
            end = label.end()
        names = {(name.span.start, name.span.end, name.kind.value) for name in neural.tag(plain + text[end:])}
        right.update(kind for *_, kind in names & labels)
        found.update(kind for *_, kind in names)
        gold.update(kind for *_, kind in labels)
    return {kind: 200 * right[kind] / (found[kind] + gold[kind]) for kind in LEAST_F1}


@pytest.mark.parametrize("kind", LEAST_F1)
def test_the_model_finds_names_in_texts_that_it_never_saw(scores, kind):
    assert scores[kind] >= LEAST_F1[kind]

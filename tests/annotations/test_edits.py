"""Highlights are found again after what happens to articles; `dev.py bench anchors` measures it on many more."""

from collections import Counter
from random import Random

import pytest

from reader import resources
from reader.annotations.anchoring import Anchorage, no_earlier
from tests.annotations.edits import Verdict, edited, highlight_of, judged, laid, lines_of, passage

OTHERS = (
    "اقرأ أيضًا: مواعيد الحافلات تتغيّر ابتداءً من الأسبوع المقبل في الضاحية الجنوبية.",
    "وأوضح البيان أنّ أعمال الصيانة تشمل ثلاثة جسور وطريقًا واحدًا قرب الميناء القديم.",
    "تابعوا النشرة المسائية للمزيد من الأخبار والصور والتقارير المصوّرة.",
)
EDITS = 150


def verdicts(*, knows: bool) -> Counter[Verdict]:
    chance = Random(7)
    lines = lines_of(resources.locate("samples/article.ar.txt").read_text(encoding="utf-8"))
    old = laid(lines)
    counts: Counter[Verdict] = Counter()
    for _ in range(EDITS):
        new = edited(lines, OTHERS, chance)
        anchorage = Anchorage(new.text, "new", (lambda _version: old.text) if knows else no_earlier)
        for _ in range(2):
            numbers = passage(lines, chance)
            counts[judged(anchorage.place(highlight_of(old, numbers)), numbers, old, new)] += 1
    return counts


@pytest.mark.parametrize(("knows", "least"), [(True, 0.99), (False, 0.97)])
def test_nearly_all_highlights_stand_at_the_right_words_and_none_silently_at_wrong_ones(knows: bool, least: float):
    counts = verdicts(knows=knows)
    assert counts[Verdict.WRONG] == 0
    assert counts[Verdict.RIGHT] + counts[Verdict.APPROXIMATE] >= least * counts.total()

"""Where names end, whatever the network says."""

import pytest

from reader.entities.neural.boundaries import Boundaries


@pytest.fixture(scope="module")
def mended(lexicons, gazetteer, vocabulary):
    """Return what is left of a name of some kind, each part with its words."""
    boundaries = Boundaries(lexicons, gazetteer.has, vocabulary.is_common)

    def names(kind, words):
        words = words.split()
        runs = boundaries.mended(words, (0, len(words) - 1, kind))
        return [" ".join(words[first : last + 1]) for first, last, _ in runs]

    return names


@pytest.mark.parametrize(
    ("kind", "found", "meant"),
    [
        ("PER", "عمر وخالد", ["عمر", "وخالد"]),
        ("PER", "وليد وهبي", ["وليد وهبي"]),
        ("PER", "الدكتور سمير قاسم", ["سمير قاسم"]),
        ("LOC", "دمشق وبيروت وعمان", ["دمشق", "وبيروت", "وعمان"]),
        ("LOC", "البوسنة والهرسك", ["البوسنة والهرسك"]),
        ("LOC", "بيروت في", ["بيروت"]),
        ("ORG", "وزارة الدفاع البريطانية", ["وزارة الدفاع البريطانية"]),
        ("ORG", "وزارة الإعلام والثقافة", ["وزارة الإعلام والثقافة"]),
        ("ORG", "مصرف إيطالي", []),
        ("PER", "شهر رمضان", []),
        ("ORG", "زغنوفا البرتغالي", ["زغنوفا"]),
    ],
)
def test_joined_names_part_and_titles_and_countries_stay_outside(mended, kind, found, meant):
    assert mended(kind, found) == meant

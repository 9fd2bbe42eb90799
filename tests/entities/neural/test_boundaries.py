"""Where names end, whatever the network says."""

import pytest

from reader.entities.neural.boundaries import Boundaries


@pytest.fixture(scope="module")
def boundaries(lexicons, gazetteer, vocabulary):
    """Return what mends names, over the lists that ship."""
    return Boundaries(lexicons, gazetteer, vocabulary)


@pytest.fixture(scope="module")
def mended(boundaries):
    """Return what is left of a name of some kind, each part with its words."""

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
        ("PER", "أ .", []),
        ("PER", "سمير قاسم الذي", ["سمير قاسم"]),
        ("PER", "سمير قاسم بقصر", ["سمير قاسم"]),
        ("PER", "سمير قاسم المشرف", ["سمير قاسم"]),
        ("PER", "زغنوف لـ سمير قاسم", ["سمير قاسم"]),
        ("LOC", "الرباط الجمعة المنصرم", ["الرباط"]),
        ("ORG", "زغنوفا البرتغالي", ["زغنوفا"]),
        ("PER", "فالتركي سليم قاسم", ["سليم قاسم"]),
        ("PER", "سليم قاسم المولود", ["سليم قاسم"]),
        ("PER", "سليم قاسم بالعربية", ["سليم قاسم"]),
        ("PER", "سليم قاسم شاعرا", ["سليم قاسم"]),
        ("PER", "سليم قاسم رضا", ["سليم قاسم رضا"]),
        ("LOC", "أرخبيل سقطرى", ["سقطرى"]),
        ("LOC", "تونس سليم قاسم", ["تونس", "سليم قاسم"]),
        ("LOC", "وأميركا الجنوبية", ["وأميركا الجنوبية"]),
        ("PER", "ـ سليم قاسم ـ", ["سليم قاسم"]),
        ("PER", "ـ", []),
        ("PER", ". «", []),
        ("LOC", "ّ", []),
        ("ORG", "-", []),
        ("PER", "سعادة", []),
        ("LOC", "قضاء البهاليل", ["البهاليل"]),
        ("PER", "وارسو سليم قاسم", ["وارسو", "سليم قاسم"]),
        ("PER", "سليم قاسم رحمه", ["سليم قاسم"]),
        ("PER", "خبير سوداني", []),
        ("PER", "حسن الجوار", []),
        ("PER", "خادم الحرمين الشريفين", []),
        ("LOC", "والمدرسة", []),
        ("ORG", "والشارع البرتغالي", []),
        ("ORG", "الدفاع المدني", ["الدفاع المدني"]),
        ("LOC", "عبقر بدمشق", ["عبقر", "بدمشق"]),
        ("PER", "خالد بن سليم الشيخ قاسم بن حداد", ["خالد بن سليم", "قاسم بن حداد"]),
    ],
)
def test_joined_names_part_and_titles_and_countries_stay_outside(mended, kind, found, meant):
    assert mended(kind, found) == meant


@pytest.mark.parametrize(
    ("text", "found", "meant"),
    [
        ("قرأ ابن خلدون", [(2, 2, "PER")], [(1, 2, "PER")]),
        ("في شارع الحمراء", [(2, 2, "LOC")], [(1, 2, "LOC")]),
        ("محافظة الحمراء", [(1, 1, "LOC")], [(1, 1, "LOC")]),
        ("رئيس بوركينا فاسو سليم قاسم", [(1, 1, "LOC"), (2, 4, "PER")], [(1, 2, "LOC"), (3, 4, "PER")]),
        ("قال عبد الله بن سليم", [(1, 3, "PER")], [(1, 4, "PER")]),
        ("في ميدان البهاليل", [(1, 1, "LOC"), (2, 2, "LOC")], [(1, 2, "LOC")]),
        ("وقف في شارع قديم", [(2, 2, "LOC")], []),
        ("مياه الخليج دافئة", [(1, 1, "LOC")], [(1, 1, "LOC")]),
        ("وسجل خالد سليم حداد هدفا", [(2, 3, "PER")], [(1, 3, "PER")]),
        ("رين - باستيا 4 - 0", [(0, 0, "LOC"), (2, 2, "LOC")], [(0, 0, "ORG"), (2, 2, "ORG")]),
        ("السودان - السنغال 0 - 0", [(0, 0, "LOC"), (2, 2, "LOC")], [(0, 0, "LOC"), (2, 2, "LOC")]),
        ("سليم بن ،", [(0, 1, "PER")], [(0, 1, "PER")]),
        ("قال ل « الشرق الأوسط » أمس", [(3, 4, "LOC")], [(3, 4, "ORG")]),
        ("نزاع « الشرق الأوسط الكبير »", [(2, 3, "LOC")], [(2, 3, "LOC")]),
        ("قرأ « المصرى اليوم » أمس", [(2, 2, "LOC")], [(2, 3, "ORG")]),
        ("في « دمشق »", [(2, 2, "LOC")], [(2, 2, "LOC")]),
    ],
)
def test_a_name_takes_in_the_words_beside_it_that_belong_to_it(boundaries, text, found, meant):
    assert list(boundaries.all_mended(text.split(), found)) == meant

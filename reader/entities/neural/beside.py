"""Words that stand beside names, or look like them, and are no part of them."""

from reader.entities.lexicons import word_set
from reader.text.folding import fold_word

OF_FEASTS = word_set("شهر عيد")
"""Words that stand before names of months and feasts which are also people's: شهر رمضان, عيد الأضحى."""

OUTSIDE_PLACES = word_set(
    "محافظة محافظتي ولاية ولايتي إقليم مقاطعة مديرية منطقة ناحية قضاء مدينتي بلدة قرية مملكة أرخبيل عمالة محلة شوارع"
)
"""Words that say what a place is and are no part of its name."""

BEHIND_PEOPLE = word_set(
    "المولود المولودة المقيم المقيمة المتوفى المتوفاة الملقب الملقبة المعروف المعروفة المدفون المنفي المنحدر المتحدر"
    " الحائز الحائزة الفائز الفائزة الشهير الشهيرة المكنى المكناة المقتول المعتكف صاحب صاحبة بدل رحمه رحمها حفظه حفظها"
    " المؤسس المشرف المشرفة المكلف المكلفة الظهير"
)
"""Words behind a name that say more of someone, and one that stands between two: دياب بدل بدرخان."""

RELATIVE = word_set("الذي التي الذين اللذان اللذين اللتان اللتين اللواتي اللاتي")
DAYS = word_set("السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة")

NO_BODIES = word_set(
    "المشهد الشارع العملة المصلحة الاقتصاد المجتمع الشعب السوق الأسواق الليرة الجنيه الدينار الريال الدرهم الملف الأزمة"
    " الرأي الساحة الوسط الأوساط القضية الشأن الموقف الجانب الثورة الشعبي المواطن المواطنين المواطنون الدستور"
    " القانون السياسة الثقافة الهوية الأراضي الحدود المدن المرأة الطفل الإنسان"
)
"""Nouns that are no body with the adjective of a country behind them: الشارع المصري."""

NO_PLACES = word_set(
    "القطر السور المتحدة الولايات المحافظة القرية العاصمة المنطقة البلاد الدولة الشارع المطار الإقليم الإمارة"
    " البلدة الحدود الوطن الملعب الفندق المستشفى الجامعة المدرسة المسجد الكنيسة"
)
"""Words that are no place where they stand alone."""

IDIOMS = frozenset(
    (
        *(f"حسن {word}" for word in word_set("الجوار النية الظن الحظ السلوك السير الضيافة التصرف الأداء")),
        *map(fold_word, ("خادم الحرمين", "خادم الحرمين الشريفين", "الحرمين الشريفين")),
    )
)
"""What looks like a name and is a phrase or a title."""

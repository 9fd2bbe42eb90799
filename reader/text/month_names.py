"""The names that months and weekdays have from Morocco to Iran."""

from enum import StrEnum
from functools import cache

from reader.text.folding import fold


class Months(StrEnum):
    """Which names the months are shown with; the words of the settings file."""

    AUTO = "auto"
    GREGORIAN = "gregorian"
    LEVANTINE = "levantine"
    MAGHREBI = "maghrebi"
    MOROCCAN = "moroccan"
    DOUBLE = "double"


class Calendar(StrEnum):
    """Which calendar a month belongs to."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"
    SOLAR = "solar"


# A slash parts the months, a bar the spellings of one; the first is the one that is shown.
GREGORIAN = (
    "يناير/فبراير|فبرايير/مارس/أبريل|إبريل/مايو|مايس/يونيو|يونية|يونيه/يوليو|يولية|يوليه/أغسطس|أغسطوس/سبتمبر"
    "/أكتوبر/نوفمبر/ديسمبر"
)
LEVANTINE = (
    "كانون الثاني|كانون ثاني|كانون ثان/شباط/آذار|أذار/نيسان/أيار/حزيران/تموز/آب/أيلول"
    "/تشرين الأول|تشرين أول/تشرين الثاني|تشرين ثاني|تشرين ثان/كانون الأول|كانون أول"
)
MAGHREBI = "جانفي/فيفري/مارس/أفريل/ماي/جوان/جويلية|جويليه/أوت/سبتمبر/أكتوبر/نوفمبر/ديسمبر"
MOROCCAN = "يناير/فبراير/مارس/أبريل/ماي|ماية/يونيو|يونيه/يوليوز/غشت|أغشت/شتنبر|شتمبر/أكتوبر/نونبر|نوانبر/دجنبر|دجمبر"
ENGLISH = (
    "January|Jan/February|Feb/March|Mar/April|Apr/May/June|Jun/July|Jul/August|Aug/September|Sept|Sep/October|Oct"
    "/November|Nov/December|Dec"
)
_FRENCH = "janvier|janv/février|févr/mars/avril|avr/mai/juin/juillet|juil/août/septembre/octobre/novembre/décembre"
_PERSIAN = "ژانویه/فوریه/مارس/آوریل/مه|می/ژوئن/ژوئیه|جولای/اوت|آگوست/سپتامبر/اکتبر/نوامبر/دسامبر"
_URDU = "جنوری/فروری/مارچ/اپریل/مئی/جون/جولائی/اگست/ستمبر/اکتوبر/نومبر/دسمبر"
_HEBREW = "ינואר/פברואר/מרץ/אפריל/מאי/יוני/יולי/אוגוסט/ספטמבר/אוקטובר/נובמבר/דצמבר"
HIJRI = (
    "محرم|المحرم|محرم الحرام/صفر|صفر الخير/ربيع الأول|ربيع أول/ربيع الآخر|ربيع الثاني|ربيع ثاني|ربيع ثان"
    "/جمادى الأولى|جمادى الأول|جمادى أولى/جمادى الآخرة|جمادى الثانية|جمادى الآخر|جمادى الثاني/رجب|رجب الفرد"
    "/شعبان/رمضان|رمضان المبارك|رمضان الكريم/شوال/ذو القعدة|ذي القعدة|ذي قعدة/ذو الحجة|ذي الحجة|ذي حجة"
)
HIJRI_IN_ENGLISH = (
    "Muharram/Safar/Rabi al-Awwal/Rabi al-Thani/Jumada al-Ula/Jumada al-Thani/Rajab/Shaban/Ramadan/Shawwal"
    "/Dhu al-Qada/Dhu al-Hijja"
)
_SOLAR = "فروردین/اردیبهشت/خرداد/تیر/مرداد|امرداد/شهریور/مهر/آبان/آذر/دی/بهمن/اسفند"
_SOLAR_OF_AFGHANISTAN = "حمل/ثور/جوزا/سرطان/اسد/سنبله/میزان/عقرب/قوس/جدی/دلو/حوت"

_WEEKDAYS = (
    "الاثنين|اثنين|دوشنبه|Monday|Mon|lundi|יום שני"
    "/الثلاثاء|الثلاثا|ثلاثاء|سه شنبه|سه\u200cشنبه|Tuesday|Tue|mardi|יום שלישי"
    "/الأربعاء|الاربعا|أربعاء|چهارشنبه|Wednesday|Wed|mercredi|יום רביעי"
    "/الخميس|خميس|پنجشنبه|پنج شنبه|Thursday|Thu|jeudi|יום חמישי/الجمعة|جمعة|Friday|Fri|vendredi|יום שישי"
    "/السبت|سبت|شنبه|Saturday|Sat|samedi|שבת/الأحد|أحد|یکشنبه|یک شنبه|Sunday|Sun|dimanche|יום ראשון"
)


def shown(names: str) -> tuple[str, ...]:
    """Return the names that a table of months shows, January or Muharram first."""
    return tuple(spellings.partition("|")[0] for spellings in names.split("/"))


@cache
def months_by_name() -> dict[str, tuple[Calendar, int]]:
    """Return which month each folded name means. Names of Iran's months that mean others too come last and lose."""
    tables = [(Calendar.GREGORIAN, table) for table in (GREGORIAN, LEVANTINE, MAGHREBI, MOROCCAN, ENGLISH)]
    tables += [(Calendar.GREGORIAN, table) for table in (_FRENCH, _PERSIAN, _URDU, _HEBREW)]
    tables += [(Calendar.HIJRI, HIJRI), (Calendar.SOLAR, _SOLAR), (Calendar.SOLAR, _SOLAR_OF_AFGHANISTAN)]
    months: dict[str, tuple[Calendar, int]] = {}
    for calendar, table in tables:
        for name, number in _numbered(table).items():
            months.setdefault(name, (calendar, number))
    return months


@cache
def weekdays_by_name() -> dict[str, int]:
    """Return which day of the week each folded name means, Monday as 0, as date.weekday() counts."""
    return {name: number - 1 for name, number in _numbered(_WEEKDAYS).items()}


def _numbered(table: str) -> dict[str, int]:
    return {fold(name): number for number, spellings in enumerate(table.split("/"), 1) for name in spellings.split("|")}

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.text.direction import Direction, direction_of, direction_of_all, directions_of, isolated_runs
from reader.text.visual import in_visual_order

RTL, LTR = Direction.RTL, Direction.LTR


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير",
        "BBC قالت إن",
        "Google هي شركة",
        "“Le Monde”: باريس تنفي",
        "OpenAI تطلق GPT-5",
        "https://example.org/a/very/long/address نعم",
        "someone.with.a.name@example.org كتب",
        "@someone_with_a_name #ThisIsATag قال",
        "a) نعم\nb) لا",
        "- ok إلى الأمام",
        "2024 – ٢٠٢٥ عام",
        "שלום עולם",
        "زبان فارسی with a word",
        "ܫܠܡܐ ދިވެހި",
    ],
)
def test_a_text_with_arabic_words_runs_from_right_to_left(text: str) -> None:
    assert direction_of(text) is RTL


@pytest.mark.parametrize(
    "text",
    [
        "The minister said",
        "The word كتاب means book in Arabic",
        "«مرحبا» he said, and then he went away for good",
        "Hello world مرحبا",
        "Москва и Киев",
        "東京の本",
        "1. The list of things",
    ],
)
def test_a_text_with_other_words_runs_from_left_to_right(text: str) -> None:
    assert direction_of(text) is LTR


@pytest.mark.parametrize(
    "text", ["", "2024", "07-03-2012 09:08 PM", "١٢٫٥ ٪", "— * —", "https://example.org/", "😀", "٢٠٢٤/١٠/٢١"]
)
def test_a_text_without_letters_runs_as_what_surrounds_it(text: str) -> None:
    assert direction_of(text) is RTL
    assert direction_of(text, LTR) is LTR


def test_latin_names_turn_an_arabic_sentence_round_only_among_latin_ones() -> None:
    assert direction_of("Manchester United وReal Madrid الليلة", RTL) is RTL
    assert direction_of("Manchester United وReal Madrid الليلة", LTR) is LTR


def test_several_texts_have_the_direction_of_most_of_their_letters() -> None:
    assert direction_of_all(["Breaking news", "قال الوزير في مؤتمر صحافي طويل أمس", "2024"]) is RTL
    assert direction_of_all(["قال", "a much longer English sentence"]) is LTR
    assert direction_of_all([], LTR) is LTR


def of(text: str, direction: Direction = RTL) -> list[str]:
    return [run.of(text) for run in isolated_runs(text, direction)]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("ثم 2020-01-05 بعد", ["2020-01-05"]),
        ("في 10 - 08 - 2012 و21/10/2024", ["10 - 08 - 2012", "21/10/2024"]),
        ("در ۱۴۰۲-۰۴-۲۳", ["۱۴۰۲-۰۴-۲۳"]),
        ("من 2020-01-05–2020-02-07", ["2020-01-05", "2020-02-07"]),
        ("والهاتف +962 6 555-1234.", ["+962 6 555-1234"]),
        ("اتصل 00962-6-5551234 أو (02) 555 1234", ["00962-6-5551234", "(02) 555 1234"]),
        ("أو 06-5551234 أو 1-800-555-1234", ["06-5551234", "1-800-555-1234"]),
        ("ودرجة −5° أو -3 أو (+7) و+2.5% و±1", ["−5°", "-3", "+7", "+2.5%", "±1"]),
        ("سرعة 120 km/h و5 GB و٥ GB و25°C", ["120 km/h", "5 GB", "٥ GB", "25°C"]),
        ("بقيمة $100 و100€ عند 10:30 PM", ["$100", "100€", "10:30 PM"]),
        ("زر https://example.org/كتاب?a=1. أو", ["https://example.org/كتاب?a=1"]),
        ("راسل me+you@example.org، أو www.example.com/a", ["me+you@example.org", "www.example.com/a"]),
        ('و"Hello, World!" تمت', ["Hello, World!"]),
        ("شركة Apple Inc. ولغة C++ و.NET و#Tag_1", ["Apple Inc.", "C++", ".NET", "#Tag_1"]),
        ("كتب.me.you@example.org", ["me.you@example.org"]),
        ("عند 2024-10-21T14:30:00+03:00", ["2024-10-21T14:30:00+03:00"]),
        ("U.S. Army وAT&T", ["U.S. Army", "AT&T"]),
        ("لقاح COVID-19 وWindows 11 في", ["COVID-19", "Windows 11"]),
        ("منظمة “World Health Organization (WHO)” هنا", ["World Health Organization (WHO)"]),
        ("وأعلنت (WHO) ذلك", ["WHO"]),
        ("قال Obama) في [White House", ["Obama", "White House"]),
        ("ملف C:\\Users\\a", ["C:\\Users\\a"]),
        ("قالت Москва و Αθήνα", ["Москва", "Αθήνα"]),
        ("غاز CO₂ وماء H₂O وE=mc²", ["CO₂", "H₂O", "E=mc²"]),
        ("استعمل pip install hamish==0.1.0 ثم", ["pip install hamish==0.1.0"]),
        ("الدالة f(x) = ax + b عند x = 5 أو n >= 10", ["f(x) = ax + b", "x = 5", "n >= 10"]),
        ("نسخة Python 3.11+ وحدها", ["Python 3.11+"]),
        ("على localhost:8080 أو example.com/a?x=1&y=2؟", ["localhost:8080", "example.com/a?x=1&y=2"]),
        ("لا شيء هنا، أبدا؟", []),
    ],
)
def test_what_would_be_turned_round_is_isolated(text: str, runs: list[str]) -> None:
    assert of(text) == runs


@pytest.mark.parametrize(
    "text",
    [
        "فاز الأهلي 2-1 على الزمالك",
        "فاز الأهلي 2 – 1 على الزمالك",
        "بين عامي 2010-2020 و1990–1995",
        "ص 12-15، وص 100 - 120",
        "من 10:30-11:45",
        "بنسبة 10%-15%",
        "أعوام 2019-2020-2021",
        "الأشواط 25-23 و25-19",
        "كوفيد-19 وإف-16",
        "50% و1,000 و3.5 و1/2 و10:30",
        "٢١-١٠-٢٠٢٤ و−٥ و٠٦-٥٥٥١٢٣٤",
    ],
)
def test_scores_ranges_and_pages_follow_the_paragraph(text: str) -> None:
    assert of(text) == []


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 30),
    st.sampled_from(["-", "–", " - ", "—"]),
    st.integers(0, 30),
    st.sampled_from(["و", "", "Arsenal "]),
)
def test_two_numbers_joined_by_a_dash_are_never_isolated(one: int, dash: str, other: int, before: str) -> None:
    text = f"انتهت المباراة {before}{one}{dash}{other} مساء أمس (−4° عند 10 PM)"
    score = text.index(f"{one}{dash}{other}")
    assert not any(
        run.start < score + len(f"{one}{dash}{other}") and score < run.end for run in isolated_runs(text, RTL)
    )


def test_each_team_stands_beside_its_own_goals() -> None:
    # In Arabic from the right, among Latin names from the left.
    assert in_visual_order("الأهلي 2-1 الزمالك", RTL) == "كلامزلا 1-2 يلهألا"
    assert in_visual_order("Arsenal 2-1 Chelsea", RTL) == "Arsenal 2-1 Chelsea"
    assert in_visual_order("فاز Arsenal (2-1) Chelsea أمس", RTL) == "سمأ Arsenal (2-1) Chelsea زاف"
    assert in_visual_order("فاز Arsenal 2-1 على الزمالك", RTL) == "كلامزلا ىلع Arsenal 2-1 زاف"
    assert in_visual_order("الأهلي 2-1 Chelsea", RTL) == "Chelsea 1-2 يلهألا"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ثم 2020-01-05 بعد", "دعب 2020-01-05 مث"),
        ("رقم +962 6 555-1234.", ".+962 6 555-1234 مقر"),
        ("حرارة −5° الآن", "نآلا −5° ةرارح"),
        ('و"Hello, World!" هنا.', '.انه "Hello, World!"و'),
        ("لغة C++ و.NET هنا", "انه .NETو C++ ةغل"),
        ("عند 10:30 PM", "10:30 PM دنع"),
        ("سعة 5 GB RAM", "5 GB RAM ةعس"),
        ("در ۱۴۰۲-۰۴-۲۳", "۱۴۰۲-۰۴-۲۳ رد"),
        ("وأعلن (World Bank) ذلك", "كلذ (World Bank) نلعأو"),
        ("غاز CO₂ هنا", "انه CO₂ زاغ"),
        ("نسخة hamish==0.1.0 ثم", "مث hamish==0.1.0 ةخسن"),
        ("على localhost:8080 فقط", "طقف localhost:8080 ىلع"),
    ],
)
def test_an_isolated_run_is_shown_in_its_own_order(text: str, shown: str) -> None:
    assert in_visual_order(text, RTL) == shown


@pytest.mark.parametrize(
    ("text", "runs", "shown"),
    [
        ("The book كتاب 2019 sold", ["كتاب"], "The book باتك 2019 sold"),
        ("He met محمد بن راشد, 5 times", ["محمد بن راشد"], "He met دشار نب دمحم, 5 times"),
        (
            "see العربية (الفصحى) here",
            ["العربية (الفصحى)"],
            "see (ىحصفلا) ةيبرعلا here",
        ),
        ("No Arabic 2-1 here", [], "No Arabic 2-1 here"),
    ],
)
def test_arabic_among_latin_words_is_isolated(text: str, runs: list[str], shown: str) -> None:
    assert of(text, LTR) == runs
    assert in_visual_order(text, LTR) == shown


MIXED = st.text(st.sampled_from("ابو ABc12٣۴-–+−.:/@#()[]“”\"'%°$،؟C\n"), max_size=40)


@settings(max_examples=100, deadline=None)
@given(MIXED, st.sampled_from(Direction))
def test_runs_are_in_order_apart_and_begin_and_end_with_something_to_see(text: str, direction: Direction) -> None:
    last = 0
    for run in isolated_runs(text, direction):
        assert last <= run.start < run.end
        assert "\n" not in run.of(text)
        assert run.of(text) == run.of(text).strip()
        last = run.end


def test_a_long_paragraph_is_looked_through_in_one_go() -> None:
    text = "قال John Smith إن 2-1 (في A) و+5 " * 5000
    assert len(isolated_runs(text, RTL)) == 15_000


@pytest.mark.parametrize(
    "piece", ["1", "1.", "1-", "+1", "0 11", "a'", "a((", '"a" ', "(a", "ا.", " ", "a1 ", "a?", "a:b", "A = "]
)
def test_no_text_however_odd_is_slow(piece: str) -> None:
    odd = piece * 20_000 + "٣@"
    for direction in Direction:
        assert len(isolated_runs(odd, direction)) <= len(odd)
    assert direction_of(odd) in Direction


SENTENCES = ("المنارة", "BBC قالت", "the port", "OpenAI تطلق GPT-5", "2024", "", "- (a) نص", "漢 ab")


@given(st.lists(st.sampled_from(SENTENCES)))
def test_directions_together_are_those_of_each(texts):
    of_all, each = directions_of(texts)
    assert of_all == direction_of("\n".join(texts))
    assert list(each) == [direction_of(text, of_all) for text in texts]

import pytest

from reader.entities.entity import Kind, Mention
from reader.entities.resolving import Resolver
from reader.text.spans import Span

# Every person and event here is made up.


@pytest.fixture
def resolved(extraction):
    def entities(text, kind):
        return [each for each in extraction.entities(text) if each.kind is kind]

    return entities


def people(resolved, text):
    return {each.name: [mention.text for mention in each.mentions] for each in resolved(text, Kind.PERSON)}


def test_a_partial_name_is_the_person_with_the_full_one(resolved):
    text = "وصل غريغوري كارنوفسكي إلى المدينة. وقال كارنوفسكي إنه متفائل."
    assert people(resolved, text) == {"غريغوري كارنوفسكي": ["غريغوري كارنوفسكي", "كارنوفسكي"]}


def test_two_people_who_share_a_surname_stay_two(resolved):
    text = "التقى سمير الكيلاني ورامي الكيلاني. وقال رامي الكيلاني إن سمير الكيلاني غائب."
    assert set(people(resolved, text)) == {"سمير الكيلاني", "رامي الكيلاني"}


def test_a_shared_surname_alone_means_who_was_named_last(resolved):
    text = "جاء سمير الكيلاني. وقال الكيلاني كلمة. ثم جاء رامي الكيلاني. وقال الكيلاني كلمة."
    found = resolved(text, Kind.PERSON)
    assert {each.name: [mention.span.start for mention in each.mentions] for each in found} == {
        "سمير الكيلاني": [text.index("سمير"), text.index("الكيلاني كلمة")],
        "رامي الكيلاني": [text.index("رامي"), text.rindex("الكيلاني كلمة")],
    }


def test_two_spellings_of_one_name_are_one_person(resolved):
    text = "قال ميخائيل غورباتشوف ذلك. وكتب ميخائيل جورباتشوف رسالة."
    (person,) = resolved(text, Kind.PERSON)
    assert (person.name, person.aliases) == ("ميخائيل غورباتشوف", ("ميخائيل جورباتشوف",))


def test_the_key_is_the_kind_and_the_folded_full_name(resolved):
    (person,) = resolved("قالت أسماء الحُسيني ذلك", Kind.PERSON)
    assert person.key == "person:اسماء الحسيني"


def test_people_come_by_how_often_they_are_mentioned_then_by_who_comes_first(resolved):
    text = "جاء سمير الكيلاني وليث الحوراني وغريغوري كارنوفسكي، ثم تكلم كارنوفسكي."
    assert [each.name for each in resolved(text, Kind.PERSON)] == ["غريغوري كارنوفسكي", "سمير الكيلاني", "ليث الحوراني"]


def test_people_stand_before_places_and_places_before_organisations(extraction):
    found = extraction.entities("وزارة الصحة العراقية في بغداد، قال ليث الحوراني")
    assert [each.kind for each in found] == [Kind.PERSON, Kind.PLACE, Kind.ORGANISATION]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("وصل وزير الدفاع الهولندي غريغوري كارنوفسكي أمس", "وزير الدفاع الهولندي"),
        ("وقال المتحدث باسم الجيش اللبناني ليث الحوراني", "المتحدث باسم الجيش اللبناني"),
        ("ووزيرة خارجية بلجيكا غريتا كارنوفسكي", "وزيرة خارجية بلجيكا"),
        ("ورئيس الإدارة المحلية لبغداد الدكتور ليث الحوراني", "رئيس الإدارة المحلية لبغداد"),
        ("الأمين العام لحلف شمال الأطلسي (الناتو) غريغوري كارنوفسكي", "الأمين العام لحلف شمال الأطلسي (الناتو)"),
        ("قال ليث الحوراني، رئيس اتحاد المصارف العربية، إن", "رئيس اتحاد المصارف العربية"),
        ("قال ليث الحوراني، المتحدث باسم الجيش اللبناني، إن", "المتحدث باسم الجيش اللبناني"),
        ("قال ليث الحوراني إن الرئيس غائب", ""),
        ("السيد ليث الحوراني", ""),
        ("قال رئيس هيئة الأركان اللواء الركن ليث الحوراني", "رئيس هيئة الأركان"),
        ("قال أمير منطقة القصيم صاحب السمو الملكي الأمير ليث الحوراني", "أمير منطقة القصيم"),
        ("قال مدير مكتب الملك ليث الحوراني", "مدير مكتب الملك"),
        ("وقالت وزيرة الموارد المائية، أسماء الحسيني، إن السد آمن", "وزيرة الموارد المائية"),
        ("وقالت أسماء الحسيني، المديرة التنفيذية للشركة، إن السد آمن", "المديرة التنفيذية للشركة"),
        ("وقال ليث الحوراني المدير الفني للنادي إن الفريق جاهز", "المدير الفني للنادي"),
        ("غاب عن فريق المدرب ليث الحوراني لاعبان", "المدرب"),
        ("وقال الفريق أول ليث الحوراني", "الفريق أول"),
        ("انتقل الحكم إلى ليث الحوراني بعد عامين", ""),
        ("سار ليث الحوراني أمام المحكمة الخاصة بالمدينة.", ""),
        ("أمراء الحرب الذين غلبهم ليث الحوراني", ""),
        ("رسمت الخرائط بمساعدة المهندسة أسماء الحسيني أمس", ""),
        ("الرئيس غريغوري كارنوفسكي", "الرئيس"),
        (
            "قال ليث الحوراني مدير الأقسام المرتبطة ببرنامج المياه في القاهرة إن",
            "مدير الأقسام المرتبطة ببرنامج المياه في القاهرة",
        ),
        ("رواية جديدة للكاتب الليبي ليث الحوراني", "الكاتب الليبي"),
        ("كان نائب الوكيل العام للملك ليث الحوراني حاضرا", "نائب الوكيل العام للملك"),
        ("حضر نخبة من الكتاب والنقاد من بينهم الشاعر ليث الحوراني", "الشاعر"),
        ("قرأ في كتاب تاريخ المدن ليث الحوراني", ""),
        ("قال أعضاء الوفد ليث الحوراني", ""),
        ("عرضت الشركة على مستشاري العقارات ليث الحوراني", ""),
        ("فاز في المباراة وبرز في الفريق ليث الحوراني", ""),
        ('ودعا رئيس "لجنة الأسواق" الدكتور ليث الحوراني', 'رئيس "لجنة الأسواق"'),
        ("ورأس الوفد مدير متحف البصرة، ليث الحوراني.", "مدير متحف البصرة"),
        (
            "قال الدكتور ليث الحوراني أستاذ طب جراحة العيون بجامعة القاهرة فاعلية",
            "أستاذ طب جراحة العيون بجامعة القاهرة",
        ),
        ("وسلم الرسالة إلى ليث الحوراني سفير مصر في غانا ومعه رجاله", "سفير مصر في غانا"),
        ("من ليث الحوراني رئيس نادي القوس مشيرا إلى الفوز", "رئيس نادي القوس"),
        ("استقبل ليث الحوراني رئيس الحكومة في القصر", ""),
        ("قال ليث الحوراني، رئيس حزب «العدل»، إن", "رئيس حزب «العدل»"),
        ("قال ليث الحوراني، رئيس اتحاد الصناع (قوة)، إن", "رئيس اتحاد الصناع (قوة)"),
        ("برز ليث الحوراني( هداف المسابقة) أمس", "هداف المسابقة"),
        ("قال ليث الحوراني نائب رئيس الحركة وأعضاء الوفد.", "نائب رئيس الحركة"),
        ("شكك ليث الحوراني، عضو لجنة العلاقات الدولية بإمكانية ذلك", "عضو لجنة العلاقات الدولية"),
        ("نتائج اليوم\n* الكاتب العام : ليث الحوراني\nختام", "الكاتب العام"),
        ("نتائج اليوم\nوزير المياه: ليث الحوراني سيعود", ""),
        ("نجا ليث الحوراني، ابن التاسعة عشرة، أمس", ""),
    ],
)
def test_the_role_is_what_the_text_says_in_its_own_words(resolved, text, role):
    (person,) = resolved(text, Kind.PERSON)
    assert person.role == role


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("حضر حارس المرمى سمير الكيلاني وليث الحوراني", {"سمير الكيلاني": "حارس المرمى", "ليث الحوراني": ""}),
        ("حضر محافظ البصرة و ليث الحوراني", {"ليث الحوراني": ""}),
        (
            "واجتمع سمير الكيلاني المدير الفني للنادي ومساعده ليث الحوراني.",
            {"سمير الكيلاني": "المدير الفني للنادي", "ليث الحوراني": ""},
        ),
        ("جلس سمير الكيلاني، خلفه ليث الحوراني، أمس", {"سمير الكيلاني": "", "ليث الحوراني": ""}),
        ("قال ليث الحوراني، زوج أسماء الحسيني، أمس", {"ليث الحوراني": "زوج أسماء الحسيني", "أسماء الحسيني": ""}),
    ],
)
def test_one_persons_role_is_not_the_next_ones(resolved, text, roles):
    assert {person.name: person.role for person in resolved(text, Kind.PERSON)} == roles


def test_the_fuller_role_is_kept_wherever_it_stands(resolved):
    text = "الرئيس غريغوري كارنوفسكي هنا.\nوكان الرئيس البلجيكي السابق غريغوري كارنوفسكي هناك."
    (person,) = resolved(text, Kind.PERSON)
    assert person.role == "الرئيس البلجيكي السابق"


def test_a_latin_spelling_in_parentheses_is_the_persons(resolved):
    (person,) = resolved("قال غريغوري كارنوفسكي (Gregory Karnovsky) أمس", Kind.PERSON)
    assert person.latin == "Gregory Karnovsky"


def test_what_only_spells_a_name_is_nobody_else(gazetteer, lexicons):
    text = "وصل غريغوري كارنوفسكي (Gregory Karnovsky) إلى مقر منظمة الصحة العالمية (WHO)."
    kinds = {"غريغوري كارنوفسكي": Kind.PERSON, "Gregory Karnovsky": Kind.ORGANISATION}
    kinds |= dict.fromkeys(("منظمة الصحة العالمية", "WHO"), Kind.ORGANISATION)
    spans = {name: Span(text.index(name), text.index(name) + len(name)) for name in kinds}
    mentions = [Mention(spans[name], kind, name) for name, kind in kinds.items()]
    entities = Resolver(gazetteer, lexicons).resolve(text, mentions)
    assert [(each.name, each.latin, each.aliases) for each in entities] == [
        ("غريغوري كارنوفسكي", "Gregory Karnovsky", ()),
        ("منظمة الصحة العالمية", "", ("WHO",)),
    ]


def test_a_place_has_coordinates_country_and_its_latin_name(resolved):
    (place,) = resolved("وصل إلى خاركيف", Kind.PLACE)
    assert (place.latin, place.country) == ("Kharkiv", "UA")
    assert (round(place.latitude), round(place.longitude)) == (50, 36)


def test_spellings_of_one_place_are_one_place_under_the_usual_one(resolved):
    (place,) = resolved("في خاركوف ثم إلى خاركيف ومن خاركيف", Kind.PLACE)
    assert (place.name, place.aliases, len(place.mentions)) == ("خاركيف", ("خاركوف",), 3)


def test_a_country_is_not_its_capital(resolved):
    assert {each.name for each in resolved("بين روسيا وموسكو", Kind.PLACE)} == {"روسيا", "موسكو"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("في طرابلس وبيروت وصيدا", "LB"),
        ("في طرابلس وبنغازي ومصراتة", "LY"),
        ("إلى عُمان أمس", "OM"),
        ("إلى عمّان أمس", "JO"),
        ("في العاصمة عمان", "JO"),
    ],
)
def test_a_name_of_two_places_means_the_one_that_fits_the_article(resolved, text, country):
    found = [
        each
        for each in resolved(text, Kind.PLACE)
        if each.name.strip() in ("طرابلس", "عُمان", "عمّان", "عمان", "العاصمة عمان")
    ]
    assert [each.country for each in found] == [country]


@pytest.mark.parametrize("text", ["عمان - ذكر التقرير ذلك", "خبر\nعمان (وكالات) - ذكر التقرير ذلك"])
def test_a_report_is_written_in_a_town(gazetteer, lexicons, text):
    at = text.index("عمان")
    (place,) = Resolver(gazetteer, lexicons).resolve(text, [Mention(Span(at, at + 4), Kind.PLACE, "عمان")])
    assert (place.country, place.latin) == ("JO", "Amman")


@pytest.mark.parametrize(("name", "country"), [("هنجاريا", "HU"), ("پاکستان", "PK"), ("کراچی", "PK"), ("ژاپن", "JP")])
def test_a_place_is_found_however_its_foreign_letters_are_written(gazetteer, lexicons, name, country):
    (place,) = Resolver(gazetteer, lexicons).resolve(name, [Mention(Span(0, len(name)), Kind.PLACE, name)])
    assert place.country == country


def test_a_place_that_no_table_knows_has_no_coordinates(resolved):
    (place,) = resolved("في بلدة كفرتنورين", Kind.PLACE)
    assert (place.latitude, place.longitude, place.country) == (None, None, "")


def test_a_name_in_parentheses_is_another_name_of_the_organisation(resolved):
    (organisation,) = resolved("حلف شمال الأطلسي (الناتو) والناتو", Kind.ORGANISATION)
    assert (organisation.name, organisation.aliases, len(organisation.mentions)) == ("حلف شمال الأطلسي", ("الناتو",), 3)


def resolve(gazetteer, lexicons, text, kind, *names):
    """Resolve a text in which the names are mentioned, in their order, each where it comes next."""
    mentions, at = [], 0
    for name in names:
        at = text.index(name, at)
        mentions.append(Mention(Span(at, at + len(name)), kind, name))
        at += len(name)
    found = Resolver(gazetteer, lexicons).resolve(text, mentions)
    return {each.name: [mention.text for mention in each.mentions] for each in found}


@pytest.mark.parametrize(
    ("whole", "part"),
    [("حركة الفجر الجديد", "الفجر الجديد"), ("قوات الدرع الشرقي", "الدرع الشرقي"), ("نادي البيرق", "البيرق")],
)
def test_an_organisation_goes_on_without_the_word_that_says_what_it_is(gazetteer, lexicons, whole, part):
    text = f"قالت {whole} إن {part} باقٍ"
    assert resolve(gazetteer, lexicons, text, Kind.ORGANISATION, whole, part) == {whole: [whole, part]}


def test_each_shorter_name_of_an_organisation_means_the_longest(gazetteer, lexicons):
    names = ("حركة الفجر الجديد السودانية", "الفجر الجديد", "حركة الفجر الجديد")
    text = "، ".join(names)
    assert resolve(gazetteer, lexicons, text, Kind.ORGANISATION, *names) == {names[0]: list(names)}


def test_a_council_of_an_organisation_is_another_one(gazetteer, lexicons):
    names = ("مجلس الرابطة الشمالية", "الرابطة الشمالية")
    assert set(resolve(gazetteer, lexicons, " ثم ".join(names), Kind.ORGANISATION, *names)) == set(names)


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("كارنوف للطيران", "كارنوف"),
        ("قناة البيرق القطرية", "البيرق"),
        ("الجمعية الوطنية لحماية الأسواق", "حماية الأسواق"),
        ("الفيرا", "فيرا"),
    ],
)
def test_a_part_that_can_mean_nothing_else_means_the_organisation(gazetteer, lexicons, whole, part):
    text = f"قالت {whole} إن {part} باقٍ"
    assert resolve(gazetteer, lexicons, text, Kind.ORGANISATION, whole, part) == {whole: [whole, part]}


@pytest.mark.parametrize(
    ("whole", "part"),
    [
        ("البيرق الأحمر", "البيرق"),
        ("الجمعية العامة للرابطة الشمالية", "الرابطة الشمالية"),
        ("جامعة كارنوف", "جامعة"),
        ("منظمة الرابطة الشمالية لتنمية القرى", "الرابطة الشمالية"),
    ],
)
def test_a_noun_or_another_organisation_inside_a_name_is_not_the_whole(gazetteer, lexicons, whole, part):
    text = f"قالت {whole} إن {part} باقٍ"
    assert len(resolve(gazetteer, lexicons, text, Kind.ORGANISATION, whole, part)) == 2


def test_quotation_marks_that_are_cut_in_two_are_not_shown(gazetteer, lexicons):
    assert list(resolve(gazetteer, lexicons, "زعيم تيار “المودة” قال", Kind.ORGANISATION, "تيار “المودة")) == [
        "تيار المودة"
    ]


def test_a_name_is_shown_without_tatweel(gazetteer, lexicons):
    assert list(resolve(gazetteer, lexicons, "قال سميـــر الكيلاني", Kind.PERSON, "سميـــر الكيلاني")) == [
        "سمير الكيلاني"
    ]


def test_muhammad_may_be_missing_before_a_name(gazetteer, lexicons):
    names = ("محمد سليم الحوراني", "سليم الحوراني", "رامي الحوراني")
    assert resolve(gazetteer, lexicons, " ثم ".join(names), Kind.PERSON, *names) == {
        names[0]: list(names[:2]),
        names[2]: [names[2]],
    }


@pytest.mark.parametrize("between", [" المعروف ب«", "، المعروف بـ «", " الملقب ب", "، الشهير باسم "])
def test_what_someone_is_known_as_is_one_of_the_persons_names(gazetteer, lexicons, between):
    names = ("سمير الكيلاني", "البيرق", "البيرق")
    text = f"جاء سمير الكيلاني{between}البيرق»، وقال البيرق"
    assert resolve(gazetteer, lexicons, text, Kind.PERSON, *names) == {"سمير الكيلاني": list(names)}


def test_what_someone_is_called_stands_in_parentheses(gazetteer, lexicons):
    names = ("سمير الكيلاني", "أبو مازن", "أبو مازن")
    text = "جاء سمير الكيلاني (أبو مازن)، وقال أبو مازن"
    assert resolve(gazetteer, lexicons, text, Kind.PERSON, *names) == {"سمير الكيلاني": list(names)}


def test_who_plays_someone_is_another_person(gazetteer, lexicons):
    names = ("سمير الكيلاني", "ليث الحوراني")
    assert set(resolve(gazetteer, lexicons, "يحب سمير الكيلاني (ليث الحوراني)", Kind.PERSON, *names)) == set(names)


def test_an_article_swallowed_by_a_particle_comes_back_in_the_name(resolved):
    text = "تقرير للأمم المتحدة"
    (organisation,) = resolved(text, Kind.ORGANISATION)
    assert organisation.name == "الأمم المتحدة"
    assert [mention.text for mention in organisation.mentions] == ["لأمم المتحدة"]


def test_an_article_without_names_has_no_entities(extraction):
    assert extraction.entities("") == ()


def test_a_list_of_thousands_of_names_is_resolved(extraction):
    letters = "بدرسعفلمنح"
    names = [f"سمير كار{a}{b}وف{c}ينسكي" for a in letters for b in letters for c in letters]
    text = "\n".join(f"السيد {name} والسيد {name.split()[1]}" for name in names)
    mentions, at = [], 0
    for line in text.split("\n"):
        for word, length in ((line.split()[1], 2), (line.split()[4], 1)):
            start = text.index(word, at)
            name = " ".join(text[start:].split(None, length)[:length])
            mentions.append(Mention(Span(start, start + len(name)), Kind.PERSON, name))
            at = start + len(name)
    found = extraction.entities(text, tuple(mentions))
    assert {len(each.mentions) for each in found} == {2}
    assert len(found) == 1000

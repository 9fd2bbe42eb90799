import csv
import io
import json
from dataclasses import replace

from reader.exporting import hypothesis, references, tables
from reader.exporting.exported import Content
from tests.exporting.conftest import ADDRESS


def rows(made):
    return list(csv.DictReader(io.StringIO(made.removeprefix("\ufeff"), newline="")))


def test_the_table_has_all_that_is_known_of_each_highlight(exported):
    table = rows(tables.make([exported], Content.HIGHLIGHTS))

    assert tuple(table[0]) == tables.COLUMNS
    assert table[1]["Quote"] == "بعد 12 عامًا"
    assert table[1]["Tags"] == "بحث; جسور قديمة"
    assert (table[1]["Source"], table[1]["Paragraph"]) == ("صحيفة المثال", "1")
    assert table[2]["Quote"].count("\n") == 1


def test_no_cell_is_a_formula(exported):
    article = replace(exported.article, title='=HYPERLINK("x")')
    (first, *_) = rows(tables.make([replace(exported, article=article)], Content.HIGHLIGHTS))
    assert first["Title"] == '\'=HYPERLINK("x")'


def test_readwise_gets_its_exact_columns(exported):
    made = tables.make_for_readwise([exported], Content.HIGHLIGHTS).removeprefix("\ufeff")

    assert made.splitlines()[0] == "Highlight,Title,Author,URL,Note,Location,Date"
    table = rows(made)
    assert len(table) == 3
    assert table[0]["Author"] == "محرّر الشؤون المحلية; صحيفة المثال"
    assert table[0]["Note"].startswith(".بحث .جسور_قديمة\nهل هذا صحيح؟")
    assert (table[0]["URL"], table[0]["Location"], table[0]["Date"]) == (ADDRESS, "1", "2026-01-02 03:04:05")


def test_hypothesis_gets_quotations_with_their_surroundings(exported):
    document = json.loads(hypothesis.make([exported], Content.HIGHLIGHTS))

    assert {"export_date", "export_userid", "client_version", "annotations"} == set(document)
    annotation = document["annotations"][1]
    assert annotation["target"][0]["selector"][0]["exact"] == "بعد 12 عامًا"
    assert annotation["uri"] == ADDRESS
    assert annotation["tags"] == ["بحث", "جسور قديمة"]


def test_references_say_who_wrote_what_where_and_when(exported):
    bibtex = references.make_bibtex([exported], Content.ARTICLE)
    assert bibtex.startswith("@article{hamish0123456789ab,")
    assert "  title = {{الجسر <القديم> يعود \\& يفتح أبوابه}}," in bibtex
    assert "  year = {2024}," in bibtex

    ris = references.make_ris([exported], Content.ARTICLE)
    assert ris.startswith("TY  - NEWS\r\nAU  - محرّر الشؤون المحلية\r\n")
    assert "DA  - 2024/05/01/\r\n" in ris
    assert ris.endswith("ER  - \r\n")

    (item,) = json.loads(references.make_csl([exported], Content.ARTICLE))
    assert item["issued"] == {"date-parts": [[2024, 5, 1]]}
    assert item["container-title"] == "صحيفة المثال"


def test_a_date_that_says_only_a_year_invents_nothing():
    assert references.date_parts("2024") == (2024, 0, 0)
    assert references.date_parts("2024-05") == (2024, 5, 0)
    assert references.date_parts("") == (0, 0, 0)

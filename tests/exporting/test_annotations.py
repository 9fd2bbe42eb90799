"""The W3C's model, checked by its rules (https://www.w3.org/TR/annotation-model/, 3 and 4)."""

import json

import jsonschema

from reader.exporting import annotations
from reader.exporting.exported import Content
from tests.exporting.conftest import ADDRESS, ARTICLE

PURPOSES = ["commenting", "tagging", "classifying"]
MODEL = {
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "properties": {
        "@context": {"type": "array", "prefixItems": [{"const": "http://www.w3.org/ns/anno.jsonld"}]},
        "id": {"type": "string", "format": "uri"},
        "type": {"const": "AnnotationPage"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "type", "target"],
                "properties": {
                    "id": {"type": "string", "pattern": "^[a-z]+:"},
                    "type": {"const": "Annotation"},
                    "motivation": {"enum": ["commenting", "highlighting"]},
                    "created": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"},
                    "modified": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"},
                    "body": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["type", "value", "purpose", "format", "language", "textDirection"],
                            "properties": {
                                "type": {"const": "TextualBody"},
                                "value": {"type": "string", "minLength": 1},
                                "purpose": {"enum": PURPOSES},
                                "language": {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"},
                                "textDirection": {"enum": ["ltr", "rtl", "auto"]},
                            },
                        },
                    },
                    "target": {
                        "type": "object",
                        "required": ["type", "source"],
                        "properties": {
                            "type": {"const": "SpecificResource"},
                            "source": {"type": "object", "required": ["id", "type"]},
                            "selector": {
                                "type": "array",
                                "items": {
                                    "oneOf": [
                                        {
                                            "required": ["type", "exact"],
                                            "properties": {"type": {"const": "TextQuoteSelector"}},
                                        },
                                        {
                                            "required": ["type", "start", "end"],
                                            "properties": {
                                                "type": {"const": "TextPositionSelector"},
                                                "start": {"type": "integer", "minimum": 0},
                                                "end": {"type": "integer", "minimum": 1},
                                            },
                                        },
                                    ]
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


def test_the_page_obeys_the_model(exported):
    page = json.loads(annotations.make([exported], Content.HIGHLIGHTS))

    jsonschema.validate(page, MODEL)
    assert len(page["items"]) == 4


def test_selectors_say_the_same_words(exported):
    items = json.loads(annotations.make([exported], Content.HIGHLIGHTS))["items"]

    for item in items[1:]:
        quote, position = item["target"]["selector"]
        assert ARTICLE.text[position["start"] : position["end"]] == quote["exact"]
        assert ARTICLE.text[: position["start"]].endswith(quote["prefix"])
    assert "selector" not in items[0]["target"]
    source = items[1]["target"]["source"]
    assert (source["id"], source["dc:publisher"], source["dc:date"][:10]) == (ADDRESS, "صحيفة المثال", "2024-05-01")
    assert items[1]["target"]["paragraph"] == 1


def test_bodies_say_their_purpose_language_and_direction(exported):
    items = json.loads(annotations.make([exported], Content.HIGHLIGHTS))["items"]

    told = [(body["purpose"], body["language"], body["textDirection"]) for body in items[1]["body"]]
    assert told == [
        ("commenting", "ar", "rtl"),
        ("tagging", "ar", "rtl"),
        ("tagging", "ar", "rtl"),
        ("classifying", "en", "ltr"),
    ]
    english = items[3]["body"][0]
    assert (english["language"], english["textDirection"]) == ("und", "ltr")

import pytest

from reader.errors import ReaderError
from reader.intake.xml_tree import parsed_xml

BOMB = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;">]>
<a>before &y; after</a>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>before &x; after</a>"""
TYPED = b"""<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a>text</a>"""


def text_of(data: bytes) -> str:
    return "".join(parsed_xml(data).itertext(tag="a"))


@pytest.mark.parametrize("data", [BOMB, OUTSIDE])
def test_entities_are_not_expanded(data):
    root = parsed_xml(data)
    assert "".join([root.text or "", *(child.tail or "" for child in root)]) == "before  after"


def test_a_document_type_elsewhere_is_not_loaded():
    assert text_of(TYPED) == "text"


def test_what_is_broken_is_told_or_mended():
    with pytest.raises(ReaderError) as raised:
        parsed_xml(b"<a>text<b></a>", "a.xml")
    assert (raised.value.key, raised.value.values) == ("import.xml_damaged", {"file": "a.xml"})
    assert parsed_xml(b"<a>text<b></a>", mending=True).text == "text"
    with pytest.raises(ReaderError):
        parsed_xml(b"", mending=True)


def test_what_is_nested_too_deeply_is_told():
    with pytest.raises(ReaderError):
        parsed_xml(b"<a>" * 5000 + b"</a>" * 5000)

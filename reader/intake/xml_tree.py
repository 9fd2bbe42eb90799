"""XML that nobody vouches for: no entity is expanded, no document type is loaded, nothing is fetched."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final, TypedDict

from reader.errors import ReaderError

if TYPE_CHECKING:
    from lxml.etree import _Element

_PIECE = 1 << 18  # bytes


class _Options(TypedDict):
    resolve_entities: bool
    no_network: bool
    load_dtd: bool
    dtd_validation: bool
    huge_tree: bool
    remove_comments: bool
    remove_pis: bool


_NOTHING_FROM_OUTSIDE: Final[_Options] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def parsed_xml(data: bytes, file: str = "", *, mending: bool = False) -> "_Element":
    """Return the root of an XML document; references to entities that it defines itself stay unexpanded.

    `mending` reads on where the document is not well formed. Elements nested deeper than 256 are refused.

    Raises ReaderError import.xml_damaged.
    """
    from lxml import etree

    parser = etree.XMLParser(recover=mending, **_NOTHING_FROM_OUTSIDE)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReaderError("import.xml_damaged", file=file) from error
    if root is None:  # mending found nothing to mend
        raise ReaderError("import.xml_damaged", file=file)
    return root


def ending_elements(data: bytes, names: Collection[str], file: str = "") -> Iterator["_Element"]:
    """Yield the elements of some local names when each ends, while the rest is still to be read.

    Each may be emptied then. Everything else is as with `parsed_xml`.

    Raises ReaderError import.xml_damaged, where the document is not well formed.
    """
    from lxml import etree

    tags = [f"{{*}}{name}" for name in names]
    parser = etree.XMLPullParser(events=("end",), tag=tags, **_NOTHING_FROM_OUTSIDE)
    try:
        for start in range(0, len(data), _PIECE):
            parser.feed(data[start : start + _PIECE])
            for _, element in parser.read_events():
                yield element
        parser.close()
    except (etree.LxmlError, ValueError) as error:
        raise ReaderError("import.xml_damaged", file=file) from error

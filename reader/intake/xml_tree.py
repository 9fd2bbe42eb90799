"""XML that nobody vouches for: no entity is expanded, no document type is loaded, nothing is fetched."""

from typing import TYPE_CHECKING

from reader.errors import ReaderError

if TYPE_CHECKING:
    from lxml.etree import _Element


def parsed_xml(data: bytes, file: str = "", *, mending: bool = False) -> "_Element":
    """Return the root of an XML document; references to entities that it defines itself stay unexpanded.

    `mending` reads on where the document is not well formed. Elements nested deeper than 256 are refused.

    Raises ReaderError import.xml_damaged.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=mending,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReaderError("import.xml_damaged", file=file) from error
    if root is None:  # mending found nothing to mend
        raise ReaderError("import.xml_damaged", file=file)
    return root

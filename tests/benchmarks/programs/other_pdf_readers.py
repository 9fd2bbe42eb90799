"""Read PDF files with other libraries, as they are: `python other_pdf_readers.py FILE …` prints one JSON object.

It holds the texts of those of pypdfium2, pymupdf and pypdf that are installed where it is run.
"""

import json
import sys
from importlib.util import find_spec


def pypdfium2(path: str) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def pymupdf(path: str) -> str:
    import pymupdf

    return "\n".join(page.get_text(sort=False) for page in pymupdf.open(path))


def pypdf(path: str) -> str:
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def main() -> None:
    readers = [reader for reader in (pypdfium2, pymupdf, pypdf) if find_spec(reader.__name__)]
    print(json.dumps({reader.__name__: {path: reader(path) for path in sys.argv[1:]} for reader in readers}))


if __name__ == "__main__":
    main()

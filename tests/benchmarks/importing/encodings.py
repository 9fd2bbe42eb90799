"""Encodings: how many real files are decoded letter for letter, whole and cut short, and the same texts in others."""

from collections.abc import Iterator

from importing.figure import DATA, Figure
from reader.intake.decoding import decode

FILES = DATA / "text-windows-1256"
CUT = 200
OTHERS = {
    "ISO-8859-6": "iso8859_6",
    "CP720": "cp720",
    "Mac Arabic": "mac_arabic",
    "UTF-8": "utf-8",
    "UTF-16 with its mark": "utf-16",
    "UTF-16 without": "utf-16-le",
}


def figures() -> Iterator[Figure]:
    """Yield the shares of files that come out exactly."""
    if not FILES.is_dir():
        print("  ../shared/data/text-windows-1256 is not here")
        return
    files = [path.read_bytes() for path in sorted(FILES.iterdir())]
    print(f"  {len(files)} files")
    yield Figure("Windows-1256, whole", _exact(files, "cp1256"), 1.0, unit="%")
    yield Figure(f"Windows-1256, cut to {CUT} bytes", _exact([data[:CUT] for data in files], "cp1256"), 1.0, unit="%")
    for name, codec in OTHERS.items():
        written = [data.decode("cp1256").encode(codec, "ignore") for data in files]
        yield Figure(name, _exact(written, codec), 1.0, unit="%")


def _exact(files: list[bytes], codec: str) -> float:
    return sum(decode(data).text == data.decode(codec) for data in files) / len(files)

"""How well the shipped extraction finds people, places and organisations, and how fast.

Exact span and kind, on the part of packaging/models/corpus kept for tests and, where it is, on news of ../shared/ner.
The second has tokens with their particles, so that there a name's first word counts whole.
"""

import lzma
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before numpy is imported: what is measured is one core

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.entities.entity import Kind  # noqa: E402 - found through the path above
from reader.entities.extraction import Extraction  # noqa: E402

CORPUS = ROOT / "packaging" / "models" / "corpus"
NEWS = ROOT.parent / "shared" / "ner" / "anercorp-corrected-dev.conll.xz"
LETTERS = {"P": Kind.PERSON, "L": Kind.PLACE, "O": Kind.ORGANISATION}
TAGS = {"PER": Kind.PERSON, "LOC": Kind.PLACE, "ORG": Kind.ORGANISATION}
SENTENCES = 40  # of the news, which has no mark between its articles
ARTICLE_WORDS = 600

Name = tuple[int, int, Kind]


def labelled(path: Path) -> tuple[str, set[Name]]:
    """Return a text of the corpus without its labels, and where its names stand."""
    body = path.read_text(encoding="utf-8").partition("\n\n")[2].strip()
    text, names, opened = "", set(), None
    for part in re.split(r"(\[[PLO] |\])", body):
        if re.fullmatch(r"\[[PLO] ", part):
            opened = (len(text), LETTERS[part[1]])
        elif part == "]" and opened:
            names.add((opened[0], len(text), opened[1]))
            opened = None
        else:
            text += part
    return text, names


def kept_for_tests() -> Iterator[tuple[str, set[Name]]]:
    """Yield the texts of the corpus that nothing is trained on."""
    for path in sorted(CORPUS.rglob("*.txt")):
        if "# split: test" in path.read_text(encoding="utf-8").partition("\n\n")[0]:
            yield labelled(path)


def news() -> Iterator[tuple[str, set[Name]]]:
    """Yield the news, some sentences at a time."""
    with lzma.open(NEWS, "rt", encoding="utf-8") as lines:
        sentences = [part.split("\n") for part in lines.read().split("\n\n") if part.strip()]
    for start in range(0, len(sentences), SENTENCES):
        yield _joined([[line.split() for line in each if line] for each in sentences[start : start + SENTENCES]])


def _joined(sentences: list[list[list[str]]]) -> tuple[str, set[Name]]:
    text, names = "", set()
    for sentence in sentences:
        opened = None
        for word, tag in [*((row[0], row[-1]) for row in sentence), ("", "O")]:
            kind = TAGS.get(tag[2:])
            if opened and (tag[0] != "I" or kind is not opened[1]):
                names.add((opened[0], len(text) - 1, opened[1]))
                opened = None
            if kind and not opened:
                opened = (len(text), kind)
            text += f"{word} "
        text = f"{text.rstrip()}\n"
    return text, names


def whole_words(text: str, name: Name) -> Name:
    """Return a name widened to the spaces round it."""
    start, end, kind = name
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end, kind


def measure(title: str, texts: Iterator[tuple[str, set[Name]]], extraction: Extraction, *, widen: bool) -> None:
    """Print precision, recall and F1 of each kind and of all."""
    right, wrong, missed = Counter[Kind](), Counter[Kind](), Counter[Kind]()
    words, seconds = 0, 0.0
    for text, gold in texts:
        began = time.process_time()
        mentions = extraction.mentions(text)
        seconds += time.process_time() - began
        words += len(text.split())
        found = {(mention.span.start, mention.span.end, mention.kind) for mention in mentions}
        if widen:
            found = {whole_words(text, name) for name in found}
        right.update(kind for *_, kind in found & gold)
        wrong.update(kind for *_, kind in found - gold)
        missed.update(kind for *_, kind in gold - found)
    if not words:
        print(f"{title}: nothing to measure")
        return
    per_article = seconds / words * ARTICLE_WORDS * 1000
    print(f"{title}: {words} words, {per_article:.0f} ms of one core for {ARTICLE_WORDS} words")
    for name, kinds in (*((kind.value, (kind,)) for kind in Kind), ("all", tuple(Kind))):
        hits, false, lost = (sum(counter[kind] for kind in kinds) for counter in (right, wrong, missed))
        precision, recall = hits / max(1, hits + false), hits / max(1, hits + lost)
        both = 2 * hits / max(1, 2 * hits + false + lost)
        print(
            f"  {name:13} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * both:5.1f}  ({hits + lost} names)"
        )


def main() -> int:
    """Measure what ships."""
    began = time.perf_counter()
    extraction = Extraction.load()
    print(f"{extraction.version}, loaded in {1000 * (time.perf_counter() - began):.0f} ms")
    measure("Our corpus, kept for tests", kept_for_tests(), extraction, widen=False)
    if NEWS.exists():
        measure("News (ANERcorp, corrected, dev)", news(), extraction, widen=True)
    else:
        print("News: ../shared/ner is not here")
    return 0


if __name__ == "__main__":
    sys.exit(main())

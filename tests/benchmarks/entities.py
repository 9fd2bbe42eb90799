"""How well the shipped extraction finds people, places and organisations, names and places them, and how fast.

Measured on the part of packaging/models/corpus kept for tests and, where it is, on news of ../shared/ner, whose tokens
have their particles, so that there a name's first word counts whole.
"""

import lzma
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.entities.entity import Kind, Mention  # noqa: E402 - found through the path above
from reader.entities.extraction import Extraction  # noqa: E402
from reader.text.folding import fold  # noqa: E402
from reader.text.spans import Span  # noqa: E402

CORPUS = ROOT / "packaging" / "models" / "corpus"
COUNTRIES = ROOT / "packaging" / "models" / "countries.txt"
MODEL = ROOT / "resources" / "models" / "names.npz"
NEWS = ROOT.parent / "shared" / "ner" / "anercorp-corrected-dev.conll.xz"
LETTERS = {"P": Kind.PERSON, "L": Kind.PLACE, "O": Kind.ORGANISATION}
TAGS = {"PER": Kind.PERSON, "LOC": Kind.PLACE, "ORG": Kind.ORGANISATION}
SENTENCES = 40  # of the news, which has no mark between its articles
ARTICLE_WORDS = 600
LEAST_F1 = {"person": 88, "place": 88, "organisation": 70, "all": 83}

HARD: dict[str, Callable[[], str]] = {
    "nothing": lambda: "",
    "English": lambda: "The minister of the interior met John Smith in London on Monday. " * 60,
    "a paragraph of 300,000 letters": lambda: ("وصل عمر الحداد إلى تونس يوم الأحد " * 9000)[:300_000],
    "10,000 mentions": lambda: "\n".join(["سافرت ليلى الحداد إلى باريس."] * 5000),
}

Name = tuple[int, int, Kind]


@dataclass(frozen=True, slots=True)
class Text:
    """An article and where its names stand. `is_widened` says that names go from space to space."""

    name: str
    text: str
    names: frozenset[Name]
    is_widened: bool = False


@dataclass(slots=True)
class Counts:
    """What was found rightly, found wrongly, and missed, by kind."""

    right: Counter[Kind] = field(default_factory=Counter)
    wrong: Counter[Kind] = field(default_factory=Counter)
    missed: Counter[Kind] = field(default_factory=Counter)

    def add(self, gold: set[tuple[Kind, object]], found: set[tuple[Kind, object]]) -> None:
        """Count pairs of a kind and what is to be the same."""
        self.right.update(kind for kind, _ in gold & found)
        self.wrong.update(kind for kind, _ in found - gold)
        self.missed.update(kind for kind, _ in gold - found)

    def figures(self, kinds: Sequence[Kind]) -> tuple[float, float, float, int]:
        """Return precision, recall and F1 in per cent, and how many there were to find."""
        right, wrong, missed = (sum(each[kind] for kind in kinds) for each in (self.right, self.wrong, self.missed))
        precision, recall = 100 * right / max(1, right + wrong), 100 * right / max(1, right + missed)
        return precision, recall, 200 * right / max(1, 2 * right + wrong + missed), right + missed


def labelled(path: Path) -> Text:
    """Return a text of the corpus without its labels."""
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
    return Text(str(path.relative_to(CORPUS).with_suffix("")), text, frozenset(names))


def kept_for_tests() -> Iterator[Text]:
    """Yield the texts of the corpus that nothing is trained on."""
    for path in sorted(CORPUS.rglob("*.txt")):
        if "# split: test" in path.read_text(encoding="utf-8").partition("\n\n")[0]:
            yield labelled(path)


def news() -> Iterator[Text]:
    """Yield the news, some sentences at a time."""
    with lzma.open(NEWS, "rt", encoding="utf-8") as lines:
        sentences = [part.split("\n") for part in lines.read().split("\n\n") if part.strip()]
    for start in range(0, len(sentences), SENTENCES):
        yield _joined([[line.split() for line in each if line] for each in sentences[start : start + SENTENCES]])


def _joined(sentences: list[list[list[str]]]) -> Text:
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
    return Text("news", text, frozenset(names), is_widened=True)


def whole_words(text: str, name: Name) -> Name:
    """Return a name widened to the spaces round it."""
    start, end, kind = name
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end, kind


def show(what: str, value: float, limit: str = "", *, is_right: bool = True) -> None:
    """Print a figure beside what it is to be."""
    print(f"    {what:34} {value:8.1f}   {limit}{'' if is_right or not limit else '  MISSED'}")


def measure_mentions(title: str, texts: Sequence[Text], extraction: Extraction) -> None:
    """Print how exactly names are found: the same stretch of text and the same kind."""
    counts = Counts()
    for each in texts:
        found = {(mention.span.start, mention.span.end, mention.kind) for mention in extraction.mentions(each.text)}
        if each.is_widened:
            found = {whole_words(each.text, name) for name in found}
        counts.add({(name[2], name) for name in each.names}, {(name[2], name) for name in found})
    print(title)
    for kind, least in LEAST_F1.items():
        precision, recall, f1, names = counts.figures(list(Kind) if kind == "all" else [Kind(kind)])
        show(f"{kind}, F1", f1, f"≥ {least}   (P {precision:.1f}, R {recall:.1f}, {names} names)", is_right=f1 >= least)


def measure_sidebar(texts: Sequence[Text], extraction: Extraction) -> None:
    """Print how well the sidebar lists an article's people and places: each once, under its full name."""
    counts = Counts()
    for each in texts:
        spans = sorted((Span(start, end), kind) for start, end, kind in each.names)
        gold = extraction.entities(each.text, tuple(Mention(span, kind, span.of(each.text)) for span, kind in spans))
        counts.add(*({(entity.kind, entity.key) for entity in some} for some in (gold, extraction.entities(each.text))))
    precision, recall, _, entities = counts.figures([Kind.PERSON, Kind.PLACE])
    print(f"  As the sidebar shows them: distinct people and places, {entities} of them")
    show("precision", precision, "≥ 90", is_right=precision >= 90)
    show("recall", recall, "≥ 90", is_right=recall >= 90)


def measure_places(texts: Sequence[Text], extraction: Extraction) -> None:
    """Print how many of the places shown are located, and how many of these in the right country."""
    countries = _countries()
    places = located = known = right = 0
    for each in texts:
        for entity in extraction.entities(each.text):
            if entity.kind is not Kind.PLACE:
                continue
            places += 1
            located += entity.latitude is not None
            expected = countries.get((each.name, fold(entity.name)))
            if expected and entity.latitude is not None:
                known += 1
                right += (entity.country or "-") in expected
    print(f"  On the map: {places} places, {known} of them with a country by hand")
    show("located, per cent", 100 * located / places, "≥ 90", is_right=located >= 0.9 * places)
    show("of those in the right country", 100 * right / known, "≥ 95", is_right=right >= 0.95 * known)


def _countries() -> dict[tuple[str, str], list[str]]:
    found = {}
    for line in COUNTRIES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            article, _, places = line.partition(": ")
            for name, _, code in (place.rpartition(" ") for place in places.split(", ")):
                found[article, fold(name)] = code.split("/")
    return found


def measure_cost(texts: Sequence[Text], extraction: Extraction) -> None:
    """Print what it takes in time."""
    words, seconds = 0, 0.0
    for each in texts:
        began = time.process_time()
        extraction.entities(each.text)
        seconds += time.process_time() - began
        words += len(each.text.split())
    per_article = 1000 * seconds / words * ARTICLE_WORDS
    show(f"{ARTICLE_WORDS} words, ms of one core", per_article, "≤ 50", is_right=per_article <= 50)
    for name, text in HARD.items():
        began = time.perf_counter()
        found = len(extraction.entities(text()))
        show(f"{name}, s", time.perf_counter() - began, f"({found} entities)")


def main() -> int:
    """Measure what ships."""
    memory, began = _memory(), time.perf_counter()
    extraction = Extraction.load()
    loading = 1000 * (time.perf_counter() - began)
    print(extraction.version)
    texts = list(kept_for_tests())
    measure_mentions("Our corpus, kept for tests", texts, extraction)
    measure_sidebar(texts, extraction)
    measure_places(texts, extraction)
    if NEWS.exists():
        measure_mentions("News (ANERcorp, corrected, dev)", list(news()), extraction)
    else:
        print("News: ../shared/ner is not here")
    print("Cost")
    show("loading, ms", loading, "≤ 300", is_right=loading <= 300)
    measure_cost(texts, extraction)
    megabytes, model = _memory() - memory, MODEL.stat().st_size / 1e6
    show("more memory at the most, MB", megabytes, "≤ 200", is_right=megabytes <= 200)
    show("model, MB", model, "≤ 25", is_right=model <= 25)
    return 0


def _memory() -> float:
    """Return the most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())

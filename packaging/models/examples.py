"""What the model learns from: sentences of tokens, each with its tag and how many letters of particles it has."""

import lzma
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.entities.lexicons import word_set
from reader.entities.neural.tokens import LONGEST_SENTENCE, sentences, tokens
from reader.text.folding import fold
from reader.text.spans import Span

KINDS = ("PER", "LOC", "ORG")
TAGS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))
UNKNOWN_CUT = -1
LONGEST_CUT = 3

_LABEL = re.compile(r"\[([PLO]) ([^\[\]]+)\]")
_PARTICLES = "وبلفك"
_SHORTEST_WITH_PARTICLE = 4
_TITLES = word_set(
    "الشيخ الشيخة الملك الملكة الأمير الأميرة السلطان الإمام الدكتور الدكتورة السيد السيدة الحاج الرئيس البابا القديس"
    " الجنرال الكاتب الشاعر المهندس الأستاذ اللورد السير الإمبراطور الخليفة النبي الرسول القائد الفريق اللواء العقيد"
    " العميد المشير الوزير الفنان الفنانة الممثل الممثلة المطرب المخرج اللاعب المدرب الباحث القاضي المحامي"
)
_OUTSIDE_PLACES = word_set("دولة محافظة ولاية إقليم مدينة بلدة قرية حي مديرية منطقة العاصمة قضاء مقاطعة")
_INSIDE_PLACES = word_set(
    "شارع جبل نهر ميناء مطار ملعب سوق سد معبر جسر خليج بحر بحيرة جزيرة وادي مخيم مضيق ساحة ميدان قصر قلعة استاد"
)
_KIND_OF_LETTER = {"P": "PER", "L": "LOC", "O": "ORG"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words, their tags, and for each the letters of particles before a name; UNKNOWN_CUT where it is not known."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    cuts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with where its names stand, and the same as sentences."""

    name: str
    text: str
    names: tuple[tuple[Span, str], ...]

    def sentences(self) -> Iterator[Sentence]:
        """Yield the text's sentences with their tags."""
        for sentence in sentences(self.text):
            tags, cuts = ["O"] * len(sentence), [0] * len(sentence)
            for span, kind in self.names:
                inside = [number for number, token in enumerate(sentence) if token.span.overlaps(span)]
                for number in inside:
                    tags[number] = f"{'B' if number == inside[0] else 'I'}-{kind}"
                if inside:
                    cuts[inside[0]] = min(LONGEST_CUT, max(0, span.start - sentence[inside[0]].span.start))
            yield Sentence(tuple(token.text for token in sentence), tuple(tags), tuple(cuts))


def read_corpus(folder: Path, split: str) -> list[Document]:
    """Return our own documents of one split, train or test. LABELLING.md says how they are written."""
    found = []
    for path in sorted(folder.rglob("*.txt")):
        head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
        if f"# split: {split}" in head:
            found.append(document(str(path.relative_to(folder)), body.strip()))
    return found


def document(name: str, labelled: str) -> Document:
    """Return a text written with brackets as a plain text with its names."""
    parts: list[str] = []
    names: list[tuple[Span, str]] = []
    length = end = 0
    for label in _LABEL.finditer(labelled):
        parts.append(labelled[end : label.start()])
        length += len(parts[-1])
        parts.append(label[2])
        names.append((Span(length, length + len(label[2])), _KIND_OF_LETTER[label[1]]))
        length += len(label[2])
        end = label.end()
    parts.append(labelled[end:])
    return Document(name, "".join(parts), tuple(names))


def read_conll(path: Path) -> list[Sentence]:
    """Return the sentences of a file with a token and its tag a line. Kinds that are not ours count as nothing.

    The files' tokens carry signs and numbers (`(د`, `واصيب10`); they are cut as the reader's own texts are.
    """
    found = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        words: list[str] = []
        tags: list[str] = []
        for line in [*lines, "\n"]:
            if line.strip():
                token, tag = line.split()[:2] if len(line.split()) > 1 else ("", "O")
                pieces = [piece.text for piece in tokens(token)]
                words += pieces
                tags += _tags_of_pieces(pieces, tag if tag[2:] in KINDS else "O")
            if words and (not line.strip() or len(words) >= LONGEST_SENTENCE):
                found.append(Sentence(tuple(words), tuple(tags), (UNKNOWN_CUT,) * len(words)))
                words, tags = [], []
    return found


def as_ours(sentence: Sentence) -> Sentence:
    """Return a sentence of others with names that begin where ours do (LABELLING.md, rules 2 and 12).

    Titles and words such as مدينة leave the name, words such as شارع join it.
    """
    tags = list(sentence.tags)
    for number, word in enumerate(map(fold, sentence.words[:-1])):
        tag, following = tags[number], tags[number + 1]
        bare = word[1:] if word[:1] in _PARTICLES and len(word) > _SHORTEST_WITH_PARTICLE else word
        outside = {"PER": _TITLES, "LOC": _OUTSIDE_PLACES}.get(tag[2:], frozenset())
        if tag[:1] == "B" and following == f"I-{tag[2:]}" and (word in outside or bare in outside):
            tags[number : number + 2] = ["O", f"B-{tag[2:]}"]
        elif tag == "O" and following == "B-LOC" and (word in _INSIDE_PLACES or bare in _INSIDE_PLACES):
            tags[number : number + 2] = ["B-LOC", "I-LOC"]
    return Sentence(sentence.words, tuple(tags), sentence.cuts)


def _tags_of_pieces(pieces: Sequence[str], tag: str) -> list[str]:
    tags = ["O"] * len(pieces)
    named = [number for number, piece in enumerate(pieces) if any(letter.isalpha() for letter in piece)]
    if tag != "O" and named:
        for number in range(named[0], named[-1] + 1):
            tags[number] = f"I-{tag[2:]}"
        tags[named[0]] = tag
    return tags

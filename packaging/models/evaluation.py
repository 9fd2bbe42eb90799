"""How well a tagger finds names: exact stretch and kind, in whole texts as the application reads them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from pathlib import Path

from examples import Document, read_conll
from scoring import Score, spans_of

from reader.entities.entity import Kind
from reader.entities.tagging import Tagger

KIND_NAMES = {Kind.PERSON: "PER", Kind.PLACE: "LOC", Kind.ORGANISATION: "ORG"}

SENTENCES = 40
"""Of news that has no mark between its articles: so many count as one text."""


def evaluate_documents(tagger: Tagger, documents: Sequence[Document]) -> Score:
    """Score whole texts, to the code point."""
    score = Score()
    for each in documents:
        found = {(found.span.start, found.span.end, KIND_NAMES[found.kind]) for found in tagger.tag(each.text)}
        score.add({(span.start, span.end, kind) for span, kind in each.names}, found)
    return score


def evaluate_news(tagger: Tagger, path: Path) -> Score:
    """Score a file of tokens with tags, to the token: such data does not say where particles end."""
    score = Score()
    sentences = read_conll(path)
    for first in range(0, len(sentences), SENTENCES):
        some = sentences[first : first + SENTENCES]
        text, starts, ends, tags = "", [], [], []
        for sentence in some:
            for word, tag in zip(sentence.words, sentence.tags, strict=True):
                starts.append(len(text))
                text += f"{word} "
                ends.append(len(text) - 1)
                tags.append(tag)
            text = f"{text[:-1]}\n"
        found = {
            (bisect_right(starts, name.span.start) - 1, bisect_left(ends, name.span.end) + 1, KIND_NAMES[name.kind])
            for name in tagger.tag(text)
        }
        score.add(spans_of(tags), found)
    return score

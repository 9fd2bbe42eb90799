"""How well a model finds names: exact stretch and kind."""

from collections.abc import Sequence

from examples import Document, Sentence
from scoring import Score, spans_of

from reader.entities.entity import Kind
from reader.entities.neural.features import encode
from reader.entities.neural.model import Model
from reader.entities.neural.tagger import Flags
from reader.entities.neural.tokens import Token
from reader.entities.tagging import Tagger
from reader.text.spans import Span

KIND_NAMES = {Kind.PERSON: "PER", Kind.PLACE: "LOC", Kind.ORGANISATION: "ORG"}


def evaluate_documents(tagger: Tagger, documents: Sequence[Document]) -> Score:
    """Score whole texts as the application reads them, to the code point."""
    score = Score()
    for each in documents:
        found = {(found.span.start, found.span.end, KIND_NAMES[found.kind]) for found in tagger.tag(each.text)}
        score.add({(span.start, span.end, kind) for span, kind in each.names}, found)
    return score


def evaluate_sentences(model: Model, flags: Flags, sentences: Sequence[Sentence]) -> Score:
    """Score single sentences, to the token: such data does not say where particles end."""
    score = Score()
    for each in sentences:
        tokens = [Token(word, Span(0, 1)) for word in each.words]
        ((scores, _),) = model.network.scores([encode(each.words, model.vectors, flags(tokens))])
        tags = [model.tags[number] for number in model.network.best(scores)]
        score.add(spans_of(each.tags), spans_of(tags))
    return score

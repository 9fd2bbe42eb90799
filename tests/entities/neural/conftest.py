import pytest

from reader.entities.entity import Kind, Mention
from reader.entities.neural.tagger import NeuralTagger
from reader.text.spans import Span

KINDS = {"P": Kind.PERSON, "L": Kind.PLACE, "O": Kind.ORGANISATION}


@pytest.fixture(scope="session")
def neural(lexicons, vocabulary, gazetteer):
    """Return the tagger that ships."""
    return NeuralTagger.load(lexicons, vocabulary, gazetteer)


@pytest.fixture(scope="session")
def read():
    """Return a text without the brackets around its names, and the names: the letter of a kind stands before each."""

    def parts(labelled):
        text, mentions = "", []
        for part in labelled.split("["):
            name, closed, after = part.partition("]")
            if closed:
                kind, written = KINDS[name[0]], name[2:]
                mentions.append(Mention(Span(len(text), len(text) + len(written)), kind, written))
                text += written + after
            else:
                text += part
        return text, mentions

    return parts

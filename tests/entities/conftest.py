import pytest

from reader.entities.extraction import Extraction
from reader.entities.gazetteer import Gazetteer
from reader.entities.lexicons import Lexicons
from reader.entities.neural.tagger import NeuralTagger
from reader.entities.vocabulary import Vocabulary


@pytest.fixture(scope="session")
def gazetteer():
    return Gazetteer.load()


@pytest.fixture(scope="session")
def lexicons():
    return Lexicons.load()


@pytest.fixture(scope="session")
def vocabulary():
    return Vocabulary.load()


@pytest.fixture(scope="session")
def tagger(lexicons, vocabulary, gazetteer):
    return NeuralTagger.load(lexicons, vocabulary, gazetteer)


@pytest.fixture(scope="session")
def extraction(tagger, gazetteer, lexicons):
    from reader.entities.resolving import Resolver

    return Extraction(tagger, Resolver(gazetteer, lexicons))


@pytest.fixture(scope="session")
def tagged(tagger):
    """Return what a text names, as words such as `person:…`."""

    def names(text):
        return [f"{mention.kind}:{mention.text}" for mention in tagger.tag(text)]

    return names

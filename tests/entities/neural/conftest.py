import pytest

from reader.entities.neural.tagger import NeuralTagger


@pytest.fixture(scope="session")
def neural(lexicons, vocabulary, gazetteer):
    """Return the tagger that ships."""
    return NeuralTagger.load(lexicons, vocabulary, gazetteer)

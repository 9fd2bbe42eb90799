"""From a text to its people, places and organisations: tag, then read the article as a whole."""

import gc
import os

from reader.entities.by_language import ByLanguage
from reader.entities.entity import Entity, Mention
from reader.entities.gazetteer import Gazetteer
from reader.entities.interpreting import Interpreter
from reader.entities.lexicons import Lexicons
from reader.entities.listed import ListedNames
from reader.entities.resolving import Resolver
from reader.entities.tagging import Tagger
from reader.entities.vocabulary import Vocabulary


class Extraction(Interpreter):
    """Tagger and resolver over the same lists. Its methods may be called on any thread."""

    def __init__(self, tagger: Tagger, resolver: Resolver) -> None:
        super().__init__(resolver)
        self._tagger = tagger

    @classmethod
    def load(cls) -> "Extraction":
        """Return the extraction that ships with the program. Reading its lists and its model takes some 300 ms."""
        # Read by numpy when it is first imported. The network's matrices are too small for several threads to be any
        # quicker, and those that wait for one another take the cores from everybody else.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        from reader.entities.neural.tagger import NeuralTagger

        gazetteer, lexicons = Gazetteer.load(), Lexicons.load()
        arabic = NeuralTagger.load(lexicons, Vocabulary.load(), gazetteer)
        gc.freeze()  # it all stays: to look through it for garbage takes a tenth of the time that an article does
        return cls(ByLanguage(arabic, ListedNames(lexicons, gazetteer)), Resolver(gazetteer, lexicons))

    @property
    def version(self) -> str:
        """The tagger's version: what it found in a text is kept under it."""
        return self._tagger.version

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return what the tagger finds in a canonical text."""
        return self._tagger.tag(text)

    def entities(self, text: str, mentions: tuple[Mention, ...] | None = None) -> tuple[Entity, ...]:
        """Return who and what a canonical text is about; `mentions` if they were found before."""
        return super().entities(text, self.mentions(text) if mentions is None else mentions)

"""From a text to its people, places and organisations: tag, then read the article as a whole."""

from reader.entities.entity import Entity, Mention
from reader.entities.gazetteer import Gazetteer
from reader.entities.patterns.tagger import PatternTagger
from reader.entities.resolving import resolve
from reader.entities.tagging import Tagger


class Extraction:
    """Loads lists, gazetteer and tagger once. Its methods may be called on any thread, one at a time."""

    def __init__(self, gazetteer: Gazetteer, tagger: Tagger) -> None:
        self._gazetteer = gazetteer
        self._tagger = tagger

    @classmethod
    def load(cls) -> "Extraction":
        """Return the extraction that ships with the program."""
        gazetteer = Gazetteer.load()
        return cls(gazetteer, PatternTagger.load(gazetteer))

    @property
    def version(self) -> str:
        """The tagger's version: what it found in a text is kept under it."""
        return self._tagger.version

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return what the tagger finds in a canonical text."""
        return self._tagger.tag(text)

    def entities(self, text: str, mentions: tuple[Mention, ...] | None = None) -> tuple[Entity, ...]:
        """Return who and what a canonical text is about; `mentions` if they were found before."""
        return resolve(text, self.mentions(text) if mentions is None else mentions, self._gazetteer)

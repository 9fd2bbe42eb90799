"""Find names with the trained network, then read the article as a whole."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from reader.entities.entity import Kind, Mention
from reader.entities.gazetteer import Gazetteer
from reader.entities.lexicons import Lexicons
from reader.entities.neural.boundaries import Boundaries
from reader.entities.neural.doubts import Doubts
from reader.entities.neural.evidence import Evidence
from reader.entities.neural.features import Floats
from reader.entities.neural.flags import LexiconFlags
from reader.entities.neural.kinds import Kinds
from reader.entities.neural.model import Model
from reader.entities.neural.particles import Particles
from reader.entities.neural.reading import Reading
from reader.entities.neural.rules import RULES
from reader.entities.neural.spurious import Spurious
from reader.entities.neural.tokens import Token, sentences
from reader.entities.recurrence import Recurrence
from reader.entities.vocabulary import Vocabulary
from reader.text.spans import Span

BATCH = 32
"""Sentences that are read at once: more need memory without being quicker."""

KINDS = {"PER": Kind.PERSON, "LOC": Kind.PLACE, "ORG": Kind.ORGANISATION}

Flags = Callable[[Sequence[Sequence[str]]], Floats]
"""Says, for each word of sentences, which lexicons it stands in."""

DOUBT = 1.5
"""What a doubtful beginning of a place loses of its score, the logarithm of odds."""


class NeuralTagger:
    """Reads sentences a batch at a time; a name found once is then recognised wherever it recurs, also in part."""

    def __init__(
        self,
        model: Model,
        *,
        flags: Flags,
        doubts: Doubts,
        particles: Particles,
        boundaries: Boundaries,
        kinds: Kinds,
        evidence: Evidence,
        spurious: Spurious,
        recurrence: Recurrence,
    ) -> None:
        self._model = model
        self._reading = Reading(model)
        self._flags = flags
        self._doubts = doubts
        self._particles = particles
        self._boundaries = boundaries
        self._kinds = kinds
        self._evidence = evidence
        self._spurious = spurious
        self._recurrence = recurrence
        self.version = f"neural {RULES} {model.version}"

    @classmethod
    def load(cls, lexicons: Lexicons, vocabulary: Vocabulary, gazetteer: Gazetteer) -> "NeuralTagger":
        """Return the tagger that ships with the program, over lists that are loaded already."""
        return cls.over(Model.load(), lexicons, vocabulary, gazetteer)

    @classmethod
    def over(cls, model: Model, lexicons: Lexicons, vocabulary: Vocabulary, gazetteer: Gazetteer) -> "NeuralTagger":
        """Return a tagger with a model, over lists that are loaded already."""
        return cls(
            model,
            flags=LexiconFlags(lexicons, gazetteer, vocabulary),
            doubts=Doubts(lexicons),
            particles=Particles(lexicons, gazetteer, vocabulary),
            boundaries=Boundaries(lexicons, gazetteer, vocabulary),
            kinds=Kinds(lexicons, gazetteer, vocabulary),
            evidence=Evidence(lexicons, gazetteer, vocabulary),
            spurious=Spurious(lexicons, gazetteer),
            recurrence=Recurrence(lexicons, vocabulary),
        )

    def tag(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions of a canonical text, in its order, without overlaps."""
        agreed = self._kinds.agreed(self._evidence.weighed(text, list(self._sentences(text))))
        found = list(self._spurious.without(text, agreed))
        if found:
            found += self._recurrence.further(text, found)
        return tuple(sorted(found, key=lambda mention: mention.span))

    def tag_sentences(self, text: str) -> Iterator[Mention]:
        """Yield what each sentence names, as if it stood alone."""
        return (mention for mention in self._sentences(text) if not self._kinds.is_word(mention))

    def _sentences(self, text: str) -> Iterator[Mention]:
        batch: list[list[Token]] = []
        for sentence in sentences(text):
            batch.append(sentence)
            if len(batch) == BATCH:
                yield from self._mentions(text, batch)
                batch = []
        if batch:
            yield from self._mentions(text, batch)

    def _mentions(self, text: str, batch: Sequence[Sequence[Token]]) -> Iterator[Mention]:
        words = [[token.text for token in sentence] for sentence in batch]
        flags = self._flags(words)
        lengths = [len(sentence) for sentence in batch]
        of_tags, of_cuts = self._reading.scores(words, flags)
        of_tags[self._doubts(words, flags), self._model.tags.index("B-LOC")] -= DOUBT
        best = self._model.network.best(of_tags, lengths)
        ends = np.cumsum(lengths)[:-1]
        for sentence, numbers, cuts in zip(batch, np.split(best, ends), np.split(of_cuts, ends), strict=True):
            tokens = [token.text for token in sentence]
            named = runs([self._model.tags[number] for number in numbers])
            for first, last, kind in self._boundaries.all_mended(tokens, named):
                cut = self._particles.length(tokens[first], cuts[first], of_organisation=kind == "ORG")
                span = Span(sentence[first].start + cut, sentence[last].end)
                yield Mention(span, KINDS[kind], span.of(text))


def runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the names in a sequence of tags: first token, last token, kind."""
    start, kind = 0, ""
    for number, tag in enumerate([*tags, "O"]):
        if kind and tag != f"I-{kind}":
            yield start, number - 1, kind
            kind = ""
        if tag != "O" and not kind:
            start, kind = number, tag[2:]

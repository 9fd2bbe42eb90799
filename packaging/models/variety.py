"""Sentences with other names in the places of theirs: so the network learns contexts, and not who was in the news."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from examples import KINDS, LONGEST_CUT, UNKNOWN_CUT, Document, Sentence
from scoring import spans_of

from reader.entities.lexicons import Lexicons
from reader.entities.neural.tokens import tokens

SHARE = 0.3
"""How many of the names in a sentence are exchanged, on average."""

FROM_LISTS = 0.25
"""How many of the new names come from lists, and not from another text."""

_SWALLOWING = "ل"
_PARTICLES = "وبلفك"

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """Names to put in, by kind: those of texts, which come with how they are used, and those of lists."""

    of_texts: Mapping[str, Sequence[Name]]
    of_lists: Mapping[str, Sequence[Name]]

    def varied(self, sentence: Sentence, random: Random) -> Sentence:
        """Return a sentence with some of its names exchanged for others of their kind."""
        words, tags, cuts = list(sentence.words), list(sentence.tags), list(sentence.cuts)
        for start, end, kind in sorted(spans_of(sentence.tags), reverse=True):
            prefix = _prefix(words[start], cuts[start])
            if prefix is None or random.random() > SHARE:
                continue
            first, *rest = random.choice((self.of_lists if random.random() < FROM_LISTS else self.of_texts)[kind])
            if prefix.endswith(_SWALLOWING) and first.startswith("ال"):
                first = first[1:]  # the lam of للقاهرة has swallowed the alif
            words[start:end] = [prefix + first, *rest]
            tags[start:end] = [f"B-{kind}", *[f"I-{kind}"] * len(rest)]
            cuts[start:end] = [min(LONGEST_CUT, len(prefix)), *[0] * len(rest)]
        return Sentence(tuple(words), tuple(tags), tuple(cuts))


def exchange(documents: Sequence[Document], lexicons: Lexicons, places: Sequence[str]) -> Exchange:
    """Return the names of documents and of lists, to be exchanged with one another."""
    of_texts: dict[str, list[Name]] = {kind: [] for kind in KINDS}
    for document in documents:
        for span, kind in document.names:
            name = span.of(document.text)
            is_cut = name.startswith(_SWALLOWING) and document.text[span.start - 1 : span.start] == _SWALLOWING
            of_texts[kind].append(_words(f"ا{name}" if is_cut else name))
    random = Random(1)  # noqa: S311
    given = sorted(lexicons.given.certain)
    family = sorted(lexicons.family.certain | lexicons.foreign.certain)
    organisations = lexicons.organisations
    return Exchange(
        of_texts,
        {
            # Half of them alone: else the network learns that an unknown name alone is a place.
            "PER": [(random.choice(given), random.choice(family))[number % 2 :] for number in range(20_000)],
            "LOC": [_words(place) for place in places],
            "ORG": [_words(name) for name in sorted(organisations.certain | organisations.phrases)],
        },
    )


def _words(name: str) -> Name:
    return tuple(token.text for token in tokens(name))


def _prefix(word: str, cut: int) -> str | None:
    """Return the particles before a name; None where they cannot be told from it."""
    if cut == UNKNOWN_CUT:
        return None if word[:1] in _PARTICLES else ""
    return None if word[cut : cut + 1] == _SWALLOWING and word[cut - 1 : cut] == _SWALLOWING else word[:cut]

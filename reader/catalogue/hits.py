"""Where the words of a search stand in one text."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from reader.catalogue.asked import Asked, Field, Term, tokens
from reader.catalogue.spellings import has_forms
from reader.text.folding import fold
from reader.text.forms import forms_of, places
from reader.text.search import Finder
from reader.text.spans import Span

_OF_TEXT = (Field.ANY, Field.TITLE, Field.BODY)


class Hits:
    """Finds in texts where the words of one search stand: what is asked for is looked at once, for all of them.

    `exact` compares letter by letter; `in_forms` finds other forms of the words too. What is looked for in other
    `fields` than these is passed over.
    """

    def __init__(
        self, asked: Asked, *, exact: bool = False, in_forms: bool = False, fields: Collection[Field] = _OF_TEXT
    ) -> None:
        self._exact = exact
        self._terms = [(term, tokens(term.words)) for term in asked.wanted if term.where in fields]
        # a name's sound is among what is named
        self._forms = [forms_of(term.words) for term, _ in self._terms if in_forms and has_forms(term)]

    def may_stand_in(self, folded: str) -> bool:
        """Say whether any of the words may stand in a folded text; other forms may stand in every one."""
        return bool(self._forms) or any(words[-1] in folded for _, words in self._terms)

    def in_text(self, text: str, named: Sequence[Span] = (), folded: str = "") -> list[Span]:
        """Return where the words stand in a text, in order and apart; `named` are places known by another spelling.

        `folded` is the text folded, if that is known.
        """
        folded, finder = folded or fold(text), Finder(text)
        found = {span for span in named if span.end <= len(text)}
        for term, words in self._terms:
            if words[-1] in folded:
                found.update(_places(finder, term, exact=self._exact))
        for forms in self._forms:
            found.update(places(text, forms))
        return [*apart(found)]


def lacking(text: str, asked: Asked, named: Sequence[Span]) -> Asked | None:
    """Return the part of a search whose words do not stand in a text as they were typed, if any may in other forms."""
    finder = Finder(text)
    terms = tuple(
        term
        for term in _wanted_in_text(asked)
        if has_forms(term) and not named and not any(True for _ in _places(finder, term, exact=False))
    )
    return replace(asked, terms=terms) if terms else None


def has_exactly(asked: Asked, text: str, beside: str) -> bool:
    """Say whether a text, or what is written beside it, has all that is wanted letter by letter, and nothing else."""
    finders = {field: Finder(text) for field in _OF_TEXT} | {Field.ANY: Finder(f"{text}\n{beside}")}

    def stands(term: Term) -> bool:
        return any(True for _ in _places(finders[term.where], term, exact=True))

    return all(stands(term) is not term.is_excluded for term in asked.terms if term.where in finders)


def apart(found: Collection[Span]) -> Iterator[Span]:
    """Yield stretches in order, the longest of those that begin together, without those that reach into another."""
    end = -1
    for span in sorted(found, key=lambda each: (each.start, -each.end)):
        if span.start >= end:
            yield span
            end = span.end


def _wanted_in_text(asked: Asked) -> Iterator[Term]:
    return (term for term in asked.wanted if term.where in _OF_TEXT)


def _places(finder: Finder, term: Term, *, exact: bool) -> Iterator[Span]:
    if exact:
        return finder.find(term.words, exact=True, whole_words=True, beginnings=term.is_prefix)
    words = tokens(term.words)
    if len(words) == 1:
        return finder.find(words[0], whole_words=True, beginnings=term.is_prefix)
    return _beside_one_another(finder, words, is_prefix=term.is_prefix)


def _beside_one_another(finder: Finder, words: Sequence[str], *, is_prefix: bool) -> Iterator[Span]:
    """Yield where words follow each other with no other between them, whatever signs are: EPA-EFE, 2-1, قال: نعم."""
    last = len(words) - 1
    found = [
        {span.start: span for span in finder.find(word, whole_words=True, beginnings=is_prefix and at == last)}
        for at, word in enumerate(words)
    ]
    for start, first in found[0].items():
        end: int | None = first.end
        for spans in found[1:]:
            following = spans.get(_next_word(finder.text, end)) if end is not None else None
            end = following.end if following else None
        if end is not None:
            yield Span(start, end)


def _next_word(text: str, at: int) -> int:
    while at < len(text) and not text[at].isalnum():
        at += 1
    return at

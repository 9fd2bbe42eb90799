"""Which words of the index a searched word finds: itself, also behind particles, and as a second choice other forms."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from reader.catalogue.asked import Field, Term, tokens
from reader.text.folding import fold
from reader.text.forms import forms_of
from reader.text.lazy_pattern import LazyPattern
from reader.text.sounds import sound_of
from reader.text.words import is_particle

NAMES = (Field.PEOPLE, Field.PLACES, Field.ORGANISATIONS)
"""Where names stand, which are also found by their sound."""

IN_OTHER_FORMS = (Field.ANY, Field.TITLE, Field.BODY, Field.NOTES, Field.HIGHLIGHTS, Field.TAGS)
"""Where words are looked for in other forms too; names and sources have their own spellings."""

FEW = 150
"""So many words are looked up one by one where they are all that have a beginning."""

_CONJUNCTIONS = ("", "و", "ف")
_PARTICLES = ("", "ال", "بال", "كال", "لل", "ب", "ل", "ك", "س")
_STARTS = tuple(first + second for first in _CONJUNCTIONS for second in _PARTICLES if first + second)
_ARTICLE, _FOR_THE = "ال", "لل"
_SOUND = "xs"
_NAME_WORD = LazyPattern(r"[^\W\d_]+")
_FEMININE_FOLDED = "ه"


def with_particles(word: str) -> Iterator[str]:
    """Yield a folded word and all that it may be written as behind particles: كتاب, then والكتاب, بكتاب and others.

    A word with its article is also found behind ل, which takes the alif away: الكتاب in للكتاب (as Finder.find does).
    """
    yield word
    if "\u0621" <= word[:1] <= "\u06ff":
        yield from (start + word for start in _STARTS if is_particle(start, word))
        rest = word.removeprefix(_ARTICLE)
        if rest != word and len(rest) > 1:
            behind = _FOR_THE[0] + rest if rest.startswith("ل") else _FOR_THE + rest
            yield from (first + behind for first in _CONJUNCTIONS)


class InUse(Protocol):
    """Tells which words some article has: folded, but for ة."""

    def whole(self, words: Collection[str]) -> set[str]:
        """Return those of some words that articles have."""

    def beginnings(self, words: Collection[str]) -> set[str]:
        """Return those of some words with which words of articles begin."""

    def beginning(self, words: Collection[str], most: int) -> set[str]:
        """Return the words of articles that begin with some words, no more than so many."""


def heard(name: str) -> str:
    """Return the words of a name as the index has them by their sound, apart from all that is written."""
    return " ".join(_SOUND + sound for word in _NAME_WORD().findall(name) if (sound := sound_of(word)))


def by_sound(term: Term) -> Term | None:
    """Return a term in Latin letters as names are heard, in any script: Austin for أوستن; nothing for another one."""
    words = tokens(term.words)
    latin = all(word.isascii() and word.isalpha() and sound_of(word) for word in words)
    is_beginning = term.is_prefix and not term.is_open
    in_names = term.where in NAMES or (term.where is Field.ANY and not term.is_phrase)
    if not words or not latin or is_beginning or term.is_excluded or not in_names:
        return None
    return replace(term, words=heard(" ".join(words)), is_prefix=False)


def has_forms(term: Term) -> bool:
    """Say whether a term may be found in other forms: a phrase stands as it is, and a beginning as far as it goes."""
    if by_sound(term):
        return True
    is_beginning = term.is_prefix and not term.is_open
    return term.where in IN_OTHER_FORMS and not (term.is_phrase or term.is_excluded or is_beginning)


def matching_forms(term: Term, columns: Sequence[Field], in_use: InUse) -> str:
    """Return the FTS5 expression for a term in any form, or for a name in Latin letters as it sounds.

    The index has مدرسه, his teacher, and مدرسة as one word: where articles have both, it is taken for the latter.
    """
    if sounding := by_sound(term):
        return _in_columns(f"({_phrases(term, in_use)} OR {_phrases(sounding, in_use)})", columns)
    if not has_forms(term):
        return matching(term, columns, in_use)
    forms = forms_of(term.words)
    taken_for = {form: _feminine(form) for form in forms if form.endswith(_FEMININE_FOLDED)}
    there = in_use.whole(forms.union(taken_for.values()))
    other_words = there - forms
    found = {fold(form) for form in there & forms if taken_for.get(form) not in other_words}
    others = "".join(f' OR "{form}"' for form in sorted(found.difference(with_particles(fold(term.words)))))
    return _in_columns(f"({_phrases(term, in_use)}{others})", columns)


def matching(term: Term, columns: Sequence[Field] = (), in_use: InUse | None = None) -> str:
    """Return the FTS5 expression for a term, in some columns or in all of them; nothing for one without a word.

    A word that is not `in_use` costs as much to look up as one that is: behind particles only those are asked for.
    """
    phrases = _phrases(term, in_use)
    return _in_columns(f"({phrases})", columns) if phrases else ""


def _phrases(term: Term, in_use: InUse | None) -> str:
    words = tokens(term.words)
    if not words:
        return ""
    first, *others = words
    starts, is_prefix = [*with_particles(first)], term.is_prefix
    if in_use is not None and len(starts) > 1:
        if is_prefix and not others and (whole := _whole_words(starts, in_use)):
            starts, is_prefix = whole, False
        else:
            starts = _starts_in_use(starts, in_use, are_whole=bool(others) or not is_prefix) or [first]
    ending = " *" if is_prefix else ""
    return " OR ".join(" + ".join(f'"{word}"' for word in (start, *others)) + ending for start in starts)


def _whole_words(starts: Sequence[str], in_use: InUse) -> list[str]:
    """Return the words that begin so, if they are few: FTS5 reads all places of a beginning before it answers."""
    found = in_use.beginning({*starts, *map(_feminine, starts)}, FEW + 1)
    return sorted(set(map(fold, found))) if len(found) <= FEW else []


def _starts_in_use(starts: Sequence[str], in_use: InUse, *, are_whole: bool) -> list[str]:
    wanted = {*starts, *map(_feminine, starts)}
    there = in_use.whole(wanted) if are_whole else in_use.beginnings(wanted)
    return [start for start in starts if not there.isdisjoint((start, _feminine(start)))]


def _feminine(folded: str) -> str:
    """Return a folded word with ة where it ends in ه, which may stand for it."""
    return f"{folded[:-1]}ة" if folded.endswith(_FEMININE_FOLDED) else folded


def _in_columns(expression: str, columns: Sequence[Field]) -> str:
    return f"{{{' '.join(columns)}}} : {expression}" if columns else expression

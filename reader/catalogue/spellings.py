"""Which words of the index a searched word finds: itself, and itself behind the particles written together with it."""

from collections.abc import Iterator, Sequence

from reader.catalogue.asked import Field, Term, tokens
from reader.text.words import is_particle

_CONJUNCTIONS = ("", "و", "ف")
_PARTICLES = ("", "ال", "بال", "كال", "لل", "ب", "ل", "ك", "س")
_STARTS = tuple(first + second for first in _CONJUNCTIONS for second in _PARTICLES if first + second)
_ARTICLE, _FOR_THE = "ال", "لل"


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


def matching(term: Term, columns: Sequence[Field] = ()) -> str:
    """Return the FTS5 expression for a term, in some columns or in all of them; nothing for one without a word."""
    words = tokens(term.words)
    if not words:
        return ""
    first, *others = words
    ending = " *" if term.is_prefix else ""
    phrases = (" + ".join(f'"{word}"' for word in (start, *others)) + ending for start in with_particles(first))
    expression = f"({' OR '.join(phrases)})"
    return f"{{{' '.join(columns)}}} : {expression}" if columns else expression

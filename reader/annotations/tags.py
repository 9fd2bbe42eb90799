"""The tags that a note names itself: #words."""

from reader.text.lazy_pattern import LazyPattern

# Not inside a word or an address, but behind a particle of one letter: و#وسم. Marks, joiners, - and _ may stand in a
# tag, but not at its end.
_TAG = LazyPattern(
    "(?:(?<![\\w/&#])|(?<=\\b[وفبلك]))[#＃]((?=[^\\W_])[\\w\u064b-\u065f\u0670\u200c-](?:[\\w\u064b-\u065f\u0670\u200c-]*[\\w\u064b-\u065f])?)"
)


def tags_in(note: str) -> tuple[str, ...]:
    """Return the tags that a note names, each once, without #; a number alone is none."""
    found = (tag for tag in _TAG().findall(note) if not tag.isdecimal())
    return tuple(dict.fromkeys(found))


def retagged(tags: tuple[str, ...], before: str, after: str) -> tuple[str, ...]:
    """Return tags after a note that named some of them was written anew: what it names now, and what others gave."""
    named, now = set(tags_in(before)), tags_in(after)
    kept = tuple(tag for tag in tags if tag not in named or tag in now)
    return tuple(dict.fromkeys((*kept, *now)))

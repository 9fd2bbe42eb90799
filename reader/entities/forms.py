"""Names that the reader added, found in a text by how they are written, whatever the tagger makes of it."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.entities.decisions import Decisions, kind_of
from reader.entities.entity import Entity, Mention
from reader.text.folding import fold
from reader.text.search import find
from reader.text.spans import Span


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    key: str
    is_here: bool


def with_added(text: str, entities: Sequence[Entity], decisions: Decisions) -> list[Entity]:
    """Return the entities with the names that the reader added, wherever they stand as whole words.

    A name added for this article goes before what was extracted at its place; one added for all articles leaves a
    longer name whole that contains it.
    """
    added = _chosen(_places(text, decisions), entities, decisions)
    if not added:
        return list(entities)
    by_key = {entity.key: entity for entity in _without(entities, [each.span for each in added])}
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for each in added:
        spans[each.key].append(each.span)
    for key, places in spans.items():
        kind = kind_of(key)
        if kind is not None:
            mentions = [Mention(span, kind, span.of(text)) for span in places]
            by_key[key] = _with_mentions(by_key.get(key), key, mentions, decisions)
    return list(by_key.values())


def _places(text: str, decisions: Decisions) -> Iterator[_Found]:
    folded = None
    for is_here, group in ((True, decisions.here), (False, decisions.everywhere)):
        for decision in group.values():
            for form in decision.forms:
                folded = fold(text) if folded is None else folded
                if _may_stand_in(folded, fold(form)):
                    yield from (_Found(span, decision.key, is_here) for span in find(text, form, whole_words=True))


def _may_stand_in(folded: str, form: str) -> bool:
    """Say whether a search is worth it: it takes a thousand times as long. ال may be swallowed by لل."""
    return form.removeprefix("ال") in folded


def _chosen(found: Iterable[_Found], entities: Sequence[Entity], decisions: Decisions) -> list[_Found]:
    """Return what stands: of names that overlap the one for this article, then the longest, then the first.

    What was extracted just so stays as it is, with all that is known of it.
    """
    known = {mention.span: decisions.root(entity.key) for entity in entities for mention in entity.mentions}
    extracted = sorted(known)
    chosen: list[_Found] = []
    taken: list[Span] = []
    for each in sorted(found, key=lambda each: (not each.is_here, -len(each.span), each.span, each.key)):
        around = _overlapping(extracted, each.span)
        is_inside = not each.is_here and any(_is_longer(other, each.span) for other in around)
        if not is_inside and not _overlapping(taken, each.span):
            insort(taken, each.span)
            if known.get(each.span) != decisions.root(each.key):
                chosen.append(each)
    return sorted(chosen, key=lambda each: each.span)


def _without(entities: Iterable[Entity], spans: Sequence[Span]) -> Iterator[Entity]:
    for entity in entities:
        kept = tuple(each for each in entity.mentions if not _overlapping(spans, each.span))
        if len(kept) == len(entity.mentions):
            yield entity
        elif kept:
            yield replace(entity, mentions=kept)


def _overlapping(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Return those of some spans, in order and apart, that overlap another."""
    first = bisect_right(spans, span.start, key=lambda each: each.end)
    after = bisect_left(spans, span.end, first, key=lambda each: each.start)
    return spans[first:after]


def _is_longer(other: Span, span: Span) -> bool:
    return other.start <= span.start and span.end <= other.end and len(other) > len(span)


def _with_mentions(entity: Entity | None, key: str, mentions: Sequence[Mention], decisions: Decisions) -> Entity:
    if entity is None:
        name = next((each.name for each in decisions.about(key) if each.name), mentions[0].text)
        return Entity(key=key, kind=mentions[0].kind, name=name, mentions=tuple(mentions))
    return replace(entity, mentions=tuple(sorted((*entity.mentions, *mentions), key=lambda each: each.span)))

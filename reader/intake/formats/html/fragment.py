"""Markup that is an article already, as feeds and other programs hand it over: all of it is read."""

import re
from collections.abc import Sequence

from reader.articles.article import BlockKind
from reader.errors import ReaderError
from reader.intake.drafts import Drafts
from reader.intake.formats.html.markup import parsed, without_embedded, without_tags
from reader.intake.formats.html.noted import read_noted
from reader.intake.formats.html.notes import with_numbers_joined
from reader.intake.formats.html.plain_markup import plain_drafts
from reader.intake.formats.html.saved_pictures import SavedPictures
from reader.intake.hints import Part
from reader.intake.pictures import Pictures
from reader.text.cleaning import clean

_LEADS_WITHIN = re.compile(r"href=[\"'][^\"'#]{0,1000}#")  # perhaps a mark, to its note


def drafts_of(markup: str, address: str, pictures: Pictures, parts: Sequence[Part] = ()) -> Drafts:
    """Return the blocks of some markup; addresses in it are relative to `address`.

    Pictures that are embedded in it, or among the `parts` that came with it, go to `pictures`. Marks of notes wait for
    their notes (reader.intake.footnotes).
    """
    plain = None if parts or _LEADS_WITHIN.search(markup) else plain_drafts(markup, address)
    if plain is not None:
        return plain
    markup, embedded = without_embedded(markup)
    try:
        tree = parsed(markup, "")
    except ReaderError:  # nothing but spaces and comments
        return Drafts()
    if tree is None:
        return _without_markup(markup)
    kept = list(tree.iter())  # lxml makes an element anew each time it is come by, unless someone has kept it
    reader = read_noted(tree, address, SavedPictures((*parts, *embedded), address, pictures))
    reader.drafts.drafts[:] = with_numbers_joined(reader.drafts.drafts)
    del kept
    return reader.drafts


def _without_markup(markup: str) -> Drafts:
    """Return the text between tags that are nested too deeply, as paragraphs: better than to lose it."""
    drafts = Drafts()
    for line in filter(None, map(str.strip, clean(without_tags(markup)).split("\n"))):
        drafts.add(BlockKind.PARAGRAPH, line)
    return drafts

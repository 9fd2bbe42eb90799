"""Markup that is an article already, as feeds and other programs hand it over: all of it is read."""

from collections.abc import Sequence

from reader.articles.article import BlockKind
from reader.errors import ReaderError
from reader.intake.drafts import Drafts
from reader.intake.formats.html.blocks import BlockReader
from reader.intake.formats.html.markup import parsed, without_embedded, without_tags
from reader.intake.formats.html.plain_markup import plain_drafts
from reader.intake.formats.html.saved_pictures import SavedPictures
from reader.intake.hints import Part
from reader.intake.pictures import Pictures
from reader.text.cleaning import clean


def drafts_of(markup: str, address: str, pictures: Pictures, parts: Sequence[Part] = ()) -> Drafts:
    """Return the blocks of some markup; addresses in it are relative to `address`.

    Pictures that are embedded in it, or among the `parts` that came with it, go to `pictures`.
    """
    plain = plain_drafts(markup, address) if not parts else None
    if plain is not None:
        return plain
    markup, embedded = without_embedded(markup)
    try:
        tree = parsed(markup, "")
    except ReaderError:  # nothing but spaces and comments
        return Drafts()
    if tree is None:
        return _without_markup(markup)
    reader = BlockReader(address, SavedPictures((*parts, *embedded), address, pictures))
    reader.read(tree)
    return reader.drafts


def _without_markup(markup: str) -> Drafts:
    """Return the text between tags that are nested too deeply, as paragraphs: better than to lose it."""
    drafts = Drafts()
    for line in filter(None, map(str.strip, clean(without_tags(markup)).split("\n"))):
        drafts.add(BlockKind.PARAGRAPH, line)
    return drafts

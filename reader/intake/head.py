"""What stands above an article's text: headline, date, byline, picture."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.articles.article import BlockKind, WrittenDate
from reader.intake.credits import Picture, Writers, is_agency, picture_of, writers_of
from reader.intake.drafts import Drafts
from reader.intake.headline import is_headline, is_kicker, looks_like_title
from reader.intake.lines import Line
from reader.intake.publication import Publication, publication_of
from reader.text.direction import direction_of

DEEPEST = 8  # lines; further down, what looks like a date or a byline belongs to the text
_MOST_TITLES = 3  # a headline with lines above or below it; more lines of one kind are a list or verse
_MOST_WORDS_BELOW = 18  # of a line below the headline; longer ones begin the text
_LONGEST = 400  # code points: no caption, date line or byline has more
_LONGEST_LEARNT = 120
_LEVEL_OF_A_KICKER = 3
_LONGEST_NAME = 4  # words: a writer's or an outlet's, alone on the last line before the date or the text


@dataclass(frozen=True, slots=True)
class Known:
    """What one line of the head was recognised as; exactly one is set."""

    publication: Publication | None = None
    writers: Writers | None = None
    picture: Picture | None = None


@dataclass(slots=True)
class Head:
    """What was read above the text; `body` is the number of the line where the text begins."""

    title: str = ""
    published: WrittenDate | None = None
    modified: WrittenDate | None = None
    source: str = ""
    authors: list[str] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)
    body: int = 0

    def add(self, known: Known, text: str, drafts: Drafts) -> None:
        """Take what a line tells; what of it is to be shown goes to `drafts`, what is neither is left over."""
        if known.picture:
            drafts.add_figure(known.picture.caption, known.picture.credit)
        elif known.writers:
            self.authors += known.writers.names
            drafts.add(BlockKind.BYLINE, known.writers.text)
        elif known.publication:
            self._add_publication(known.publication, text, drafts)

    def learn(self, text: str) -> None:
        """Take what a short line between headline and text tells of dates and writers, where that is not known."""
        known = recognise(text) if len(text) <= _LONGEST_LEARNT else None
        publication = known.publication if known else None
        if publication:
            self.published = self.published or publication.published
            self.modified = self.modified or publication.modified
        writers = writers_of(text) if publication else known.writers if known else None
        if writers and not self.authors:
            self.authors += writers.names

    def _add_publication(self, publication: Publication, text: str, drafts: Drafts) -> None:
        is_kept = text == publication.byline
        if publication.published and not self.published:
            self.published = publication.published
            is_kept |= text == publication.published.written
        if publication.source and not self.source:
            self.source = publication.source
            is_kept |= text == publication.source
        self.modified = self.modified or publication.modified
        self.authors += publication.writers
        if publication.byline:
            drafts.add(BlockKind.BYLINE, publication.byline)
        if not is_kept:
            self.leftovers.append(text)


def recognise(text: str, *, is_first: bool = False) -> Known | None:
    """Return what a line of the head is, if it is anything but a title or text. A first line may be the headline."""
    if len(text) > _LONGEST:
        return None
    if not is_first and (picture := picture_of(text)):
        return Known(picture=picture)
    if publication := publication_of(text, is_first=is_first):
        return Known(publication=publication, writers=None)
    writers = writers_of(text, is_first=is_first)
    if not writers and is_agency(text):
        writers = Writers(text, ())
    return Known(writers=writers) if writers else None


def head_of(lines: Sequence[Line], drafts: Drafts, *, controls_at: int = 0) -> Head:
    """Read the lines above the text into `drafts`.

    `controls_at` counts the lines above the page's text-size control, which stands below the picture; 0 without one.
    """
    top = lines[:DEEPEST]
    known = [recognise(line.text, is_first=place == 0) for place, line in enumerate(top)]
    _recognise_caption(top, known, controls_at)
    _recognise_foreign_name(lines, known)
    above = _run(known, 0)
    titles = above
    while titles < len(top) and not known[titles] and _is_title(top[titles], is_first=titles == above):
        titles += 1
    below = _run(known, titles)
    while below + 1 < len(top) and titles < below and looks_like_title(top[below]) and known[below + 1]:
        below = _run(known, below + 1)
    return _read(lines, known, (above, titles, below), drafts)


def _recognise_caption(top: Sequence[Line], known: list[Known | None], controls_at: int) -> None:
    """Take the line between the date and the text-size control for the picture's caption, though nobody is credited."""
    place = controls_at - 1
    is_below_date = any(one and one.publication for one in known[: max(place, 0)])
    if 0 < place < len(top) and is_below_date and not known[place] and looks_like_title(top[place]):
        known[place] = Known(picture=Picture(top[place].text, ""))


def _recognise_foreign_name(lines: Sequence[Line], known: list[Known | None]) -> None:
    """Take a first line of few words in another script for the name of who publishes; it heads no article."""
    if len(lines) > 1 and not known[0] and lines[0].word_count <= _LONGEST_NAME:
        text = direction_of("\n".join(line.text for line in lines[1:]))
        if direction_of(lines[0].text, text) is not text:
            known[0] = Known(writers=Writers(lines[0].text, ()))


def _is_title(line: Line, *, is_first: bool) -> bool:
    return looks_like_title(line) and (is_first or line.word_count <= _MOST_WORDS_BELOW)


def _run(known: Sequence[Known | None], start: int) -> int:
    """Return where the lines end that were recognised, from `start` on."""
    end = start
    while end < len(known) and known[end]:
        end += 1
    return end


def _read(lines: Sequence[Line], known: Sequence[Known | None], bounds: tuple[int, int, int], drafts: Drafts) -> Head:
    above, titles, below = bounds
    head = Head()
    head_follows = below > titles
    if not head_follows and titles - above > _MOST_TITLES:
        titles = below = above + 1
    following = lines[below:] or lines[above + 1 :]
    titled = above + (titles - above > 1 and is_kicker(lines[above], lines[above + 1]))
    has_headline = titles > above and is_headline(lines[titled], following, head_follows=head_follows)
    head.body = below if has_headline else above
    for place, line in enumerate(lines[: head.body]):
        if one := known[place]:
            head.add(one, line.text, drafts)
        elif place == titled:
            head.title = line.text
            drafts.add(BlockKind.HEADLINE, line.text)
        elif place < titled:
            drafts.add(BlockKind.HEADING, line.text, level=_LEVEL_OF_A_KICKER)
        elif place == titles - 1 and _may_be_a_name(line.text, head_follows=head_follows):
            drafts.add(BlockKind.BYLINE, line.text)
        else:
            drafts.add(BlockKind.HEADING, line.text, level=1)
    return head


def _may_be_a_name(text: str, *, head_follows: bool) -> bool:
    most = _LONGEST_NAME if head_follows or ":" in text else _LONGEST_NAME - 1
    name, _, place = text.partition(" - ")
    if head_follows and place and ":" not in text:
        return len(name.split()) < _LONGEST_NAME and len(place.split()) < _LONGEST_NAME
    return len(text.split()) <= most and not text.endswith(("؟", "?", "!"))

"""From bare lines to the parts of an article. What is not understood stays as a paragraph; nothing is lost."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.articles.article import Article, BlockKind
from reader.intake.body import add_body
from reader.intake.credits import agencies_at_the_end, agencies_of, writers_before
from reader.intake.drafts import Drafts
from reader.intake.furniture import without_furniture
from reader.intake.head import Head, head_of
from reader.intake.headline import title_from
from reader.intake.hints import Hints
from reader.intake.lines import Line, lines_of
from reader.intake.numeric_dates import without_doubt
from reader.intake.publication import date_of_dateline, publication_of
from reader.text.cleaning import clean
from reader.text.language import language_of

_MOST_LINES = 50_000


@dataclass(frozen=True, slots=True)
class Structured:
    """An article made of lines, and the lines that were left over as the page's furniture."""

    article: Article
    leftovers: tuple[str, ...] = ()


def structured(text: str, hints: Hints, importer: str = "") -> Structured:
    """Return the article that a text holds, its parts told by how they look and where they stand.

    Furniture is left over; metadata is taken out of the lines that state it. Every letter of the cleaned text is in a
    block, in the metadata as written or in what is left over. With `hints.plain`, and in a text of more lines than any
    article has, the lines are paragraphs, and that is all.
    """
    drafts = Drafts()
    if hints.plain or text.count("\n") > _MOST_LINES:
        for line in filter(None, map(str.strip, clean(text).split("\n"))):
            drafts.add(BlockKind.PARAGRAPH, line)
        return Structured(article_of(drafts, Head(), hints, importer))
    sorted_lines = without_furniture(lines_of(text))
    lines = sorted_lines.kept
    head = head_of(lines, drafts, controls_at=sorted_lines.controls_at)
    body, agencies, credit = _without_agencies(lines[head.body :])
    _read_last_date(head, body)
    add_body(body, drafts, has_head=bool(head.body or sorted_lines.dropped))
    if credit:
        drafts.add(BlockKind.CREDIT, credit)
    if not head.published and body:
        head.published = date_of_dateline(body[0].text)
    if not head.authors and body:
        head.authors += writers_before(body[0].text)
    agencies = agencies or (agencies_at_the_end(body[-1].text) if body else ())
    if not drafts.drafts:  # nothing but a head and furniture is a text all the same
        return structured(text, replace(hints, plain=True), importer)
    article = article_of(drafts, head, hints, importer, agencies)
    return Structured(article, (*head.leftovers, *sorted_lines.dropped))


def article_of(drafts: Drafts, head: Head, hints: Hints, importer: str, agencies: tuple[str, ...] = ()) -> Article:
    """Return the article that the drafts make. What the hints say of address and source comes before the text.

    A date that may be two days in the text's language is left over.
    """
    direction, blocks = drafts.blocks()
    language = language_of("\n".join(draft.text for draft in drafts.drafts))
    published, modified = (without_doubt(stated, language) for stated in (head.published, head.modified))
    taken = ((head.published, published), (head.modified, modified))
    head.leftovers += [stated.written for stated, sure in taken if stated and not sure]
    return Article(
        title=head.title or _title(drafts),
        blocks=blocks,
        source=hints.source or head.source,
        address=hints.address,
        authors=tuple(dict.fromkeys(head.authors)),
        credits=agencies,
        published=published,
        modified=modified,
        language=language,
        direction=direction,
        importer=importer,
    )


def _title(drafts: Drafts) -> str:
    """Return what to call a text without a headline: how its first words begin."""
    texts = [draft.text for draft in drafts.drafts]
    main = [draft.text for draft in drafts.drafts if draft.kind in (BlockKind.LEAD, BlockKind.PARAGRAPH)]
    return title_from(next(iter(main or texts), ""))


def _without_agencies(lines: Sequence[Line]) -> tuple[list[Line], tuple[str, ...], str]:
    """Return the lines before a last one that credits agencies, the agencies, and that line without its brackets."""
    agencies = agencies_of(lines[-1].text) if len(lines) > 1 else ()
    if not agencies:
        return list(lines), (), ""
    return list(lines[:-1]), agencies, lines[-1].text.strip("()[]. ")


def _read_last_date(head: Head, body: list[Line]) -> None:
    """Take a date that stands alone below the text for the date of publication, if there was none above it."""
    publication = publication_of(body[-1].text) if len(body) > 1 and not head.published else None
    if publication and publication.published and not publication.byline and not publication.source:
        line = body.pop()
        head.published = publication.published
        if line.text != publication.published.written:
            head.leftovers.append(line.text)

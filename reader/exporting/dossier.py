"""A dossier: several articles with their highlights in one file, with contents before them and sources behind."""

from collections.abc import Sequence

from reader.exporting import markdown, markup
from reader.exporting.exported import Content, Exported
from reader.exporting.web_page import embedded, page
from reader.exporting.words import Words
from reader.text.direction import Direction


def make(exported: Sequence[Exported], content: Content, about: str = "", notes: str = "") -> str:
    """Return a dossier, about a person or the like if one is named, as a page that needs nothing beside it.

    `notes` on all the articles stand before them.
    """
    words = words_of(exported)
    own = markup.own(words)
    title = words.dossier(about)
    articles = (
        f"<article>\n{markup.whole(each, content, embedded(each.images), f'a{number}-')}\n</article>"
        for number, each in enumerate(exported, 1)
    )
    inside = f"""<header><h1{own}>{markup.text(title)}</h1></header>
{_noted(notes)}<nav><h2{own}>{markup.text(words.label("contents"))}</h2>
<ol{own}>{"".join(_entry(each, number, words) for number, each in enumerate(exported, 1))}</ol></nav>
{"".join(articles)}
<section><h2{own}>{markup.text(words.label("sources"))}</h2>
<ol{own}>{"".join(_source(each, words) for each in exported)}</ol></section>"""
    return page(title, inside, words.language, words.direction)


def make_markdown(exported: Sequence[Exported], content: Content, about: str = "", notes: str = "") -> str:
    """Return a dossier as Markdown."""
    words = words_of(exported)
    sections = [f"# {markdown.escaped(words.dossier(about))}", markdown.escaped(notes.strip("\n"))]
    sections = [*filter(None, sections), f"## {words.label('contents')}"]
    sections.append(
        "\n".join(
            f"{number}. {markdown.escaped(words.citation(each))}" for number, each in enumerate(exported, start=1)
        )
    )
    sections.append(f"---\n\n{markdown.make(exported, content).rstrip()}\n\n---")
    sections.append(f"## {words.label('sources')}")
    sections.append("\n".join(f"{number}. {_cited(each, words)}" for number, each in enumerate(exported, start=1)))
    return "\n\n".join(sections) + "\n"


def words_of(exported: Sequence[Exported]) -> Words:
    """Return the words of a dossier: those of most of its articles."""
    rtl = sum(each.article.direction is Direction.RTL for each in exported)
    return Words("ar" if 2 * rtl >= len(exported) else "en", "\n".join(each.article.text for each in exported))


def _noted(notes: str) -> str:
    paragraphs = (f'<p dir="auto">{markup.text(line)}</p>' for line in notes.splitlines() if line.strip())
    return f"<section>{''.join(paragraphs)}</section>\n" if notes.strip() else ""


def _entry(exported: Exported, number: int, words: Words) -> str:
    about = words.listed((exported.source, words.date(exported.published)))
    title = f'<a href="#a{number}-title"><bdi>{markup.text(exported.article.title)}</bdi></a>'
    return f"<li>{title} <bdi>{markup.text(about)}</bdi></li>"


def _source(exported: Exported, words: Words) -> str:
    address = exported.article.address
    link = f' <a href="{markup.text(address)}"><bdi>{markup.text(address)}</bdi></a>' if address else ""
    return f"<li><bdi>{markup.text(words.citation(exported))}</bdi>{link}</li>"


def _cited(exported: Exported, words: Words) -> str:
    address = exported.article.address
    return markdown.escaped(words.citation(exported)) + (f" <{address}>" if address else "")

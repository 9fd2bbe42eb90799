"""One HTML file that needs nothing beside it: pictures inside, no scripts, nothing fetched."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from pathlib import Path

from reader.exporting import markup
from reader.exporting.exported import Content, Exported
from reader.exporting.pictures import picture_bytes, picture_kind
from reader.exporting.words import Words
from reader.text.direction import Direction

_TAGS = frozenset(
    {
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote", "ul", "ol", "li", "table", "tbody", "tr", "td"),
        *("figure", "figcaption", "img", "a", "em", "strong", "mark", "br", "dl", "dt", "dd", "bdi", "section", "nav"),
        *("article", "header"),
    }
)
_ATTRIBUTES = {"*": {"dir", "lang", "class", "id"}, "a": {"href"}, "img": {"src", "alt"}, "li": {"value"}}
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
STYLE = """
body { max-width: 42em; margin: 2em auto; padding: 0 1em; line-height: 1.8; color: #1f1b16; background: #fffdf8;
  font-family: "IBM Plex Sans Arabic", "Noto Naskh Arabic", "Amiri", "Segoe UI", Tahoma, sans-serif; }
h1, h2, h3, h4 { line-height: 1.5; }
dl { color: #5c554b; font-size: .9em; display: grid; grid-template-columns: max-content 1fr; gap: .2em 1em; }
dd { margin: 0; overflow-wrap: anywhere; }
.lead { font-weight: 600; }
.byline, .credit, .caption, figcaption, .cited, .about { color: #5c554b; font-size: .9em; }
figure { margin: 1.5em 0; }
img { max-width: 100%; height: auto; }
blockquote { margin-inline: 0; padding-inline-start: 1em; border-inline-start: 3px solid #c9bfae; }
table { border-collapse: collapse; }
td { border: 1px solid #c9bfae; padding: .3em .6em; text-align: start; }
.deep1 { margin-inline-start: 1.5em; } .deep2 { margin-inline-start: 3em; }
.deep3 { margin-inline-start: 4.5em; } .deep4 { margin-inline-start: 6em; }
mark { color: inherit; background: #fbe7a1; }
mark.green { background: #cfe8c5; } mark.blue { background: #c9e0f5; }
mark.pink { background: #f7d0d8; } mark.violet { background: #e0d3f3; }
.passage { margin: 1.5em 0; }
.passage blockquote { border-color: #e0b93f; } .green blockquote { border-color: #6fae5c; }
.blue blockquote { border-color: #5a97cf; } .pink blockquote { border-color: #d9738a; }
.violet blockquote { border-color: #9a76cf; }
@media (prefers-color-scheme: dark) { body { color: #e6e1d8; background: #1b1a18; } mark { color: #1f1b16; } }
@media print { body { max-width: none; color: #000; background: none; } .passage, figure { break-inside: avoid; } }
"""


def make(exported: Sequence[Exported], content: Content) -> str:
    """Return a page with articles, their highlights or both."""
    first = exported[0].article
    inside = "\n".join(
        f"<article>\n{markup.whole(each, content, embedded(each.images), f'a{number}-')}\n</article>"
        for number, each in enumerate(exported, 1)
    )
    return page(first.title, inside, Words.of(first).language, first.direction)


def page(title: str, inside: str, language: str, direction: Direction) -> str:
    """Return a whole page round some markup, which is cleaned of everything that could run or fetch."""
    import nh3

    cleaned = nh3.clean(
        inside,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        attribute_filter=_kept,
        url_schemes={"http", "https", "mailto", "data"},
        link_rel="noopener noreferrer",
    )
    return f"""<!DOCTYPE html>
<html lang="{language}" dir="{direction.value}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Hamish">
<title>{markup.text(title)}</title>
<style>{STYLE}</style>
</head>
<body>
{cleaned}
</body>
</html>
"""


def embedded(images: Mapping[str, Path]) -> markup.Picture:
    """Return what gives a picture's bytes as an address; nothing for one that cannot be read or is of no known kind."""

    def address(name: str) -> str:
        data = picture_bytes(images, name)
        kind = picture_kind(data)
        return f"data:image/{kind};base64,{b64encode(data).decode()}" if kind else ""

    return address


def _kept(tag: str, attribute: str, value: str) -> str | None:
    is_data = value.lstrip().lower().startswith("data:")
    return None if is_data and (tag, attribute) != ("img", "src") else value

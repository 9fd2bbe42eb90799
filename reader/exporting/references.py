"""Articles as references, for those who cite them: BibTeX, RIS and CSL-JSON."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from reader.exporting.exported import Content, Exported

_IN_BIBTEX = {
    **{sign: f"\\{sign}" for sign in "{}%&#_$"},
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}
_BIBTEX = str.maketrans(_IN_BIBTEX)
_IDS = 12  # digits of an article's id that name a reference


def make_bibtex(exported: Sequence[Exported], _content: Content) -> str:
    """Return an entry for each article: @article where an outlet is known, else @misc."""
    return "\n".join("\n".join(_bibtex(each)) for each in exported)


def make_ris(exported: Sequence[Exported], _content: Content) -> str:
    """Return a record for each article, of the type NEWS (RIS specification of Research Information Systems)."""
    return "".join(f"{tag}  - {value}\r\n" for each in exported for tag, value in (*_ris(each), ("ER", "")))


def make_csl(exported: Sequence[Exported], _content: Content) -> str:
    """Return items as the CSL 1.0.2 schema has them; names are literal, for no rule parts Arabic ones."""
    return json.dumps([_csl(each) for each in exported], ensure_ascii=False, indent=2) + "\n"


def _bibtex(exported: Exported) -> Iterator[str]:
    article = exported.article
    year, month, day = date_parts(exported.published)
    yield f"@{'article' if exported.source else 'misc'}{{hamish{exported.id[:_IDS]},"
    fields = {
        "title": f"{{{article.title.translate(_BIBTEX)}}}",
        "author": " and ".join(f"{{{name.translate(_BIBTEX)}}}" for name in article.authors),
        "journal": exported.source.translate(_BIBTEX),
        "year": str(year or ""),
        "month": str(month or ""),
        "day": str(day or ""),
        "url": article.address.replace("{", "%7B").replace("}", "%7D"),
        "language": article.language,
        "keywords": ", ".join(tag.translate(_BIBTEX) for tag in exported.state.tags),
    }
    yield from (f"  {name} = {{{value}}}," for name, value in fields.items() if value)
    yield "}\n"


def _ris(exported: Exported) -> Iterator[tuple[str, str]]:
    article = exported.article
    year, month, day = date_parts(exported.published)
    yield "TY", "NEWS"
    yield from (("AU", name) for name in article.authors)
    found = (
        ("TI", article.title),
        ("T2", exported.source),
        ("PY", f"{year:04}" if year else ""),
        ("DA", f"{year:04}/{f'{month:02}' if month else ''}/{f'{day:02}' if day else ''}/" if year else ""),
        ("UR", article.address),
        ("LA", article.language),
        *(("KW", tag) for tag in exported.state.tags),
    )
    yield from ((tag, " ".join(value.split())) for tag, value in found if value)


def _csl(exported: Exported) -> dict[str, Any]:
    article = exported.article
    parts = [part for part in date_parts(exported.published) if part]
    members = {
        "id": f"hamish{exported.id[:_IDS]}",
        "type": "article-newspaper" if exported.source else "webpage",
        "title": article.title,
        "author": [{"literal": name} for name in article.authors],
        "container-title": exported.source,
        "issued": {"date-parts": [parts]} if parts else None,
        "URL": article.address,
        "language": article.language,
        "keyword": ", ".join(exported.state.tags),
    }
    return {name: value for name, value in members.items() if value}


def date_parts(iso: str) -> tuple[int, int, int]:
    """Return year, month and day of a date, 0 for what it does not say."""
    year, month, day = (*(int(part) for part in iso[:10].split("-") if part), 0, 0, 0)[:3]
    return year, month, day

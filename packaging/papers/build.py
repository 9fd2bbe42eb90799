#!/usr/bin/env python3
"""Make the printed samples in tests/data/papers from the texts beside them: with LibreOffice and with Chromium.

Each text is printed in one of several layouts, with running heads and page numbers, from a Word file and from a page.
`.venv/bin/python packaging/papers/build.py` renews all; it needs `libreoffice-writer-nogui` and `chromium`, and the
fonts of resources/fonts where fontconfig finds them.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

ROOT = Path(__file__).resolve().parents[2]
PAPERS = ROOT / "tests" / "data" / "papers"
sys.path.insert(0, str(ROOT))


@dataclass(frozen=True)
class Print:
    """How a text is printed: the name of the result, the text, the font, the columns, and what stands above each page.

    shaped: as programs do that can neither join letters nor run from right to left.
    """

    name: str
    text: str
    font: str
    columns: int
    head: str
    rtl: bool = True
    shaped: bool = False


PRINTS = (
    Print("one-column", "lighthouse", "Amiri", 1, "دفاتر رأس الصخر – العدد السابع"),
    Print("two-columns", "lighthouse", "Noto Naskh Arabic", 2, "دفاتر رأس الصخر – العدد الثامن"),
    Print("table", "market", "IBM Plex Sans Arabic", 1, "نشرة السوق"),
    Print("vocalised", "well", "Amiri", 1, "حِكاياتُ القَرْيَةِ"),
    Print("english", "harbour", "Source Serif 4", 2, "The Rocky Head Papers", rtl=False),
    Print("shaped", "market", "Noto Sans Arabic", 1, "", shaped=True),
)


@dataclass(frozen=True)
class Part:
    """A paragraph: its kind (h1, h2, p, quote, ul, ol, table), its text, or its items or rows."""

    kind: str
    text: str = ""
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def parts_of(text: str) -> Iterator[Part]:
    """Yield the parts of a text in the little Markdown that the samples use."""
    for chunk in text.strip().split("\n\n"):
        lines = chunk.split("\n")
        if found := re.match(r"(#+) (.*)", chunk):
            yield Part(f"h{len(found[1])}", found[2])
        elif chunk.startswith("> "):
            yield Part("quote", chunk[2:])
        elif chunk.startswith("- "):
            yield Part("ul", items=tuple(line[2:] for line in lines))
        elif chunk.startswith("1. "):
            yield Part("ol", items=tuple(line[3:] for line in lines))
        elif chunk.startswith("| "):
            rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
            yield Part("table", rows=(rows[0], *rows[2:]))
        else:
            yield Part("p", chunk)


def hyphenated(text: str) -> str:
    """Return an English text whose long words may be broken, as printers break them."""
    return re.sub(
        r"[a-z]{7,}", lambda word: re.sub(r"(?<=[aeiou][a-z])(?=[bcdfghklmnprstv][aeiou])", "\u00ad", word[0]), text
    )


class WordFile:
    """Writes the parts of a text into a Word file that runs from right to left."""

    def __init__(self, plan: Print) -> None:
        self._plan = plan
        self._document: Document = docx.Document()
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(148), Mm(210)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(18)
        columns = section._sectPr.xpath("./w:cols")[0]  # noqa: SLF001 - python-docx has no columns
        columns.set(qn("w:num"), str(plan.columns))
        for style in self._document.styles:
            if style.type == WD_STYLE_TYPE.PARAGRAPH:
                self._set_font(style.element.get_or_add_rPr())
        self._write(section.header.paragraphs[0], plan.head)
        self._number(section.footer.paragraphs[0])
        self._document.core_properties.title = ""
        self._document.core_properties.author = ""

    def add(self, part: Part) -> None:
        """Add a part."""
        if part.kind in ("h1", "h2"):
            self._write(self._document.add_heading(level=int(part.kind[1])), part.text)
        elif part.kind == "table":
            table = self._document.add_table(len(part.rows), len(part.rows[0]), style="Table Grid")
            if self._plan.rtl:
                table._tblPr.append(OxmlElement("w:bidiVisual"))  # noqa: SLF001
            for row, texts in zip(table.rows, part.rows, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    self._write(cell.paragraphs[0], text)
        elif part.items:
            style = "List Number" if part.kind == "ol" else "List Bullet"
            for item in part.items:
                self._write(self._document.add_paragraph(style=style), item)
        else:
            self._write(self._document.add_paragraph(style="Quote" if part.kind == "quote" else None), part.text)

    def save(self, path: Path) -> None:
        """Write the file."""
        self._document.save(str(path))

    def _write(self, paragraph: Paragraph, text: str) -> None:
        if self._plan.rtl:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001
        run = paragraph.add_run(text)
        self._set_font(run._r.get_or_add_rPr(), heading=paragraph.style.name.startswith("Heading"))  # noqa: SLF001
        if self._plan.rtl:
            run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))  # noqa: SLF001

    def _number(self, paragraph: Paragraph) -> None:
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        paragraph._p.append(field)  # noqa: SLF001

    def _set_font(self, properties: object, *, heading: bool = False) -> None:
        fonts = properties.get_or_add_rFonts()
        for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{name}"), None)
        for name in ("ascii", "hAnsi", "cs"):
            fonts.set(qn(f"w:{name}"), self._plan.font)
        if not heading:
            return
        size = OxmlElement("w:szCs")
        size.set(qn("w:val"), str(int(Pt(15).pt * 2)))
        properties.append(size)


def page_of(plan: Print, parts: list[Part]) -> str:
    """Return the page that Chromium prints."""
    style = f"""
      @page {{ size: A5; margin: 18mm; @top-center {{ content: "{plan.head}"; font: 9pt "{plan.font}"; }}
               @bottom-center {{ content: counter(page); font: 9pt "{plan.font}"; }} }}
      body {{ font: 11pt/1.7 "{plan.font}"; columns: {plan.columns}; column-gap: 8mm; text-align: justify; margin: 0 }}
      h1 {{ font-size: 19pt; line-height: 1.4; text-align: start }} h2 {{ font-size: 14pt; text-align: start }}
      td {{ border: 0.5pt solid; padding: 1mm 3mm }} table {{ border-collapse: collapse }}"""
    body = "\n".join(_markup(part) for part in parts)
    direction, language = ("rtl", "ar") if plan.rtl else ("ltr", "en")
    head = f'<!doctype html><html lang="{language}" dir="{direction}"><meta charset="utf-8"><title></title>'
    return f"{head}<style>{style}</style>{body}"


def shaped_page_of(plan: Print, parts: list[Part]) -> str:
    """Return a page whose lines are shaped and turned round already, as old programs handed text to printers."""
    from reader.text.direction import Direction
    from reader.text.visual import visual

    lines = [
        (part.kind, line)
        for part in parts
        for text in (part.text, *part.items, *("    ".join(row) for row in part.rows))
        if text
        for line in visual(text, Direction.RTL, 62).split("\n")
    ]
    style = f"""
      @page {{ size: A5; margin: 18mm }} body {{ font: 10pt/1.8 "{plan.font}"; text-align: right }}
      h1, h2, p {{ margin: 0; direction: ltr; unicode-bidi: bidi-override; white-space: pre }}
      h1 {{ font-size: 17pt }} h2 {{ font-size: 13pt; margin-top: 3mm }}"""
    tagged = [(kind if kind in ("h1", "h2") else "p", line) for kind, line in lines]
    body = "\n".join(f"<{tag}>{escape(line)}</{tag}>" for tag, line in tagged)
    return f'<!doctype html><meta charset="utf-8"><title></title><style>{style}</style>{body}'


def _markup(part: Part) -> str:
    if part.kind == "table":
        rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in part.rows)
        return f"<table>{rows}</table>"
    if part.items:
        return f"<{part.kind}>{''.join(f'<li>{escape(item)}</li>' for item in part.items)}</{part.kind}>"
    tag = "blockquote" if part.kind == "quote" else part.kind
    return f"<{tag}>{escape(part.text)}</{tag}>"


def with_libreoffice(word_file: Path, into: Path) -> None:
    """Print a Word file."""
    profile = f"-env:UserInstallation=file://{into / 'profile'}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(into), str(word_file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def with_chromium(page: Path, into: Path) -> None:
    """Print a page."""
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--user-data-dir={into / 'chrome'}",
    ]
    command = ["chromium", *options, f"--print-to-pdf={page.with_suffix('.pdf')}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def main() -> None:
    """Print everything."""
    with tempfile.TemporaryDirectory() as folder:
        into = Path(folder)
        for plan in PRINTS:
            text = (PAPERS / f"{plan.text}.md").read_text(encoding="utf-8")
            parts = list(parts_of(text if plan.rtl else hyphenated(text)))
            page = into / f"{plan.name}.chromium.html"
            page.write_text(shaped_page_of(plan, parts) if plan.shaped else page_of(plan, parts), encoding="utf-8")
            with_chromium(page, into)
            if not plan.shaped:
                word_file = WordFile(plan)
                for part in parts:
                    word_file.add(part)
                word_file.save(into / f"{plan.name}.libreoffice.docx")
                with_libreoffice(into / f"{plan.name}.libreoffice.docx", into)
            for made in into.glob(f"{plan.name}.*.pdf"):
                shutil.copy(made, PAPERS / made.name)
                print(f"{made.name}: {made.stat().st_size >> 10} KB")


if __name__ == "__main__":
    main()

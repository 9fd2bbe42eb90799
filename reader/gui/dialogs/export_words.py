"""What the formats are called in the export dialog, and what each is good for."""

from PySide6.QtCore import QObject


class ExportWords(QObject):
    """The words of formats in the language that is shown."""

    def of(self, name: str) -> tuple[str, str]:
        """Return a format's name, and a sentence about it. Raises KeyError for an unknown format."""
        return (self._to_read() | self._to_others() | self._to_cite() | self._whole())[name]

    def _to_read(self) -> dict[str, tuple[str, str]]:
        return {
            "markdown": (self.tr("Markdown"), self.tr("Text with simple marks, for programs for notes.")),
            "html": (
                self.tr("Web page (HTML)"),
                self.tr("Opens in every browser without a connection, pictures included."),
            ),
            "text": (self.tr("Plain text"), self.tr("The words alone, which every program reads.")),
            "epub": (
                self.tr("E-book (EPUB)"),
                self.tr("For e-book readers, from right to left where the text runs so."),
            ),
            "pdf": (self.tr("PDF"), self.tr("Pages to print or to send, with text that can be selected.")),
        }

    def _to_others(self) -> dict[str, tuple[str, str]]:
        return {
            "obsidian": (
                self.tr("Obsidian"),
                self.tr("A note for each article. Exported again, what you wrote in it stays."),
            ),
            "jsonld": (
                self.tr("Web annotations (JSON-LD)"),
                self.tr("The W3C’s format for notes, which can be imported again."),
            ),
            "csv": (self.tr("Table (CSV)"), self.tr("All that is known of each highlight, for spreadsheets.")),
            "readwise": (self.tr("Readwise (CSV)"), self.tr("A table that Readwise imports.")),
            "hypothesis": (self.tr("Hypothesis (JSON)"), self.tr("Notes as Hypothesis exports and imports them.")),
        }

    def _to_cite(self) -> dict[str, tuple[str, str]]:
        return {
            "bibtex": (self.tr("BibTeX"), self.tr("References for LaTeX.")),
            "ris": (self.tr("RIS"), self.tr("References for EndNote, Zotero and Mendeley.")),
            "csl": (self.tr("CSL-JSON"), self.tr("References for Zotero and Pandoc.")),
        }

    def _whole(self) -> dict[str, tuple[str, str]]:
        return {
            "hamish": (
                self.tr("Hamish article"),
                self.tr("Everything of an article, original and pictures too, for Hamish on another device."),
            ),
            "dossier": (self.tr("Dossier (HTML)"), self.tr("All in one page, with contents and sources.")),
            "dossier-markdown": (self.tr("Dossier (Markdown)"), self.tr("All in one text, with contents and sources.")),
            "dossier-pdf": (self.tr("Dossier (PDF)"), self.tr("All in one file to print, with contents and sources.")),
        }

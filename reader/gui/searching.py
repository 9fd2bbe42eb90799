"""Searching everywhere in one window: the field, what is found, the chips, and the hits in the open article."""

from PySide6.QtCore import QObject

from reader.catalogue.asked import AFTER, BEFORE, Asked, Field, understood
from reader.gui.jobs.search_library import SearchLibrary
from reader.gui.panes.articles.chips import Chip, Chips
from reader.gui.parts import Parts
from reader.gui.search_history import SearchHistory
from reader.gui.suggesting import Suggesting
from reader.gui.widgets.announcing import announce
from reader.gui.widgets.quiet_progress import QuietProgress
from reader.library import Library
from reader.settings import Settings
from reader.text.spans import Span

A_PAGE = 0.9
"""How much of what is seen of the page the space key goes on: the last lines stay, so that the eye finds on."""


class SearchEverywhere(QObject):
    """Joins the search of one window to its list and its page."""

    def __init__(self, parts: Parts, library: Library) -> None:
        super().__init__(parts)
        self._parts = parts
        self.job = SearchLibrary(library, self)
        self.chips = Chips(parts.theme, rtl=parts.formatter.is_rtl)
        self.progress = QuietProgress(parts.theme, rtl=parts.formatter.is_rtl)
        history = SearchHistory(library.places.state / "searches.json")
        self.suggesting = Suggesting(parts, self.job, history)
        self._typed = self._lit = self._left_with = ""
        parts.panes.articles.add_below_head(self.chips)
        parts.panes.articles.add_foot(self.progress)
        self._wire()

    @property
    def typed(self) -> str:
        """What is searched for, as it was typed; nothing where nothing is."""
        return self._typed

    def settle(self) -> None:
        """Begin to keep the index in step, once the window has settled."""
        bridge = self._parts.bridge
        for news in (bridge.articles_added, bridge.articles_changed, bridge.marks_changed, bridge.decisions_changed):
            news.connect(self.job.fill_soon)
        self.job.fill_soon()

    def look_for(self, typed: str) -> None:
        """Search for what is typed; nothing shows the list again."""
        self._typed = typed if typed.strip() else ""
        asked = understood(self._typed, as_typed=True)
        self.chips.show_chips(list(self._chips_of(asked)), can_be_exact=bool(asked))
        if asked:
            self.job.look_for(asked, self._parts.articles.query, exact=self.chips.is_exact)
        else:
            self.job.stop()
            self._parts.articles.end_search()
            self._lit = ""
            self._parts.panes.reading.finding.show_found(())
            self._parts.panes.articles.reveal(self._parts.current.id)

    def show_theme(self) -> None:
        """Take over the theme that is shown."""
        self.chips.set_theme(self._parts.theme)
        self.suggesting.set_theme()
        self.progress.set_theme(self._parts.theme)

    def close(self) -> None:
        """End what goes on."""
        self.job.close()

    def _wire(self) -> None:
        parts, job = self._parts, self.job
        parts.panes.toolbar.words_changed.connect(self.look_for)
        parts.panes.toolbar.search_left.connect(self._leave)
        parts.articles.search_wanted.connect(self._search_again)
        parts.articles.more_wanted.connect(job.look_for_more)
        parts.current.opened.connect(self._light)
        parts.panes.articles.wished.connect(self._do)
        parts.settings.changed.connect(self._show_settings)
        self.chips.removed.connect(self._remove)
        self.chips.exact_switched.connect(self._search_again)
        self.progress.stopped.connect(self.progress.hide)
        job.found.connect(self._show_found)
        job.counted.connect(parts.articles.count_found)
        job.more_found.connect(parts.articles.add_found)
        job.hits_found.connect(self._show_hits)
        job.filling.connect(self._show_progress)
        job.filled.connect(self._end_filling)
        job.failed.connect(parts.background.failed)

    def _leave(self) -> None:
        """Go to what was found; where nothing was, stay, to search for something else, and say so."""
        articles, field = self._parts.panes.articles, self._parts.panes.toolbar.search
        self._left_with = self._typed
        if self._typed and not self._parts.articles.total:
            field.setFocus()
            field.selectAll()
            announce(field, articles.nothing)
        else:
            articles.view.setFocus()

    def _do(self, wish: str) -> None:
        """Do what a single key in the list asks for."""
        actions, reading = self._parts.actions, self._parts.panes.reading
        if wish == "page":
            reading.scroll_by(round(reading.view.viewport().height() * A_PAGE))
        elif wish == "read":
            actions["mark_read" if actions["mark_read"].isEnabled() else "mark_unread"].trigger()
        else:
            actions[wish].trigger()

    def _search_again(self) -> None:
        asked = understood(self._typed, as_typed=True)
        self.job.look_for(asked, self._parts.articles.query, exact=self.chips.is_exact)

    def _show_found(self, found: object) -> None:
        assert isinstance(found, list)
        self._parts.articles.show_found(self._typed, found)
        self._parts.panes.articles.show_article(self._parts.current.id)
        if not found and self._left_with and self._left_with == self._typed:  # Enter was faster than the answer
            self._leave()
        self._left_with = ""
        if self._lit == self._parts.current.id:  # for other words, or with names that are known by now
            self._light(self._lit)

    def _light(self, article: str, *_: object) -> None:
        """Mark what was found in the article that was opened."""
        opened = self._parts.current.article
        if self._typed and opened is not None:
            self.job.look_for_hits(article, opened.text)

    def _show_hits(self, article: str, hits: tuple[Span, ...]) -> None:
        """Show the hits, and go to the first one of an article that was opened; one that has changed stays in place."""
        if self._typed and article == self._parts.current.id:
            self._parts.panes.reading.finding.show_found(hits, stay=article == self._lit)
            self._lit = article

    def _remove(self, at: Span) -> None:
        field = self._parts.panes.toolbar.search
        typed = field.text()
        field.setText(" ".join((typed[: at.start] + typed[at.end :]).split()))
        field.setFocus()

    def _show_progress(self, done: int, total: int) -> None:
        words = self.tr("Words for searching: %1 of %2").replace("%1", self._parts.formatter.number(done))
        self.progress.show_progress(words.replace("%2", self._parts.formatter.number(total)), done / max(1, total))

    def _end_filling(self, read: int) -> None:
        self.progress.hide()
        if read and self._typed:
            self._search_again()

    def _show_settings(self, before: Settings, now: Settings) -> None:
        if before.theme != now.theme:
            self.show_theme()

    def _chips_of(self, asked: Asked) -> list[Chip]:
        names = self._names()
        chips = [
            Chip(self._name(names[term.where], is_excluded=term.is_excluded), term.words, term.at)
            for term in asked.terms
            if term.is_excluded or term.is_named
        ]
        words = {BEFORE: self.tr("Before"), AFTER: self.tr("After")}
        chips += [Chip(words[date.name], self._date(date.iso), date.at) for date in asked.dates]
        chips += [Chip(self.tr("In"), names[asked.scope], asked.scope_at)] if asked.scope is not Field.ANY else []
        return chips

    def _date(self, iso: str) -> str:
        return self._parts.formatter.date(iso, self._parts.formatter.digits_beside("latin"), short=True)

    def _name(self, name: str, *, is_excluded: bool) -> str:
        return " ".join(part for part in (self.tr("Not") if is_excluded else "", name) if part)

    def _names(self) -> dict[Field, str]:
        return {
            Field.ANY: "",
            Field.TITLE: self.tr("Headline"),
            Field.BODY: self.tr("Text"),
            Field.NOTES: self.tr("Notes"),
            Field.HIGHLIGHTS: self.tr("Highlights"),
            Field.TAGS: self.tr("Tag"),
            Field.PEOPLE: self.tr("Person"),
            Field.PLACES: self.tr("Place"),
            Field.ORGANISATIONS: self.tr("Organisation"),
            Field.SOURCE: self.tr("Source"),
        }

"""What the window does with the network, and only when asked: an article from its address, feeds anew."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from reader.articles.article import ADDRESS
from reader.errors import ReaderError
from reader.gui.jobs.get_addresses import GetAddresses, Got
from reader.gui.parts import Parts
from reader.library import Library
from reader.settings import Settings

_SCHEMES = ("http://", "https://")


class Getting(QObject):
    """Joins the two commands to the job, and what comes to the importing of everything else."""

    def __init__(self, parts: Parts, library: Library) -> None:
        super().__init__(parts)
        self._parts = parts
        self.job = GetAddresses(library, parts.background, self)
        self._is_refresh = False
        self._asked = self._host = ""
        self._allowed: tuple[str, ...] = ()
        announcer, actions = parts.announcer, parts.actions
        actions["get_address"].triggered.connect(lambda _: self.open_dialog())
        actions["refresh_feeds"].triggered.connect(lambda _: self.refresh())
        announcer.cancel_requested.connect(self.cancel)
        announcer.private_allowed.connect(self._allow)
        self.job.progressed.connect(announcer.tell_getting)
        self.job.failed.connect(announcer.tell_error)
        self.job.private.connect(self._ask)
        self.job.got.connect(self._take)
        parts.settings.changed.connect(lambda _before, now: self._show_settings(now))
        self._show_settings(parts.settings.settings)

    def open_dialog(self) -> None:
        """Ask for an address; one on the clipboard is offered, else that of an open article whose text never came."""
        from reader.gui.dialogs.address import AddressDialog

        copied = QGuiApplication.clipboard().text().strip()
        is_address = copied.lower().startswith(_SCHEMES) and len(copied.split()) == 1
        current = self._parts.current.article
        kept = current.address if current is not None and current.part == ADDRESS else ""
        offered = copied if is_address else kept
        dialog = AddressDialog(offered, self._parts.theme, self._parts.window)
        dialog.given.connect(self.get)
        self._parts.open_dialog(dialog)

    def get(self, address: str) -> None:
        """Get one address."""
        self._is_refresh = False
        self.job.get([address], self._allowed)

    def refresh(self) -> None:
        """Get all feeds that were got before, where they are others than then."""
        self._is_refresh = True
        self.job.get(tuple(self._parts.settings.settings.feeds), self._allowed, again=True)

    def cancel(self) -> None:
        """Stop getting."""
        self.job.cancel()

    def _ask(self, address: str, error: ReaderError) -> None:
        self._asked = address
        self._host = str(error.values["host"])
        self._parts.announcer.tell_private(error)

    def _allow(self) -> None:
        """Get what was asked about; its host is meant until the window closes."""
        self._allowed = (*self._allowed, self._host)
        self.get(self._asked)

    def _take(self, documents: tuple[Got, ...]) -> None:
        came = [got for got in documents if not got.is_known]
        if documents and not came:
            self._parts.announcer.tell_nothing_new()
            return
        feeds = self._parts.settings.settings.feeds
        versions = {got.address: got.version for got in came if got.is_feed}
        self._parts.settings.change("feeds", {**feeds, **{address: feeds.get(address, "") for address in versions}})
        self._parts.import_files.import_fetched(
            [(got.address, got.data) for got in came],
            quietly=self._is_refresh,
            wholly_added=lambda: self.job.took(versions) if versions else None,
        )

    def _show_settings(self, now: Settings) -> None:
        self._parts.actions["refresh_feeds"].setEnabled(bool(now.feeds))

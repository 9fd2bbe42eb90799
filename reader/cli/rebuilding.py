"""`rebuild`: make everything derived again, the catalogue and who and what all articles are about."""

import sys

from reader.cli.session import Session


def rebuild(session: Session) -> None:
    """Throw away what was derived and make it again; on a terminal it says how far it is."""
    library = session.library
    library.throw_away_derived()
    session.catch_up()
    looked = 0

    def report(done: int, total: int) -> None:
        nonlocal looked
        looked = done
        if sys.stderr.isatty():
            print(f"\r{done}/{total}", end="\n" if done == total else "", file=sys.stderr, flush=True)

    library.survey().run(report)
    articles = len(library.ids())
    session.out(
        {"articles": articles, "looked_through": looked},
        session.messages.text("rebuild.done", n=articles),
    )

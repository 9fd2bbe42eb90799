"""`search`: find articles by what they say, and what was written beside them."""

from reader.catalogue.asked import understood
from reader.catalogue.query import Query
from reader.cli.results import found_result
from reader.cli.session import Session

LINES = 20


def search(session: Session) -> None:
    """Print the articles that have what is asked for, the latest added first."""
    session.catch_up()
    arguments = session.arguments
    searching = session.library.searching()
    try:
        searching.fill()
        asked = understood(" ".join(arguments.words))
        for found in searching.find(asked, Query(), 0, arguments.limit or LINES, exact=arguments.exact):
            words = "\n".join(f"    {passage.text}" for passage in found.passages)
            session.out(found_result(found), f"{found.row.id}  {found.row.title}\n{words}".rstrip())
    finally:
        searching.close()

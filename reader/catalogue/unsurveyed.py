"""Which articles nobody has looked through yet for who and what they are about."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from reader.catalogue.index import Index
from reader.catalogue.names import index_of_names


class Ids:
    """The ids of many articles, in order: a list of them takes five times the memory, for as long as it is worked at.

    They are those of the library: 32 hexadecimal digits.
    """

    def __init__(self, ids: Iterable[str]) -> None:
        self._ids = b"".join(map(bytes.fromhex, ids))

    def __len__(self) -> int:
        return len(self._ids) // 16

    def __iter__(self) -> Iterator[str]:
        return (self._ids[start : start + 16].hex() for start in range(0, len(self._ids), 16))


def unsurveyed(catalogue: Path, names: Path, basis: str, others: Sequence[str] = ()) -> Ids:
    """Return the articles of the list that were not looked through on this basis, and of `others` all, latest first.

    Raises ReaderError disk.failed.
    """
    with closing(Index(catalogue, others={"names": index_of_names(names)})) as index:
        return index.gather(
            lambda rows: Ids(article for (article,) in rows),
            "select id from articles left join names.surveyed as looked on looked.article = id where trashed = 0 "
            "and (looked.basis is not ? or id in (select value from json_each(?))) order by added desc, id desc",
            (basis, json.dumps(others)),
        )


def surveyed_and_gone(catalogue: Path, names: Path) -> list[str]:
    """Return the articles that were looked through and are in neither list nor trash.

    Raises ReaderError disk.failed.
    """
    with closing(Index(catalogue, others={"names": index_of_names(names)})) as index:
        found = index.ask("select article from names.surveyed where article not in (select id from articles)")
        return [str(article) for (article,) in found]

from pathlib import Path

from reader.catalogue.catalogue import Catalogue
from reader.catalogue.names import Names, Surveyed
from reader.catalogue.unsurveyed import Ids, surveyed_and_gone, unsurveyed
from tests.catalogue.test_catalogue import entry

FIRST, SECOND, THIRD = (digit * 32 for digit in "0af")


def test_ids_read_back_in_their_order():
    assert [*Ids([SECOND, FIRST])] == [SECOND, FIRST]
    assert (len(Ids([SECOND, FIRST])), len(Ids([]))) == (2, 0)


def test_what_was_looked_through_on_another_basis_or_not_at_all_is_waiting_the_latest_first(tmp_path: Path):
    catalogue, names = Catalogue(tmp_path / "catalogue.sqlite"), Names(tmp_path / "names.sqlite")
    catalogue.put([entry(FIRST, added="1"), entry(SECOND, added="2"), entry(THIRD, added="3")])
    catalogue.put([entry("b" * 32, added="4", trashed=True)])
    names.put([Surveyed(SECOND, "v", "now"), Surveyed(THIRD, "v", "before"), Surveyed("c" * 32, "v", "now")])
    paths = tmp_path / "catalogue.sqlite", tmp_path / "names.sqlite"

    assert [*unsurveyed(*paths, "now")] == [THIRD, FIRST]
    assert [*unsurveyed(*paths, "now", [SECOND])] == [THIRD, SECOND, FIRST]
    assert surveyed_and_gone(*paths) == ["c" * 32]
    assert (names.version_of(SECOND), names.version_of(FIRST)) == ("v", "")
    catalogue.close()
    names.close()

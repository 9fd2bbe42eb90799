import pytest

from reader import resources


def test_a_shipped_file_is_found_by_its_relative_name():
    path = resources.locate("samples/article.ar.txt")

    assert path.is_file()
    assert resources.read_bytes("samples/article.ar.txt") == path.read_bytes()
    assert resources.read_text("samples/article.ar.txt") == path.read_text(encoding="utf-8")


def test_a_shipped_folder_is_found():
    assert resources.locate("schema").is_dir()


@pytest.mark.parametrize("name", ["/etc/hosts", "../pyproject.toml", "schema/../../README.md"])
def test_a_name_that_leads_elsewhere_is_refused(name):
    with pytest.raises(ValueError, match="not a resource name"):
        resources.locate(name)


def test_a_file_that_was_not_shipped_is_missed_by_its_name():
    with pytest.raises(FileNotFoundError, match=r"no/such\.file"):
        resources.locate("no/such.file")

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.store import json_file

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(VALUES)
@settings(max_examples=100)
def test_a_document_is_written_as_the_standard_library_writes_it(document):
    expected = json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace") + b"\n"
    assert json_file.encode(document) == expected

"""The ids of records that two devices make alone and that must meet: hashes of what they are about.

Python's own SHA-256 is asked for them: OpenSSL's is nine times as quick for a megabyte and no quicker for a name, but
takes 4 MB and 15 ms to load, at the first frame. (The standard library's `random` asks for it in the same way.)
"""

from typing import TYPE_CHECKING

from reader.store.layout import ID_LENGTH

if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        from _sha2 import sha256  # since Python 3.12
    except ImportError:
        try:
            from _sha256 import sha256
        except ImportError:
            from hashlib import sha256


def hashed_id(about: str) -> str:
    """Return the id of the record about something, whatever code points its name has."""
    return sha256(about.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]

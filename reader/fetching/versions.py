"""What servers call the version of a document that was got, so that it is sent again only when it is another.

A server could tell a reader by such a name: so only feeds are asked for by it, and it is sent only to where it is from.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

LONGEST = 1024
"""Characters of a name that are kept; a longer one is not sent back."""


@dataclass(frozen=True, slots=True)
class Version:
    """A document's ETag and Last-Modified, each as the server wrote it or "" (RFC 9110, 8.8)."""

    tag: str = ""
    modified: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """What asks for another version than this one only; nothing where the server named none."""
        asked = {"If-None-Match": self.tag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if 0 < len(value) <= LONGEST}


def to_json(versions: Mapping[str, Version]) -> bytes:
    """Return versions by address, as they are kept between two runs of the program."""
    rows = {address: [version.tag, version.modified] for address, version in versions.items()}
    return json.dumps(rows, ensure_ascii=True, indent=0).encode()


def from_json(data: bytes) -> dict[str, Version]:
    """Return the versions that were kept; none for what is not understood: then all is got again."""
    try:
        return {str(address): Version(str(tag), str(changed)) for address, (tag, changed) in json.loads(data).items()}
    except (ValueError, TypeError, AttributeError):
        return {}

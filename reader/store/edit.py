"""A change to one record, as it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Edit:
    """New values for fields of one record. `texts` are fields that keep what two devices wrote at the same time."""

    kind: str
    article: str
    record: str
    values: Mapping[str, Any] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

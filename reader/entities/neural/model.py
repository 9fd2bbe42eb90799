"""The trained model as it ships: weights, vectors and the names of its tags."""

import math
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from os import SEEK_CUR
from pathlib import Path
from struct import Struct
from typing import Any, BinaryIO

import numpy as np
from numpy.lib.format import read_array_header_1_0, read_magic

from reader import resources
from reader.entities.neural.features import Floats, Vectors
from reader.entities.neural.network import Network

FILE = "models/names.npz"

_LENGTHS_AT, _LENGTHS = 26, Struct("<HH")
"""Where a member of a zip archive says how long its name is and what stands behind it (APPNOTE.TXT, 4.3.7)."""

_LEAST_MAPPED = 500_000
"""Numbers: smaller arrays are used whole, and quicker where they begin at a multiple of their size."""

Packed = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Model:
    """What a tagger needs. `version` changes with every training."""

    version: str
    tags: tuple[str, ...]
    vectors: Vectors
    network: Network

    @classmethod
    def load(cls) -> "Model":
        """Return the model that ships with the program."""
        return cls.unpacked(mapped(resources.locate(FILE)))

    @classmethod
    def unpacked(cls, packed: Mapping[str, Packed]) -> "Model":
        """Return the model from its arrays. The weights lie there as float16 and are computed with as float32."""
        weights: dict[str, Floats] = {
            name.removeprefix("weight:"): array.astype(np.float32)
            for name, array in packed.items()
            if name.startswith("weight:")
        }
        return cls(
            bytes(packed["version"]).decode(),
            tuple(bytes(packed["tags"]).decode().split(" ")),
            cls.vectors_of(packed),
            Network(weights),
        )

    @staticmethod
    def vectors_of(packed: Mapping[str, Packed]) -> Vectors:
        """Return the word vectors among a model's arrays. Teachers are trained without what words are used for."""
        sums = packed["sums"]
        uses = packed.get("uses", np.empty((len(sums), 0), np.uint8))
        return Vectors(sums, packed["rows"], packed["scales"], packed["ngrams"], packed["ngram_scales"], uses=uses)


def mapped(path: Path) -> dict[str, Packed]:
    """Return the arrays of a model as they lie in its file, of which no more is read than is looked at.

    The file is what np.savez writes: an archive whose members are stored and not compressed.
    """
    with zipfile.ZipFile(path) as packed, path.open("rb") as file:
        places = {info.filename.removesuffix(".npy"): info.header_offset for info in packed.infolist()}
        whole = mmap(file.fileno(), 0, access=ACCESS_READ)
        return {name: _array(file, whole, place) for name, place in places.items()}


def _array(file: BinaryIO, whole: mmap, place: int) -> Packed:
    file.seek(place + _LENGTHS_AT)
    file.seek(sum(_LENGTHS.unpack(file.read(_LENGTHS.size))), SEEK_CUR)
    read_magic(file)
    shape, in_columns, kind = read_array_header_1_0(file)
    count = math.prod(shape)
    found = np.frombuffer(whole, kind, count, file.tell()).reshape(shape, order="F" if in_columns else "C")
    return found if count > _LEAST_MAPPED else found.copy()

"""The trained model as it ships: weights, vectors and the names of its tags."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from reader import resources
from reader.entities.neural.features import Floats, Vectors
from reader.entities.neural.network import Network

FILE = "models/names.npz"

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
        with np.load(resources.locate(FILE), allow_pickle=False) as packed:
            return cls.unpacked(dict(packed))

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
        """Return the word vectors among a model's arrays."""
        words = bytes(packed["words"]).decode().split("\n")
        return Vectors(words, packed["rows"], packed["scales"], packed["ngrams"], packed["ngram_scales"])

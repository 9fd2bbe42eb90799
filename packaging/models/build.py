"""Make the model that finds names: vectors, training, evaluation, and its card, from the corpus beside this file.

    python packaging/models/build.py --data ../shared/ner [--seed 1] [--threads 2] [--vectors FILE.npz] [--go-on]

Needs the dependency group `models` (torch, gensim). Writes resources/models/names.npz and names.md. On two cores the
vectors take five minutes and the training half an hour; --vectors keeps the vectors between runs. Scores differ by
about a point from seed to seed. With --go-on, for when the corpus has grown, the model that ships is trained further,
twice, and the mean of both ships.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from random import Random

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import numpy as np  # noqa: E402 - the project's own rooms come first on the path
import torch  # noqa: E402
from evaluation import evaluate_documents, evaluate_news  # noqa: E402
from examples import TAGS, Sentence, as_ours, read_conll, read_corpus  # noqa: E402
from network import Example, Network  # noqa: E402
from training import Stage, new_network, train  # noqa: E402
from variety import exchange  # noqa: E402
from vectors import SIZE, train_vectors  # noqa: E402

from reader import resources  # noqa: E402
from reader.entities.gazetteer import Gazetteer  # noqa: E402
from reader.entities.lexicons import Lexicons  # noqa: E402
from reader.entities.neural.features import encode  # noqa: E402
from reader.entities.neural.flags import COUNT, LexiconFlags  # noqa: E402
from reader.entities.neural.model import Model  # noqa: E402
from reader.entities.neural.tagger import NeuralTagger  # noqa: E402
from reader.entities.vocabulary import Vocabulary  # noqa: E402

HIDDEN = 192
DROPOUT = 0.4
FURTHER_EPOCHS = 7
WELL_KNOWN = 100_000
"""Inhabitants of the places whose names are put in for others, beside those that we chose."""

Packed = dict[str, np.ndarray]  # type: ignore[type-arg]


def main() -> int:
    """Make the model; return 0."""
    arguments = _parser().parse_args()
    torch.set_num_threads(arguments.threads)
    packed = _vectors(arguments.data, arguments.vectors, arguments.threads)
    lexicons, gazetteer, vocabulary = Lexicons.load(), Gazetteer.load(), Vocabulary.load()
    flags = LexiconFlags(lexicons, gazetteer, vocabulary)
    encode_all = _encoder(packed, flags)
    corpus = Path(__file__).parent / "corpus"

    news = [as_ours(each) for each in read_conll(arguments.data / "anercorp-corrected-train.conll.xz")]
    texts = read_corpus(corpus, "train")
    own = [sentence for text in texts for sentence in text.sentences()]
    encyclopedia = [
        as_ours(each) for name in ("wikifane-gold", "aqmar") for each in read_conll(arguments.data / f"{name}.conll.xz")
    ]
    exchanged = exchange(texts, lexicons, _well_known_places())
    random = Random(arguments.seed)  # noqa: S311

    def varied() -> list[Example]:
        return encode_all([exchanged.varied(each, random) for each in (*news, *own)])

    if arguments.go_on:
        with np.load(ROOT / "resources" / "models" / "names.npz") as earlier:
            began = _network_of(dict(earlier), arguments.seed)
        network = _trained_further(began, varied, arguments.seed)
    else:
        everything = encode_all([*encyclopedia, *news, *own])
        network = new_network(SIZE, COUNT, HIDDEN, DROPOUT, arguments.seed)
        train(
            network,
            [
                Stage("everything", lambda: everything, 2, 2e-3, 32),
                Stage("news", varied, 8, 1.5e-3, 16),
                Stage("news again", varied, 4, 1e-3, 16),
            ],
        )
    packed |= _weights(network)
    model = Model.unpacked(packed)
    tagger = NeuralTagger.over(model, lexicons, vocabulary, gazetteer)
    scores = {
        "our corpus, the test tenth": evaluate_documents(tagger, read_corpus(corpus, "test")),
        "ANERcorp corrected, dev": evaluate_news(tagger, arguments.data / "anercorp-corrected-dev.conll.xz"),
    }
    _write(packed, {name: str(score) for name, score in scores.items()})
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of training data")
    parser.add_argument("--vectors", type=Path, help="a file that keeps the vectors between runs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--go-on", action="store_true", help="train the model that ships further")
    return parser


def _network_of(packed: Packed, seed: int) -> Network:
    network = new_network(SIZE, COUNT, HIDDEN, DROPOUT, seed)
    weights = {name.removeprefix("weight:"): array for name, array in packed.items() if name.startswith("weight:")}
    network.load_state_dict({name: torch.from_numpy(array.astype(np.float32)) for name, array in weights.items()})
    return network


def _trained_further(network: Network, varied: Callable[[], list[Example]], seed: int) -> Network:
    """Return the mean of what two trainings make of a network: they differ by chance, and err in other places."""
    began = {name: value.clone() for name, value in network.state_dict().items()}
    ends = []
    for chance in (seed, seed + 1):
        torch.manual_seed(chance)
        network.load_state_dict(began)
        train(network, [Stage(f"further, {chance}", varied, FURTHER_EPOCHS, 1.2e-3, 32)])
        ends.append({name: value.clone() for name, value in network.state_dict().items()})
    network.load_state_dict({name: sum(each[name] for each in ends) / len(ends) for name in began})
    return network


def _vectors(data: Path, kept: Path | None, workers: int) -> Packed:
    if kept and kept.exists():
        with np.load(kept) as packed:
            return dict(packed)
    packed = train_vectors(data / "unlabelled.txt.xz", workers)
    if kept:
        np.savez(kept, **packed)
    return packed


def _encoder(packed: Packed, flags: LexiconFlags):  # type: ignore[no-untyped-def]  # noqa: ANN202
    vectors = Model.vectors_of(packed)
    numbers = {tag: number for number, tag in enumerate(TAGS)}

    def encode_all(sentences: Sequence[Sentence]) -> list[Example]:
        return [
            Example(
                encode([each.words], vectors, flags([each.words])),
                [numbers[tag] for tag in each.tags],
                each.cuts,
            )
            for each in sentences
        ]

    return encode_all


def _well_known_places() -> list[str]:
    rows = (line.split("\t") for line in resources.read_text("gazetteers/places.tsv").splitlines() if line[:1] != "#")
    return [row[1] or row[0] for row in rows if int(row[6]) >= WELL_KNOWN or "*" in row[7]]


def _weights(network: Network) -> Packed:
    weights = {
        f"weight:{name}": value.detach().numpy().astype(np.float16) for name, value in network.state_dict().items()
    }
    digest = sha256(b"".join(weights[name].tobytes() for name in sorted(weights))).hexdigest()[:8]
    return {
        **weights,
        "tags": np.bytes_(" ".join(TAGS)),
        "version": np.bytes_(f"{date.today():%Y-%m-%d} {digest}"),  # noqa: DTZ011 - a day is enough
    }


def _write(packed: Packed, scores: dict[str, str]) -> None:
    folder = ROOT / "resources" / "models"
    folder.mkdir(exist_ok=True)
    np.savez(folder / "names.npz", **packed)
    rows = "\n".join(f"| {name} | {score} |" for name, score in scores.items())
    card = (Path(__file__).parent / "card.md").read_text(encoding="utf-8")
    version = bytes(packed["version"]).decode()
    (folder / "names.md").write_text(card.replace("{version}", version).replace("{scores}", rows), encoding="utf-8")
    print(rows)


if __name__ == "__main__":
    sys.exit(main())

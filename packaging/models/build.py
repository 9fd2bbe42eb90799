"""Make the model that finds names: vectors, teachers, their student, evaluation, and its card.

    python packaging/models/build.py --data ../shared/ner [--seed 1] [--threads 2] [--vectors FILE.npz]
        [--teacher FILE.npz | --teachers FILE.npz…] [--into FOLDER] [--few SENTENCES]

Needs the dependency group `models` (torch, gensim) and the corpus beside this file. Writes names.npz and names.md to
resources/models or elsewhere. On two cores the vectors take five minutes, each of three teachers half an hour, their
student another, what it makes of all the plain text a quarter, and learning from that three quarters. --vectors keeps
the vectors between runs; --teacher makes one teacher only, so that several can be made at once, and --teachers names
those that are there; the student begins as a part of the first, and any model that shipped before serves as another.
--few reads no more than so many sentences of each text: to see in a minute or two that all steps work. Scores differ
by about a point from seed to seed.
"""

import argparse
import os
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read by numpy when it is imported: teachers read as readers do

import numpy as np  # noqa: E402 - the project's own rooms come first on the path
import torch  # noqa: E402
from evaluation import evaluate_documents, evaluate_news  # noqa: E402
from examples import TAGS, read_corpus  # noqa: E402
from material import Encoder, Material  # noqa: E402
from network import Network  # noqa: E402
from recipe import PLAIN, Lessons, heeding_uses, network_of, student, teacher  # noqa: E402
from teaching import Teachers  # noqa: E402
from uses import uses  # noqa: E402
from vectors import train_vectors  # noqa: E402

from reader.entities.gazetteer import Gazetteer  # noqa: E402
from reader.entities.lexicons import Lexicons  # noqa: E402
from reader.entities.neural.flags import LexiconFlags  # noqa: E402
from reader.entities.neural.model import Model, Packed  # noqa: E402
from reader.entities.neural.tagger import NeuralTagger  # noqa: E402
from reader.entities.vocabulary import Vocabulary  # noqa: E402

TEACHERS = 3
CORPUS = Path(__file__).parent / "corpus"


def main() -> int:
    """Make the model; return 0."""
    arguments = _parser().parse_args()
    torch.set_num_threads(arguments.threads)
    vectors = _vectors(arguments.data, arguments.vectors, arguments.threads, arguments.few)
    lexicons, gazetteer, vocabulary = Lexicons.load(), Gazetteer.load(), Vocabulary.load()
    flags = LexiconFlags(lexicons, gazetteer, vocabulary)
    encoder = Encoder(Model.vectors_of(vectors), flags)
    material = Material.read(arguments.data, read_corpus(CORPUS, "train"), lexicons).few(arguments.few)
    if arguments.teacher:
        np.savez(arguments.teacher, **vectors | _weights(teacher(material, encoder, arguments.seed)))
        return 0
    # Of a model that shipped before the vectors may be packed in another way: they are the same.
    teachers = [_read(path) | vectors for path in arguments.teachers] or [
        vectors | _weights(teacher(material, encoder, arguments.seed + number)) for number in range(TEACHERS)
    ]
    plain = material.plain(PLAIN, arguments.seed)
    beliefs = Teachers(teachers, flags).beliefs(plain)
    network = student(network_of(teachers[0]), Lessons(material, encoder, plain, beliefs), arguments.seed)
    readers = Teachers([vectors | _weights(network)], flags)
    vectors["uses"] = uses(material.all_plain(), readers, vectors["sums"])
    encoder = Encoder(Model.vectors_of(vectors), flags)
    network = heeding_uses(network, Lessons(material, encoder, plain, beliefs), arguments.seed)
    write(vectors | _weights(network), arguments.data, arguments.into)
    return 0


def write(packed: dict[str, Packed], data: Path, folder: Path) -> None:
    """Evaluate a model, and write it with its card."""
    tagger = NeuralTagger.over(Model.unpacked(packed), Lexicons.load(), Vocabulary.load(), Gazetteer.load())
    scores = {
        "our corpus, the test tenth": evaluate_documents(tagger, read_corpus(CORPUS, "test")),
        "ANERcorp corrected, dev": evaluate_news(tagger, data / "anercorp-corrected-dev.conll.xz"),
    }
    folder.mkdir(exist_ok=True)
    np.savez(folder / "names.npz", **packed)
    rows = "\n".join(f"| {name} | {score} |" for name, score in scores.items())
    card = (Path(__file__).parent / "card.md").read_text(encoding="utf-8")
    version = bytes(packed["version"]).decode()
    (folder / "names.md").write_text(card.replace("{version}", version).replace("{scores}", rows), encoding="utf-8")
    print(rows)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of training data")
    parser.add_argument("--vectors", type=Path, help="a file that keeps the vectors between runs")
    parser.add_argument("--teacher", type=Path, help="train one teacher only, into this file")
    parser.add_argument("--teachers", type=Path, nargs="+", default=(), help="models that are there already")
    parser.add_argument("--into", type=Path, default=ROOT / "resources" / "models", help="where the model is written")
    parser.add_argument("--few", type=int, help="read no more than so many sentences of each text")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser


def _read(path: Path) -> dict[str, Packed]:
    with np.load(path) as packed:
        return dict(packed)


def _vectors(data: Path, kept: Path | None, workers: int, few: int | None) -> dict[str, Packed]:
    if kept and kept.exists():
        return _read(kept)
    packed = train_vectors(data / "unlabelled.txt.xz", workers, few)
    if kept:
        np.savez(kept, **packed)
    return packed


def _weights(network: Network) -> dict[str, Packed]:
    weights = {
        f"weight:{name}": value.detach().numpy().astype(np.float16) for name, value in network.state_dict().items()
    }
    digest = sha256(b"".join(weights[name].tobytes() for name in sorted(weights))).hexdigest()[:8]
    return {
        **weights,
        "tags": np.bytes_(" ".join(TAGS)),
        "version": np.bytes_(f"{date.today():%Y-%m-%d} {digest}"),  # noqa: DTZ011 - a day is enough
    }


if __name__ == "__main__":
    sys.exit(main())

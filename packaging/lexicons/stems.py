"""Write resources/lexicons/stems.txt: the stems of ordinary Arabic words, told from names by how many forms each takes.

    python packaging/lexicons/stems.py UNLABELLED.txt.xz

A noun or verb appears with the article, pronouns, plurals, persons and tenses; a name only with particles. The text is
Arabic Wikipedia (CC BY-SA) and the ANT news corpus (Apache-2.0); what is written is a list of stems, no text of either.
"""

import lzma
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from reader.entities.lexicons import Lexicons  # noqa: E402 - found through the path above
from reader.entities.vocabulary import PARTICLES, analyses  # noqa: E402
from reader.text.folding import fold  # noqa: E402

ARABIC = re.compile("[ء-ي]+")
SEEN_OFTEN = 3
LONGEST_WORD = 14
SHORTEST_STEM = 3
FORMS_OF_THREE_LETTERS = 30
FORMS_OF_MORE = 10
OFTEN_WITH_ARTICLE = 150
OFTEN = 200

HEADER = (
    "# Stems of ordinary Arabic words, folded; written by packaging/lexicons/stems.py, not by hand.\n"
    "# Counted in Arabic Wikipedia 2017 (CC BY-SA) and the ANT corpus of news (Apache-2.0).\n"
)


def count(path: Path) -> Counter[str]:
    """Count the folded words of a compressed text."""
    words: Counter[str] = Counter()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            words.update(line.split())
    folded: Counter[str] = Counter()
    for word, number in words.items():
        if ARABIC.fullmatch(plain := fold(word)):
            folded[plain] += number
    return folded


def productive(words: Counter[str]) -> set[str]:
    """Return the stems that take many forms, and frequent words that take none."""
    forms: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for word, number in words.items():
        if number >= SEEN_OFTEN and len(word) <= LONGEST_WORD:
            for before, stem, after in analyses(word):
                if after or before not in PARTICLES:
                    forms[stem].add((before, after))
    stems = {
        stem
        for stem, seen in forms.items()
        if len(seen) >= (FORMS_OF_THREE_LETTERS if len(stem) == SHORTEST_STEM else FORMS_OF_MORE)
        and not stem.startswith("ال")
    }
    return stems | {
        word for word, number in words.items() if number >= (OFTEN_WITH_ARTICLE if word.startswith("ال") else OFTEN)
    }


def main() -> None:
    """Write the list, without the names that the lexicons call unmistakable."""
    stems = productive(count(Path(sys.argv[1])))
    lexicons = Lexicons.load()
    names = lexicons.given.certain | lexicons.foreign.certain | lexicons.family.certain
    kept = sorted(stems - names)
    lines = [" ".join(kept[start : start + 12]) for start in range(0, len(kept), 12)]
    target = ROOT / "resources/lexicons/stems.txt"
    target.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(kept)} stems in {target.relative_to(ROOT)}")


if __name__ == "__main__":
    main()

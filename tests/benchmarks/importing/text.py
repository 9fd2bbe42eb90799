"""Plain text: whether the headline is found, and whether any letter of the body is lost.

Of the files in Windows-1256 those whose code begins with EG have no headline, but for one story; all others have one.
Of the news in JSON title and content are put under one another, as they are pasted; there the very title must be found.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from importing.figure import DATA, Figure
from reader.articles.article import BlockKind
from reader.intake.hints import Hints
from reader.intake.structure import structured
from reader.text.cleaning import clean, letters
from reader.text.folding import fold

FILES = DATA / "text-windows-1256"
BODIES = DATA / "text"
NEWS = DATA / "news-json"
_WITHOUT, _BUT = "EG", "EGC24"


def figures() -> Iterator[Figure]:
    """Yield how many headlines are found where there are some, and how many letters are lost of how many."""
    if not FILES.is_dir():
        print("  ../shared/data/text-windows-1256 is not here")
        return
    headed, bare = [], []
    for path in sorted(FILES.iterdir()):
        code = path.stem.partition("__")[2]
        text = path.read_bytes().decode("cp1256")
        (bare if code.startswith(_WITHOUT) and code != _BUT else headed).append(text)
    news = list(_news())
    found = sum(bool(_headline(text)) for text in headed)
    yield Figure(f"headline found, of {len(headed)} files that have one", found / len(headed), 0.95, unit="%")
    right = sum(fold(_headline(text)) == fold(title) for title, text in news)
    yield Figure(f"headline found, of {len(news)} pasted stories", right / max(1, len(news)), 0.95, unit="%")
    none = sum(not _headline(text) for text in bare)
    yield Figure(f"none invented, of {len(bare)} files without one", none / max(1, len(bare)), unit="%")
    texts = [*headed, *bare, *(text for _, text in news), *(path.read_text("utf-8") for path in BODIES.iterdir())]
    lost = sum(map(_lost, texts))
    yield Figure(f"letters lost, of {sum(map(len, texts)):,}", lost, 0, at_least=False, places=0)


def _news() -> Iterator[tuple[str, str]]:
    for path in sorted(NEWS.iterdir()):
        story = json.loads(path.read_bytes())
        content = story["content"]
        paragraphs: Sequence[str] = content.split("\n") if isinstance(content, str) else content
        if title := clean(story.get("title") or "").strip():
            yield title, "\n\n".join([title, *filter(None, map(str.strip, paragraphs))])


def _headline(text: str) -> str:
    blocks = structured(text, Hints()).article.blocks
    return next((block.text for block in blocks if block.kind is BlockKind.HEADLINE), "")


def _lost(text: str) -> int:
    """Return how many letters are neither in the article nor in what the report says was left over."""
    result = structured(text, Hints())
    article = result.article
    dates = [date.written for date in (article.published, article.modified) if date]
    kept = "".join((article.text, *result.leftovers, *dates, article.source))
    return (Counter(filter(str.isalpha, letters(clean(text)))) - Counter(filter(str.isalpha, letters(kept)))).total()

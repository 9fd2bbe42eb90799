"""What is to be added to a library, and what became of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.annotations.quoted import Quoted
from reader.collections.state import UNTOUCHED, ArticleState

if TYPE_CHECKING:
    from reader.articles.written import Written


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of something that was to be added: `status` is added or duplicate; `id` is the article's it is now.

    `highlights` counts those that came with it and were new, `unplaced` those of them whose words stand nowhere in the
    text; they are kept without a place. `filled` says that the article was there as an address without a text.
    `brought` says what of a duplicate was new all the same: text, where that had gone, or state, what the reader had
    done with it elsewhere; highlights are counted.
    """

    id: str
    title: str
    status: str
    highlights: int = 0
    unplaced: int = 0
    filled: bool = False
    brought: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """An article as it will lie on disk, with its pictures and what the reader had made of it elsewhere."""

    written: "Written"
    original: bytes = b""
    images: tuple[bytes, ...] = ()
    state: ArticleState = UNTOUCHED
    highlights: tuple[Quoted, ...] = ()

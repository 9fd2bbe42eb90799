"""Markdown as notes and exports write it: CommonMark with tables, notes and wiki links, read by markdown-it.

What CommonMark hides stays in sight: a reader's words stand in no address below the text that nothing points to, in no
code that is only set in, and in no tag of a language that is none.
"""

import re
from collections import Counter

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

DEEPEST = 100
"""Blocks in blocks. markdown-it leaves out what is deeper."""

_COMMENT = re.compile(r"^ {0,3}<!--.*?-->[ \t]*$", re.DOTALL | re.MULTILINE)
_OWN_BULLET = re.compile(r"^([ \t]*)•(?=[ \t]+\S)", re.MULTILINE)
_ARABIC_NUMBER = re.compile(r"^[ \t]*[٠-٩۰-۹]{1,9}(?=[.)][ \t]+\S)", re.MULTILINE)
_BELOW = re.compile(r"^ {0,3}(?=\[(?P<id>[^\]^\n][^\]\n]{0,200})\]:)", re.MULTILINE)
_IN_BRACKETS = re.compile(r"\[([^\[\]\n]+)\]")
_ADDRESS_BELOW = re.compile(
    r"\[[^\]\n]+\]:[ \t]*<?(?:(?:https?://|mailto:)|[/#.])[^\s>]*>?"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$",
    re.MULTILINE,
)
_STAR_BETWEEN_FIGURES = re.compile(r"(?<=\d)\*(?=\d)")
_WIKI_LINK = re.compile(r"!?\[\[(?:[^\[\]|\n]{1,300}\|)?(?P<shown>[^\[\]|\n]{1,300})\]\]")


class Dialect(MarkdownIt):
    """A parser that takes every address for one: what a link may point to is decided where it is kept."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": True, "maxNesting": DEEPEST})
        self.enable(["table", "strikethrough"])
        self.use(footnote_plugin)
        # Articles are pasted with lines set in, and wrapped in tags. Notes stay where they stand, used or not.
        self.disable(["code", "html_block", "footnote_inline", "footnote_tail"])
        self.inline.ruler.before("link", "wiki_link", _wiki_link)

    def validateLink(self, _url: str) -> bool:  # noqa: N802 - as markdown-it calls it
        """Say that any address is one."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - as above
        """Return an address as it is written."""
        return url

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of a text whose line ends are line feeds."""
        return self.parse(prepared(text))


def prepared(text: str) -> str:
    """Return a text with as many lines in which CommonMark finds what writers of Arabic mean, and hides nothing."""
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    text = _OWN_BULLET.sub(r"\1-", text)
    text = _ARABIC_NUMBER.sub(lambda found: _in_ascii(found[0]), text)
    text = _STAR_BETWEEN_FIGURES.sub(r"\\*", text)

    used = Counter(_IN_BRACKETS.findall(text)) if _BELOW.search(text) else Counter()

    def escaped(found: re.Match[str]) -> str:
        id_ = found["id"]
        is_used = (used[id_] if "[" not in id_ else text.count(f"[{id_}]")) > 1
        return found[0] if is_used and _ADDRESS_BELOW.match(text, found.end()) else f"{found[0]}\\"

    return _BELOW.sub(escaped, text)


def _in_ascii(number: str) -> str:
    figures = number.lstrip(" \t")
    return number[: len(number) - len(figures)] + str(int(figures))


def _wiki_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as markdown-it calls rules
    """Read [[page|what is shown]] of programs for notes as what is shown."""
    found = _WIKI_LINK.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("text", "", 0).content = found["shown"]
    state.pos = found.end()
    return True

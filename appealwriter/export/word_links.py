"""Where a reference such as "Exhibit 3" leads within the Word file: to its row in the list."""

import re

from appealwriter.model.letter import Letter, Section

_LISTS = ("exhibits", "documents")
_PREFIX = "evidence/"
_LONGEST = 40  # Word's own limit for the name of a bookmark
_NOT_IN_NAMES = re.compile(r"\W", re.ASCII)


class Links:
    """Bookmarks of the listed exhibits, each set once, and links to them."""

    def __init__(self, letter: Letter) -> None:
        self._left = _listed(letter)
        self._known = frozenset(self._left)
        self._set = 0

    def target(self, section: str, path: str, words: str) -> str:
        """`words` as the place that links to the exhibit at `path` lead to; unchanged where the
        section lists no exhibits, or the place is set already."""
        if section not in _LISTS or path not in self._left:
            return words
        self._left.discard(path)
        self._set += 1
        return (
            f'<w:bookmarkStart w:id="{self._set}" w:name="{_name(path)}"/>{words}'
            f'<w:bookmarkEnd w:id="{self._set}"/>'
        )

    def link(self, path: str, words: str) -> str:
        """`words` as a link to the exhibit at `path`; only words where it is not listed."""
        if path not in self._known:
            return words
        return f'<w:hyperlink w:anchor="{_name(path)}" w:history="1">{words}</w:hyperlink>'


def _listed(letter: Letter) -> set[str]:
    lists = [section for section in letter.sections if section.id in _LISTS]
    return {path for section in lists for path in _firsts(section) if path.startswith(_PREFIX)}


def _firsts(section: Section) -> list[str]:
    """The paths of first cells and of lists' items, which may become bookmarks."""
    rows = [row[0].path for block in section.blocks for row in block.rows if row]
    items = [item[0].path for block in section.blocks for item in block.items if item]
    return [*rows, *items]


def _name(path: str) -> str:
    return "exhibit_" + _NOT_IN_NAMES.sub("_", path.removeprefix(_PREFIX))[: _LONGEST - 8]

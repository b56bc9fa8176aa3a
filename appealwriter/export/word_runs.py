"""Words as WordprocessingML runs, each tagged with the language of its script."""

import re
from html import escape

from appealwriter.export.look import EAST_TAG, LOOKS

_H = "\u2e80-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003134f"
_C = "\u0400-\u04ff"
_HAN = f"(?P<han>[{_H}](?:[^A-Za-z{_C}]*[{_H}])?)"
_CYRILLIC = f"(?P<ru>[{_C}](?:[^A-Za-z{_H}]*[{_C}])?)"
_LATIN = f"(?P<en>[A-Za-z](?:[^{_C}{_H}]*[A-Za-z0-9])?)"
# The words that the document's own language tag would name wrongly.
_FOREIGN = {
    "en": re.compile(f"{_HAN}|{_CYRILLIC}"),
    "ru": re.compile(f"{_HAN}|{_LATIN}"),
    "zh": re.compile(_CYRILLIC),
}
_TAGS = {
    "han": f'<w:lang w:eastAsia="{EAST_TAG}"/>',
    "ru": f'<w:lang w:val="{LOOKS["ru"].tag}"/>',
    "en": f'<w:lang w:val="{LOOKS["en"].tag}"/>',
}
# Word sets these in the Latin font unless told that they are Chinese.
_EITHER_WIDTH = re.compile("[“”‘’…—·]")
_EAST_HINT = '<w:rFonts w:hint="eastAsia"/>'
_BREAKS = re.compile("([\t\n\u2011])")
_BREAK_XML = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u2011": "<w:noBreakHyphen/>"}


def runs_xml(text: str, language: str, style: str = "") -> str:
    """`text` as runs in a letter of `language`; `style` is the id of a character style.

    Words in another script than the letter's name their own language, so that Word spells them
    and draws them right. `text` must be clean (see runs.py); it is escaped here.
    """
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    if language == "en" and text.isascii():
        return _run(text, look)
    pieces: list[str] = []
    at = 0
    for found in _FOREIGN[language].finditer(text):
        pieces.append(_home_run(text[at : found.start()], look, language))
        script = str(found.lastgroup)
        hint = _EAST_HINT if script == "han" else ""
        pieces.append(_run(found[0], look + hint + _TAGS[script]))
        at = found.end()
    pieces.append(_home_run(text[at:], look, language))
    return "".join(pieces)


def _home_run(text: str, look: str, language: str) -> str:
    chinese = language == "zh" and _EITHER_WIDTH.search(text)
    return _run(text, look + _EAST_HINT if chinese else look)


def _run(text: str, properties: str) -> str:
    if not text:
        return ""
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{head}{_content(text)}</w:r>"


def _content(text: str) -> str:
    if not _BREAKS.search(text):
        return f'<w:t xml:space="preserve">{escape(text, quote=False)}</w:t>'
    pieces = [part for part in _BREAKS.split(text) if part]
    return "".join(_BREAK_XML.get(part) or _content(part) for part in pieces)

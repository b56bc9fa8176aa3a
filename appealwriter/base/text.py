"""Text in, text out: everything typed or pasted passes through `clean` once, at the door."""

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Control characters that Word's XML refuses, half emoji, direction overrides, invisible marks.
_JUNK = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_CJK = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile(r"[\w'\u2019-]+", re.UNICODE)


def clean(text: str) -> str:
    """`text` without what no document can hold; line breaks become "\\n", tabs stay."""
    text = _LINE_ENDS.sub("\n", text)
    return unicodedata.normalize("NFC", _JUNK.sub("", text)).replace("\u00a0", " ")


def clean_line(text: str) -> str:
    """`text` cleaned, on one line, without doubled or outer spaces."""
    return " ".join(clean(text).split())


def fold_width(text: str) -> str:
    """Full-width letters, digits and signs as half-width ones (an ASIN typed by a Chinese IME)."""
    return "".join(
        chr(ord(c) - 0xFEE0) if "\uff01" <= c <= "\uff5e" else " " if c == "\u3000" else c
        for c in text
    )


def script_language(text: str) -> str:
    """ "zh", "ru" or "en" by counting letters; Han characters weigh double. "" without letters."""
    counts = {
        "zh": 2 * len(_CJK.findall(text)),
        "ru": len(_CYRILLIC.findall(text)),
        "en": len(_LATIN.findall(text)),
    }
    best = max(counts, key=lambda k: counts[k])
    return best if counts[best] else ""


def word_count(text: str) -> int:
    """Words of a text; each Han character counts as one."""
    return len(_CJK.findall(text)) + len(_WORD.findall(_CJK.sub(" ", text)))


def split_ids(text: str) -> tuple[str, ...]:
    """Ids from a pasted list, folded to half width, upper case, each once, in order."""
    parts = re.split(r"[\s,;|/\u3001\uff0c\uff1b]+", fold_width(clean(text)))
    seen: dict[str, None] = {}
    for part in parts:
        if part:
            seen.setdefault(part.strip("\"'()[]<>.:").upper(), None)
    seen.pop("", None)
    return tuple(seen)

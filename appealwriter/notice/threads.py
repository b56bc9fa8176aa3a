"""A pasted thread cut into its messages, the newest first; quoted lines belong to earlier ones."""

import re

from appealwriter.model.reading import Span
from appealwriter.notice.cues import Cues, within
from appealwriter.notice.sentences import READ_AT_MOST, fold

_LINE = re.compile(r"[^\n]+")
_QUOTED = re.compile(r"[ \t]*>")
_WORTH_READING = 12
_MOST = 12


def messages(text: str, cues: Cues) -> tuple[Span, ...]:
    """The ranges of the messages in cleaned `text`, in its own order; one for a plain text."""
    folded = fold(text[:READ_AT_MOST])
    known = within(cues.threads, folded)
    if not known["earlier"].cues and ">" not in folded:
        return ((0, len(text)),)
    starts = [0]
    quoted = in_header = False
    for match in _LINE.finditer(folded):
        line = match.group()
        if not line.strip():
            continue
        now_quoted = _QUOTED.match(line) is not None
        begins = known["earlier"].speaks_in(line) or (now_quoted and not quoted)
        if begins and not in_header and folded[starts[-1] : match.start()].strip(" \t\n>-_"):
            starts.append(match.start())
        in_header = begins or known["header"].speaks_in(line)
        quoted = now_quoted
    starts = _worth(folded, starts)[:_MOST]
    return tuple(zip(starts, [*starts[1:], len(text)], strict=True))


def _worth(folded: str, starts: list[int]) -> list[int]:
    """The starts without those of a header that a body of a few letters follows."""
    ends = [*starts[1:], len(folded)]
    kept = [s for s, e in zip(starts, ends, strict=True) if e - s >= _WORTH_READING]
    return [0, *kept[1:]] if kept and kept[0] == 0 else [0, *kept]


def alone(text: str, span: Span) -> str:
    """`text` with everything outside `span` blanked and quote marks taken out; same length."""
    start, end = span
    before = re.sub(r"[^\n]", " ", text[:start])
    inside = re.sub(
        r"^[ \t]*>[> \t]*", lambda m: " " * len(m.group()), text[start:end], flags=re.MULTILINE
    )
    return before + inside

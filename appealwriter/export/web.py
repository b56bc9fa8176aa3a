"""A letter as one self-contained web page, which also serves as the source of the PDF."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from appealwriter.export.formal import (
    NUMBER_PATH,
    REQUISITES,
    SIGNING_LINE,
    arranged,
    is_formal,
    parted,
)
from appealwriter.export.look import LOOKS, Look
from appealwriter.export.pairs import read_back as paired
from appealwriter.export.runs import clean_kept, is_salutation, runs, text_of
from appealwriter.export.tables import LISTS as APART
from appealwriter.model.letter import Block, Letter, Section, Sentence

# Lengths in px where QTextDocument takes no other unit; 96 of them are an inch.
_STYLE = """\
body {{ font-family: {fonts}; font-size: 11pt; color: #1a2025; }}
p, li {{ line-height: {line}%; }}
h1 {{ font-size: 14pt; font-weight: bold; margin: 0 0 11px 0; text-align: {title}; }}
h2 {{ font-size: 12pt; font-weight: bold; margin: 16px 0 5px 0; }}
h2.apart {{ page-break-before: always; }}
p {{ margin: 0 0 8px 0; text-align: {paragraph}; text-indent: {indent}px; }}
p.requisites {{ margin: 0 0 8px {requisites}px; text-align: left; text-indent: 0px; }}
p.reference {{ margin: 8px 0 16px 0; text-align: left; text-indent: 0px; }}
p.salutation {{ text-align: left; text-indent: 0px; }}
p.signature {{ margin: 0; text-align: {signature}; text-indent: 0px; }}
p.pen {{ margin: 32px 0 0 0; text-align: {signature}; text-indent: 0px; }}
p.signed {{ margin: 16px 0 0 0; text-align: {signature}; text-indent: 0px; }}
li {{ margin: 0 0 5px 0; }}
table {{ border-collapse: collapse; margin: 5px 0 11px 0; font-size: 10pt; }}
th, td {{ border: 1px solid #a6a6a6; }}
th {{ text-align: left; font-weight: bold; background-color: #eef1f3; }}
.gap {{ background-color: #ffe08a; font-weight: bold; }}
.exhibit {{ color: #1c5380; }}
"""
# QTextDocument knows none of this, and lays out its pages itself.
_BROWSER_STYLE = """\
body {{ max-width: {width}mm; margin: 12mm auto; padding: 0 4mm; }}
header {{ display: flex; justify-content: space-between; gap: 8mm; font-size: 9pt; \
color: #595959; margin-bottom: 6mm; }}
p, li, td {{ overflow-wrap: anywhere; }}
table {{ width: 100%; }}
th, td {{ padding: 2pt 5pt; vertical-align: top; }}
thead {{ display: table-header-group; }}
@page {{ size: {paper}; margin: {margins}; }}
@media print {{
body {{ max-width: none; margin: 0; padding: 0; }}
h1, h2 {{ break-after: avoid; }}
tr, p.pen, p.signed, p.signature {{ break-inside: avoid; }}
}}
"""
_LISTS = {"numbered": "ol", "bulleted": "ul"}
_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def write_html(letter: Letter, read_back: bool = False, for_qt: bool = False) -> str:
    """The letter as HTML without scripts or links; with `read_back` beside its twin.

    `for_qt` keeps to what QTextDocument understands and leaves the running header and the page
    numbers to who paints the pages.
    """
    if read_back:
        letter = paired(letter)
    look = LOOKS[letter.language]
    centred = look.centred_title or is_formal(letter)
    letter = arranged(letter)
    above, below = parted(letter)
    body = [part for section in above for part in _section(section, letter.language, for_qt)]
    body.append(f"<h1>{_words([letter.title], letter.language)}</h1>")
    body += [part for section in below for part in _section(section, letter.language, for_qt)]
    if not for_qt and (letter.author or letter.subject):
        sides = (escape(clean_kept(side)) for side in (letter.author, letter.subject))
        body.insert(0, f"<header><span>{'</span><span>'.join(sides)}</span></header>")
    return _PAGE.format(
        language=look.property_tag,
        title=escape(" ".join(text_of([letter.title], letter.language).split())),
        style=_style(look, centred, for_qt),
        body="\n".join(body),
    )


def _style(look: Look, centred: bool, for_qt: bool) -> str:
    style = _STYLE.format(
        fonts=look.css_fonts,
        line=round(100 * look.line),
        title="center" if centred else "left",
        requisites=round(look.requisites_indent / 25.4 * 96),
        paragraph="justify" if look.justified else "left",
        indent=round((look.indent or look.character_indent) / 25.4 * 96),
        signature="right" if look.signature_right else "left",
    )
    if for_qt:
        return style
    margins = " ".join(f"{margin:g}mm" for margin in look.margins)
    return style + _BROWSER_STYLE.format(
        width=f"{look.text_width:g}", paper=look.paper, margins=margins
    )


def _section(section: Section, language: str, for_qt: bool) -> Iterator[str]:
    if section.heading:
        mark = ' class="apart"' if section.id in APART else ""
        yield f"<h2{mark}>{_words([section.heading], language)}</h2>"
    place = 0  # among the section's paragraphs
    for block in section.blocks:
        if block.kind == "table":
            yield _table(block, language, for_qt)
        elif block.kind in _LISTS:
            tag = _LISTS[block.kind]
            items = "\n".join(f"<li>{_words(item, language)}</li>" for item in block.items)
            yield f"<{tag}>\n{items}\n</{tag}>"
        else:
            for item in block.items:
                mark = _class(section.id, place, item, language)
                yield f"<p{mark}>{_words(item, language)}</p>"
                place += 1


def _class(section: str, place: int, item: Sequence[Sentence], language: str) -> str:
    if section == "signature":
        if item and item[0].text.startswith(SIGNING_LINE):
            return ' class="pen"'
        return ' class="signature"' if place else ' class="signed"'
    if section == REQUISITES:
        numbers = any(sentence.path == NUMBER_PATH for sentence in item)
        return ' class="reference"' if numbers else ' class="requisites"'
    greets = is_salutation(section, place, text_of(item, language))
    return ' class="salutation"' if greets else ""


def _table(block: Block, language: str, for_qt: bool) -> str:
    frame = ' border="1" cellspacing="0" cellpadding="4" width="100%"' if for_qt else ""
    parts = [f"<table{frame}>"]
    if block.header:
        parts.append(f"<thead>{_row(block.header, 'th', language)}</thead>")
    parts.append("<tbody>")
    parts.extend(_row(row, "td", language) for row in block.rows)
    parts.append("</tbody></table>")
    return "\n".join(parts)


def _row(cells: Iterable[Sentence], tag: str, language: str) -> str:
    inside = "".join(f"<{tag}>{_words([cell], language)}</{tag}>" for cell in cells)
    return f"<tr>{inside}</tr>"


def _words(sentences: Iterable[Sentence], language: str) -> str:
    """Sentences as HTML: everything escaped, gaps and exhibits marked."""
    pieces: list[str] = []
    for run in runs(sentences, language):
        text = escape(run.text).replace("\n", "<br>")
        marked = run.kind != "text"
        pieces.append(f'<span class="{run.kind}">{text}</span>' if marked else text)
    return "".join(pieces)

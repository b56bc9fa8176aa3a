"""Builds templates/base.docx: the styles, numbering and settings of every Word letter.

Run it after changing a style here: python packaging/make_base.py. It starts from python-docx's own
template and throws out what a letter does not need (thumbnail, other people's properties, 140
styles); there is not one word in the result. What differs by language (paper, margins, fonts,
indents) is set at writing, from appealwriter/export/look.py.
"""

import re
import sys
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from appealwriter.export.archive import pack_parts, parts_of  # noqa: E402

TARGET = ROOT / "templates" / "base.docx"
KEPT = (
    "Normal", "Default Paragraph Font", "Normal Table", "No List", "Title", "Heading 1",
    "Body Text", "List Number", "List Bullet", "Header", "Footer",
)  # fmt: skip
DROPPED_PARTS = ("stylesWithEffects", "webSettings", "customXml")
DROPPED_FILES = ("extended-properties", "thumbnail")

OUTLINE = '<w:outlineLvl w:val="0"/>'  # what Word's navigation pane and a screen reader go by
# Paragraph styles: the inside of w:pPr (schema order) and of w:rPr. Spacing is in twentieths of a
# point, letter size in half points.
PARAGRAPHS = {
    "Normal": ("<w:widowControl/>", ""),
    "Title": (
        '<w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="160"/>',
        '<w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/>',
    ),
    "Heading 1": (
        '<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="80"/>' + OUTLINE,
        '<w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="24"/>',
    ),
    "Body Text": ('<w:spacing w:after="120"/>', ""),
    "Salutation": ('<w:keepNext/><w:spacing w:after="120"/>', ""),
    "List Number": (
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="80"/>',
        "",
    ),
    "List Bullet": (
        '<w:numPr><w:numId w:val="2"/></w:numPr><w:spacing w:after="80"/>',
        "",
    ),
    "Table Text": (
        '<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>',
        '<w:sz w:val="20"/><w:szCs w:val="20"/>',
    ),
    "Table Heading": (
        '<w:keepNext/><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>',
        '<w:b/><w:bCs/><w:sz w:val="20"/><w:szCs w:val="20"/>',
    ),
    "After Table": (
        '<w:spacing w:after="0" w:line="160" w:lineRule="exact"/>',
        '<w:sz w:val="8"/><w:szCs w:val="8"/>',
    ),
    "Signature": ('<w:keepLines/><w:spacing w:after="0"/>', ""),
    "Requisites": ('<w:keepLines/><w:spacing w:after="120"/>', ""),
    "Reference": ('<w:keepNext/><w:spacing w:before="120" w:after="240"/>', ""),
    "caption": (
        '<w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="120"/>',
        '<w:b/><w:bCs/><w:sz w:val="20"/><w:szCs w:val="20"/>',
    ),
    "Header": (
        '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
        '<w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
    ),
    "Footer": (
        '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
        '<w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
    ),
}
CHARACTERS = {
    "Exhibit": '<w:color w:val="1C5380"/>',
    "Gap": '<w:b/><w:bCs/><w:shd w:val="clear" w:color="auto" w:fill="FFE08A"/>',
}
EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
TABLE = (
    '<w:style {ns} w:type="table" w:customStyle="1" w:styleId="LetterTable">'
    '<w:name w:val="Letter Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/>'
    "<w:qFormat/><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="EEF1F3"/></w:tcPr></w:tblStylePr></w:style>'
)
LIST = (
    '<w:abstractNum {ns} w:abstractNumId="{id}"><w:nsid w:val="{nsid}"/>'
    '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr>{font}</w:lvl>'
    "</w:abstractNum>"
)
NUM = '<w:num {ns} w:numId="{num}"><w:abstractNumId w:val="{id}"/></w:num>'
BULLET_FONT = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/></w:rPr>'
DEFAULTS = (
    "<w:docDefaults {ns}><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:eastAsia="SimSun" w:hAnsi="Times New Roman" '
    'w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
    '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
    "</w:docDefaults>"
)
SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
)
FONTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {ns}>'
    '<w:font w:name="Times New Roman"><w:family w:val="roman"/></w:font>'
    '<w:font w:name="Cambria"><w:family w:val="roman"/></w:font>'
    '<w:font w:name="SimSun"><w:altName w:val="宋体"/><w:charset w:val="86"/></w:font>'
    '<w:font w:name="Microsoft YaHei"><w:altName w:val="微软雅黑"/><w:charset w:val="86"/></w:font>'
    "</w:fonts>"
)
# Word asks for a theme; its lists of fonts by script would only get in the way of ours.
THEME_FONTS = re.compile(rb"\s*<a:font script=[^>]*/>")


def build() -> bytes:
    """The base document; the same bytes each time."""
    document = Document()
    _drop_parts(document)
    _trim_parts(document)
    _set_styles(document)
    _set_numbering(document)
    _set_settings(document)
    _set_header_and_footer(document)
    _clear_properties(document)
    stream = BytesIO()
    document.save(stream)
    return pack_parts(parts_of(stream.getvalue()))


def _drop_parts(document: WordDocument) -> None:
    for rels, unwanted in (
        (document.part.rels, DROPPED_PARTS),
        (document.part.package.rels, DROPPED_FILES),
    ):
        for key in [k for k, rel in rels.items() if rel.reltype.endswith(unwanted)]:
            del rels[key]


def _trim_parts(document: WordDocument) -> None:
    for rel in document.part.rels.values():
        if rel.reltype.endswith("fontTable"):
            rel.target_part._blob = FONTS.replace("{ns}", nsdecls("w")).encode()
        elif rel.reltype.endswith("theme"):
            rel.target_part._blob = THEME_FONTS.sub(b"", rel.target_part.blob)


def _set_styles(document: WordDocument) -> None:
    styles = document.styles
    for style in list(styles):
        if style.name not in KEPT:
            style.delete()
    root = styles.element
    for latent in root.findall(qn("w:latentStyles")):
        root.remove(latent)
    root.replace(root.find(qn("w:docDefaults")), _xml(DEFAULTS))
    for name, (paragraph, run) in PARAGRAPHS.items():
        builtin = name in ("Salutation", "Signature", "caption")
        if name not in styles:
            styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=builtin)
        _fill(styles[name].element, f"<w:pPr {{ns}}>{paragraph}</w:pPr>", run)
        styles[name].quick_style = True
    for name, run in CHARACTERS.items():
        styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        _fill(styles[name].element, "", run)
        styles[name].quick_style = True
    for name in ("Title", "Heading 1", "Salutation"):
        styles[name].next_paragraph_style = styles["Body Text"]
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>' for edge in EDGES
    )
    root.append(_xml(TABLE.replace("{edges}", edges)))


def _fill(style: BaseOxmlElement, paragraph: str, run: str) -> None:
    for tag in ("w:pPr", "w:rPr", "w:link", "w:semiHidden", "w:rsid"):
        for old in style.findall(qn(tag)):
            style.remove(old)
    if paragraph:
        style.append(_xml(paragraph))
    if run:
        style.append(_xml(f"<w:rPr {{ns}}>{run}</w:rPr>"))


def _set_numbering(document: WordDocument) -> None:
    root = document.part.numbering_part.element
    root[:] = []
    lists = (
        {"id": 0, "nsid": "5A1C0001", "form": "decimal", "style": "ListNumber", "text": "%1."},
        {"id": 1, "nsid": "5A1C0002", "form": "bullet", "style": "ListBullet", "text": "•"},
    )
    for each in lists:
        font = BULLET_FONT if each["form"] == "bullet" else ""
        root.append(_xml(LIST, font=font, **each))
    for each in lists:  # Word wants every abstractNum before the first num
        root.append(_xml(NUM, id=each["id"], num=int(each["id"]) + 1))


def _set_settings(document: WordDocument) -> None:
    root = document.settings.element
    root[:] = list(_xml("<w:settings {ns}>" + SETTINGS + "</w:settings>"))


def _set_header_and_footer(document: WordDocument) -> None:
    section = document.sections[0]
    for name in [key for key in section._sectPr.attrib if "rsid" in key]:  # editing sessions
        del section._sectPr.attrib[name]
    section.header.is_linked_to_previous = False
    section.footer.is_linked_to_previous = False


def _clear_properties(document: WordDocument) -> None:
    root = document.core_properties._element
    root[:] = []


def _xml(template: str, **values: object) -> BaseOxmlElement:
    namespaced = template.replace("{ns}", nsdecls("w"))
    return parse_xml(namespaced.format(**values) if values else namespaced)


if __name__ == "__main__":
    TARGET.write_bytes(build())

"""Paper, margins, fonts and habits of a business letter in each language."""

from dataclasses import dataclass

BODY_POINTS = 11


@dataclass(frozen=True, slots=True)
class Look:
    """How a letter looks on paper. Lengths are millimetres, letter sizes and spacing points.

    `tag` is the language tag for Latin or Cyrillic words, `property_tag` that of the whole
    document; `margins` are top, right, bottom, left; `indent` is the first line of a paragraph in
    millimetres, `indent_characters` the same in Chinese characters; `line` is the line spacing
    as a multiple.
    """

    tag: str
    property_tag: str
    paper: str
    width: float
    height: float
    margins: tuple[float, float, float, float]
    body_font: str
    heading_font: str
    css_fonts: str
    line: float
    indent: float = 0
    indent_characters: int = 0
    centred_title: bool = False
    signature_right: bool = False

    @property
    def justified(self) -> bool:
        """True where paragraphs begin with an indent and end flush on both sides."""
        return bool(self.indent or self.indent_characters)

    @property
    def character_indent(self) -> float:
        """The indent by characters in millimetres: a Chinese character is as wide as high."""
        return self.indent_characters * BODY_POINTS / 72 * 25.4

    @property
    def requisites_indent(self) -> float:
        """How far from the left margin the addressee of a claim stands, in millimetres."""
        return round(self.text_width * 0.48, 1)

    @property
    def text_width(self) -> float:
        """The width between the margins, in millimetres."""
        return self.width - self.margins[1] - self.margins[3]


EAST_BODY = "SimSun"
EAST_HEADING = "Microsoft YaHei"
EAST_TAG = "zh-CN"

LOOKS = {
    "en": Look(
        tag="en-US",
        property_tag="en-US",
        paper="letter",
        width=215.9,
        height=279.4,
        margins=(25.4, 25.4, 25.4, 25.4),
        body_font="Cambria",
        heading_font="Cambria",
        css_fonts="Cambria, Georgia, 'Times New Roman', 'Noto Serif', serif",
        line=1.15,
    ),
    # GOST R 7.0.97: left 20, right 10, top and bottom 20; first line 12.5.
    "ru": Look(
        tag="ru-RU",
        property_tag="ru-RU",
        paper="A4",
        width=210,
        height=297,
        margins=(20, 10, 20, 20),
        body_font="Times New Roman",
        heading_font="Times New Roman",
        css_fonts="'Times New Roman', Cambria, 'Liberation Serif', 'Noto Serif', serif",
        line=1.15,
        indent=12.5,
        centred_title=True,
    ),
    "zh": Look(
        tag="en-US",
        property_tag="zh-CN",
        paper="A4",
        width=210,
        height=297,
        margins=(25.4, 25.4, 25.4, 25.4),
        body_font="Times New Roman",
        heading_font="Times New Roman",
        css_fonts="'Times New Roman', SimSun, 'Songti SC', 'Noto Serif CJK SC', serif",
        line=1.4,
        indent_characters=2,
        centred_title=True,
        signature_right=True,
    ),
}

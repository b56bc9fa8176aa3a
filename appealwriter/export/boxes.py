"""The letter for a form that has several boxes, and in three sentences for a chat."""

from collections.abc import Iterator
from dataclasses import dataclass

from appealwriter.export.plain import Plain, section_parts, write_plain
from appealwriter.export.runs import text_of
from appealwriter.model.letter import Block, Letter, Section, Sentence
from appealwriter.model.terms import Structure

_STOPS = ".。!！?？"
_LEADS = ":："
_CLAIM = "/claim"
_DEEDS = ("corrective_actions", "points", "preventive_actions", "root_cause", "documents")


@dataclass(frozen=True, slots=True)
class Box:
    """The text for one box. `section` is the id of the letter's section; `asked` its heading where
    that is the notice's own question, else ""."""

    section: str
    asked: str
    plain: Plain


def boxes(letter: Letter) -> tuple[Box, ...]:
    """Every section as a text of its own, without its heading, which a form's box already has."""
    asks = letter.structure is Structure.FORM_ANSWERS
    found = []
    for section in letter.sections:
        heading = section.heading
        text = _without_heading(section, letter.language)
        if text:
            asked = heading.text if asks and heading else ""
            found.append(Box(section.id, asked, Plain(text)))
    return tuple(found)


def three_sentences(letter: Letter) -> Plain:
    """Which notice is answered, what was done or shown, what is asked for: for chat or phone.

    Each is a sentence of the letter itself, so nothing new is said. Fewer where the letter has
    fewer; the whole letter where it has none of them.
    """
    parts = [_reference(letter), _deed(letter), _request(letter)]
    text = " ".join(part for part in parts if part)
    if letter.language == "zh":
        text = "".join(part for part in parts if part)
    return Plain(text) if text else write_plain(letter)


def _without_heading(section: Section, language: str) -> str:
    bare = Section(section.id, None, section.blocks)
    return "\n\n".join(part for part in section_parts(bare, language) if part)


def _reference(letter: Letter) -> str:
    section = letter.section("greeting")
    return next((text for text, _ in _said(letter, section) if text.endswith((".", "。"))), "")


def _deed(letter: Letter) -> str:
    """The first whole sentence of what was done, else of the points, measures or causes."""
    for name in _DEEDS:
        for text, _ in _said(letter, letter.section(name)):
            if text.endswith(tuple(_STOPS)):
                return text
    return ""


def _request(letter: Letter) -> str:
    """The request; a lead and its list are one sentence."""
    section = letter.section("closing")
    blocks = section.blocks if section else ()
    for number, (text, block) in enumerate(_said(letter, section)):
        if not text.endswith(tuple(_LEADS)):
            return text
        follows = [each for each in blocks[number:] if each.kind != "paragraph" and each != block]
        items = [text_of(item, letter.language) for each in follows[:1] for item in each.items]
        if items:
            gap = "" if letter.language == "zh" else " "
            return text + gap + gap.join(items)
    return ""


def _said(letter: Letter, section: Section | None) -> Iterator[tuple[str, Block]]:
    """The sentences of a section's paragraphs and lists, each with its block."""
    for block in section.blocks if section else ():
        for item in block.items:
            for sentence in item:
                repeats = sentence.path.endswith(_CLAIM)  # what the notice says is no answer
                if not repeats and (text := _text(letter, sentence)):
                    yield text, block


def _text(letter: Letter, sentence: Sentence) -> str:
    return " ".join(text_of([sentence], letter.language).split())

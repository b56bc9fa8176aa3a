"""The small language of phrases: Jinja2's grammar, of which only slots and optional parts stay.

Allowed are `{{ slot }}`, `{{ slot | form("argument") }}` and `{% if slot %}...{% endif %}` (also
`{% if a and b %}` and `{% else %}`). A phrase is never run as a program: Jinja2 only parses it,
and the letter room words the pieces one by one, so that every word keeps its origin.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from jinja2 import Environment, TemplateSyntaxError, nodes

from appealwriter.base.errors import DataFileError
from appealwriter.base.i18n import tr

FORMS = {"unit": 2, "short": 0, "year": 0}
"""Each form a slot may ask for, and how many arguments it takes at most."""


@dataclass(frozen=True, slots=True)
class Text:
    """Fixed words."""

    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for an answer; `form` is how it is worded, e.g. "unit" with ("day",)."""

    name: str
    form: str = ""
    args: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Optional:
    """Pieces that stand only where every slot in `needs` is answered; else `otherwise`."""

    needs: tuple[str, ...]
    pieces: "tuple[Piece, ...]"
    otherwise: "tuple[Piece, ...]" = ()


Piece: TypeAlias = "Text | Slot | Optional"

_ENVIRONMENT = Environment(autoescape=False)


@lru_cache(maxsize=4096)
def parse(template: str) -> tuple[Piece, ...]:
    """The pieces of a phrase. Raises DataFileError where it says more than a phrase may."""
    try:
        tree = _ENVIRONMENT.parse(template)
    except TemplateSyntaxError as error:
        raise DataFileError(
            tr("The phrase “{phrase}” cannot be read: {why}.", phrase=template, why=error.message),
            tr("Check its braces."),
        ) from error
    return tuple(_pieces(tree.body, template))


def slots_of(pieces: tuple[Piece, ...]) -> frozenset[str]:
    """The names of all slots in `pieces`, optional ones and conditions included."""
    return frozenset(_names(pieces))


def needed_slots(pieces: tuple[Piece, ...], answered: Collection[str]) -> frozenset[str]:
    """The slots that are really said where those in `answered` have an answer: the taken branch of
    every optional part."""
    return frozenset(_taken(pieces, answered))


def fixed_words(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """The runs of text that stand whatever is answered, optional ones included."""
    for piece in pieces:
        if isinstance(piece, Text):
            yield piece.text
        elif isinstance(piece, Optional):
            yield from fixed_words(piece.pieces)
            yield from fixed_words(piece.otherwise)


def _taken(pieces: tuple[Piece, ...], answered: Collection[str]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, Slot):
            yield piece.name
        elif isinstance(piece, Optional):
            there = all(name in answered for name in piece.needs)
            yield from _taken(piece.pieces if there else piece.otherwise, answered)


def _names(pieces: tuple[Piece, ...]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, Slot):
            yield piece.name
        elif isinstance(piece, Optional):
            yield from piece.needs
            yield from _names(piece.pieces)
            yield from _names(piece.otherwise)


def _pieces(body: list[nodes.Node], template: str) -> Iterator[Piece]:
    for node in body:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                yield _output(part, template)
        elif isinstance(node, nodes.If) and not node.elif_:
            yield Optional(
                tuple(_needs(node.test, template)),
                tuple(_pieces(node.body, template)),
                tuple(_pieces(node.else_, template)),
            )
        else:
            raise _too_much(template)


def _output(node: nodes.Node, template: str) -> Piece:
    if isinstance(node, nodes.TemplateData):
        return Text(node.data)
    if isinstance(node, nodes.Name):
        return Slot(node.name)
    if isinstance(node, nodes.Filter) and isinstance(node.node, nodes.Name):
        args = tuple(str(a.value) for a in node.args if isinstance(a, nodes.Const))
        known = FORMS.get(node.name)
        if known is not None and len(args) == len(node.args) <= known:
            return Slot(node.node.name, node.name, args)
    raise _too_much(template)


def _needs(test: nodes.Node, template: str) -> Iterator[str]:
    if isinstance(test, nodes.Name):
        yield test.name
    elif isinstance(test, nodes.And):
        yield from _needs(test.left, template)
        yield from _needs(test.right, template)
    else:
        raise _too_much(template)


def _too_much(template: str) -> DataFileError:
    return DataFileError(
        tr("The phrase “{phrase}” says more than a phrase may.", phrase=template),
        tr("Only slots, the forms {forms} and “if” are allowed.", forms=", ".join(sorted(FORMS))),
    )

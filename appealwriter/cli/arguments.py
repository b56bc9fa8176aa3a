"""The arguments of a command, and what is said of wrong ones: one sentence, and the mend."""

import argparse
import difflib
import re
from collections.abc import Callable, Collection
from typing import NoReturn

from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import later, listed, said, tr

# argparse says these in English only; group 1 is what it is about.
_SAID = (
    (re.compile("the following arguments are required: (.+)"), later("{what} is missing.")),
    (re.compile("unrecognized arguments: (.+)"), later("{what} is not known here.")),
    (re.compile(r"argument (\S+): expected .+"), later("{what} needs a value.")),
    (re.compile(r"argument (\S+): ignored .+"), later("{what} takes no value.")),
)


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are BadInput in the person's language."""

    def error(self, message: str) -> NoReturn:
        """Called by argparse for what it cannot take."""
        raise BadInput(_sentence(message), tr("See: {command}", command=f"{self.prog} --help"))


def one_of(choices: Collection[str]) -> Callable[[str], str]:
    """A type of argument: one of the ids in `choices`. Raises BadInput that names them."""
    known = [str(choice) for choice in choices]

    def chosen(given: str) -> str:
        if given not in known:
            raise unknown(given, known)
        return given

    return chosen


def unknown(given: str, known: list[str]) -> BadInput:
    """What is said to a word that is none of the known ones."""
    near = difflib.get_close_matches(given[:80], known, 1)
    mend = (
        tr("Did you mean “{key}”?", key=near[0])
        if near
        else tr("Choose one of: {choices}.", choices=listed(known))
    )
    return BadInput(tr("“{id}” is not known.", id=given[:80]), mend)


def _sentence(message: str) -> str:
    for pattern, marked in _SAID:
        if found := pattern.fullmatch(message):
            return said(marked).format(what=found[1])
    return tr("This cannot be understood: {what}.", what=message)

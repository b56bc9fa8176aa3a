"""Old case formats to the present one, by small steps from dict to dict.

A new format: raise FORMAT, add one step that leaves the old one, and put a file of the old format
into tests/old_cases (see the test beside it). A step gets a dict of its own and may change it.
"""

import copy
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from appealwriter.base.errors import BadInput
from appealwriter.base.i18n import tr

Raw: TypeAlias = dict[str, Any]
Step: TypeAlias = Callable[[Raw], Raw]

FORMAT = 1
STEPS: Mapping[int, Step] = {}


def upgrade(raw: Mapping[str, Any], steps: Mapping[int, Step] = STEPS, to: int = FORMAT) -> Raw:
    """`raw` in format `to`. Raises BadInput for a newer format and for one that is no format."""
    found = raw.get("format")
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise BadInput(
            tr("This is not a case of Appeal Writer: it does not say which format it has."),
            tr("Choose a file that was saved by Appeal Writer; its name ends in .appeal."),
        )
    if found > to:
        raise BadInput(
            tr("This case was saved by a newer version of Appeal Writer."),
            tr("Update the program, then open the case again. Nothing was changed."),
        )
    case = copy.deepcopy(dict(raw))
    for number in range(found, to):
        case = steps[number](case)
        case["format"] = number + 1
    return case

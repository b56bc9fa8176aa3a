"""The counted nouns of three languages, by CLDR plural category: data, no morphology engine."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from babel import Locale

from appealwriter.playbooks.tables import open_table


@dataclass(frozen=True, slots=True)
class Units:
    """Forms by unit id, language (with "_gen" for the Russian genitive) and plural category."""

    forms: Mapping[str, Mapping[str, Mapping[str, str]]]

    def form(self, unit: str, language: str, number: int, case: str = "") -> str:
        """The noun that follows `number`; `case` "gen" asks for the Russian genitive."""
        kind = f"{language}_{case}" if case and language == "ru" else language
        forms = self.forms[unit][kind]
        category = Locale.parse(language).plural_form(number)
        return forms.get(category) or forms["other"]


def load_units(path: Path) -> Units:
    """Units from resources/units.toml."""
    table = open_table(path)
    forms = {}
    for unit in table.raw:
        inner = table.table(unit)
        forms[unit] = {
            key: dict(inner.get(key, dict))
            for key in ("en", "ru", "ru_gen", "zh")
            if key in inner.raw
        }
        inner.done()
    return Units(forms)

"""The interface's words by gettext, for core and window alike.

The English text is the key. Mark it with `tr("...")`, with `trn` where it counts something, and
never build it with an f-string: the extractor would not see it.
"""

import gettext
import locale
import os
from collections.abc import Iterable

from appealwriter.base import paths
from appealwriter.base.words import LANGUAGES

_DOMAIN = "appealwriter"


class _Current:
    """The one piece of module state in the program: the language the person reads."""

    language = "en"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def set_language(language: str) -> None:
    """Speak `language` ("zh", "en" or "ru") from now on."""
    _Current.language = language
    _Current.catalogue = gettext.translation(
        _DOMAIN, paths.resources() / "locale", [language], fallback=True
    )


def language() -> str:
    """The language the person reads."""
    return _Current.language


def system_language() -> str:
    """The first of our languages that the system asks for; English where it asks for none."""
    asked = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    asked.append(locale.getlocale()[0] or "")
    for name in asked:
        if name[:2] in LANGUAGES:
            return name[:2]
        if name.lower().startswith(("chinese", "russian")):  # Windows names
            return "zh" if name[0] in "cC" else "ru"
    return "en"


def tr(text: str, **values: object) -> str:
    """`text` in the person's language, with {named} values put in."""
    said = _Current.catalogue.gettext(text)
    return said.format(**values) if values else said


def trn(one: str, many: str, n: int, **values: object) -> str:
    """As `tr`, in the form that the number `n` asks for; {n} is put in."""
    return _Current.catalogue.ngettext(one, many, n).format(n=n, **values)


def listed(items: Iterable[str]) -> str:
    """Short items in a row, as the person's language separates them."""
    return ("、" if _Current.language == "zh" else ", ").join(items)


def later(text: str) -> str:
    """Mark `text` for the extractor where it is translated only when shown, by `said`."""
    return text


def said(marked: str) -> str:
    """The translation of a text that `later` has marked."""
    return _Current.catalogue.gettext(marked) if marked else ""

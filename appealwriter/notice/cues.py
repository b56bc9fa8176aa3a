"""The cues a notice is read by: weighted patterns from resources/cues, compiled once."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from appealwriter.base.errors import DataFileError
from appealwriter.base.i18n import tr
from appealwriter.notice.literals import Choice, needed

# In the files a space stands for any white space, and ~ for a few words of the same sentence.
_GAP = r"(?:[^.!?。\n]|\.(?=\w)){0,70}?"


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern with its weight; `needs` are texts of which a match holds one of each choice."""

    weight: float
    pattern: re.Pattern[str]
    needs: tuple[Choice, ...] = ()

    def may_be_in(self, folded: str) -> bool:
        """Whether a match in `folded` is possible at all: a quick look before a slow one."""
        for choice in self.needs:
            for word in choice:
                if word in folded:
                    break
            else:
                return False
        return True

    def search(self, folded: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first place of the pattern in `folded` text, or None."""
        if not self.may_be_in(folded):
            return None
        return self.pattern.search(folded, start, len(folded) if end is None else end)

    def all(self, folded: str) -> Iterator[re.Match[str]]:
        """Every place of the pattern in `folded` text."""
        return self.pattern.finditer(folded) if self.may_be_in(folded) else iter(())


@dataclass(frozen=True, slots=True)
class CueSet:
    """All cues of one answer (a reason, a kind, a demand ...), with its tested examples.

    `traits` holds the file's other keys: plain words the finders ask for by name.
    """

    id: str
    cues: tuple[Cue, ...] = ()
    reads: tuple[str, ...] = ()
    ignores: tuple[str, ...] = ()
    traits: Mapping[str, object] = field(default_factory=dict)

    def trait(self, name: str) -> str:
        """The file's word under `name`, or nothing."""
        return str(self.traits.get(name, ""))

    def within(self, folded: str) -> "CueSet":
        """The same with only the cues that may be in `folded`, to ask its sentences one by one."""
        return replace(self, cues=tuple(cue for cue in self.cues if cue.may_be_in(folded)))

    def speaks_in(self, folded: str) -> bool:
        """Whether any cue of a positive weight is found in `folded` text."""
        return any(cue.weight > 0 and cue.search(folded) for cue in self.cues)


CueSets = Mapping[str, CueSet]


def within(sets: CueSets, folded: str) -> CueSets:
    """All of `sets` with only the cues that may be in `folded`."""
    return {name: one.within(folded) for name, one in sets.items()}


@dataclass(frozen=True, slots=True)
class Cues:
    """Everything the reader knows, by file: reasons first by platform, then by id."""

    reasons: Mapping[str, CueSets]
    kinds: CueSets
    routes: CueSets
    demands: CueSets
    platforms: CueSets
    deadlines: CueSets
    not_notices: CueSets
    sections: CueSets
    marketplaces: CueSets
    threads: CueSets
    languages: CueSets
    units: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    working: tuple[str, ...] = ()


def load(folder: Path) -> Cues:
    """All cues of `folder`; keep the result. Raises DataFileError where a file is wrong."""
    calendar = parse(folder / "deadlines.toml")
    units = _words(calendar.pop("units", {}))
    numbers = {word: int(n) for word, n in _words(calendar.pop("numbers", {})).items()}
    working = tuple(_words(calendar.pop("working", {})))
    months = {word: int(n) for word, n in _words(calendar.pop("months", {})).items()}
    macros = {"<N>": _number_pattern(numbers), "<UNIT>": _unit_pattern(units)}
    macros["<DATE>"] = _date_pattern(months)
    words = _spoken(parse(folder / "words.toml"))
    macros |= words
    return Cues(
        reasons={
            platform.name: {
                path.stem: _set(path, path.stem, parse(path), words)
                for path in sorted(platform.glob("*.toml"))
            }
            for platform in sorted(folder.iterdir())
            if platform.is_dir()
        },
        kinds=_sets(folder / "kinds.toml", words),
        routes=_sets(folder / "routes.toml", words),
        demands=_sets(folder / "demands.toml", words),
        platforms=_sets(folder / "platforms.toml", words),
        deadlines=_all_sets(folder / "deadlines.toml", calendar, macros),
        not_notices=_sets(folder / "not_notices.toml", words),
        sections=_sets(folder / "sections.toml", words),
        marketplaces=_sets(folder / "marketplaces.toml", words),
        threads=_sets(folder / "threads.toml", words),
        languages=_sets(folder / "languages.toml", words),
        units=units,
        numbers=numbers,
        months=months,
        working=working,
    )


def parse(path: Path) -> dict[str, object]:
    """The tables of a cue file. Raises DataFileError where it is no TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as wrong:
        raise DataFileError(
            tr("The cue file {file} cannot be read: {why}.", file=path.name, why=wrong),
            tr("Install the program again, or mend the file."),
        ) from wrong


def _words(raw: object) -> dict[str, str]:
    """A table word -> [spellings] turned round: spelling -> word."""
    tables = raw if isinstance(raw, dict) else {}
    return {str(spelling): str(word) for word, all_of in tables.items() for spelling in all_of}


def _spoken(raw: Mapping[str, object]) -> dict[str, str]:
    """The lists of words that patterns name in <BRACKETS>, each as one group."""
    lists = {name: _lines(words) for name, words in raw.items()}
    return {f"<{name}>": "(?:" + "|".join(words) + ")" for name, words in lists.items()}


def load_sets(path: Path, raw: Mapping[str, object]) -> CueSets:
    """The sets of a cue file that stands by itself. Raises DataFileError for a wrong pattern."""
    return _all_sets(path, raw, {})


def _sets(path: Path, words: Mapping[str, str]) -> CueSets:
    return _all_sets(path, parse(path), words)


def _all_sets(path: Path, raw: Mapping[str, object], macros: Mapping[str, str]) -> CueSets:
    return {
        name: _set(path, name, table, macros)
        for name, table in raw.items()
        if isinstance(table, dict)
    }


def _set(path: Path, name: str, raw: Mapping[str, object], macros: Mapping[str, str]) -> CueSet:
    weights = raw.get("weight", {})
    cues: list[Cue] = []
    for weight, patterns in weights.items() if isinstance(weights, dict) else ():
        for pattern in patterns:
            cues.append(_cue(path, _weight(path, str(weight)), str(pattern), macros))
    told = ("weight", "reads", "ignores")
    return CueSet(
        id=name,
        cues=tuple(cues),
        reads=_lines(raw.get("reads", ())),
        ignores=_lines(raw.get("ignores", ())),
        traits={key: value for key, value in raw.items() if key not in told},
    )


def _weight(path: Path, written: str) -> float:
    try:
        return float(written)
    except ValueError as wrong:
        raise DataFileError(
            tr('The weight "{weight}" in {file} is no number.', weight=written, file=path.name),
            tr("Mend the weight."),
        ) from wrong


def _lines(raw: object) -> tuple[str, ...]:
    return tuple(str(line) for line in raw) if isinstance(raw, Sequence) else ()


def _cue(path: Path, weight: float, written: str, macros: Mapping[str, str]) -> Cue:
    pattern = written
    for name, meaning in macros.items():
        pattern = pattern.replace(name, meaning)
    pattern = pattern.replace("~?", "~").replace(" ?", r"\s*").replace(" ", r"\s+")
    pattern = pattern.replace("~", _GAP)
    # To an English pattern a Han character is the edge of a word, as it is to the reader.
    flags = re.ASCII if written.isascii() else re.UNICODE
    try:
        return Cue(weight, re.compile(pattern, flags), needed(pattern))
    except re.error as wrong:
        raise DataFileError(
            tr(
                'The pattern "{pattern}" in {file} is wrong: {why}.',
                pattern=written,
                file=path.name,
                why=wrong,
            ),
            tr("Mend the pattern."),
        ) from wrong


def _number_pattern(numbers: Mapping[str, int]) -> str:
    words = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    return rf"(?P<n>\d{{1,3}}|(?:{words}))"


def _unit_pattern(units: Mapping[str, str]) -> str:
    spellings = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    before = r"(?:business|working|calendar|рабочих|рабочего|рабочие|календарных|个)?"
    return rf"[\s-]*{before}[\s-]*(?P<unit>{spellings})"


def _date_pattern(months: Mapping[str, int]) -> str:
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    forms = (
        r"\d{4}-\d{1,2}-\d{1,2}",
        r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日",
        r"\d{4}/\d{1,2}/\d{1,2}",
        r"\d{1,2}\.\d{1,2}\.\d{4}",
        r"\d{1,2}/\d{1,2}/\d{4}",
        rf"(?:{names})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}",
        rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{names})\.?,?\s+\d{{4}}",
    )
    return "(?P<date>" + "|".join(forms) + ")"

"""What every part of the letter needs while it is composed: the case, its book and the writer."""

from dataclasses import replace

from appealwriter.base.words import Words
from appealwriter.letter.frames import Frames
from appealwriter.letter.wording import Given, given
from appealwriter.letter.writer import Memory, Part, Writer
from appealwriter.model.answers import Answer
from appealwriter.model.case import Case, Cause, CorrectiveAction, Point, PreventiveMeasure
from appealwriter.model.sections import LIST_OF
from appealwriter.playbooks.book import Phrase
from appealwriter.playbooks.shelf import Shelf
from appealwriter.playbooks.slots import SlotSpec

Item = Cause | CorrectiveAction | PreventiveMeasure | Point

FIELDS = {
    "who": "role",
    "count": "count",
    "total": "total",
    "owner": "owner",
    "rhythm": "rhythm",
    "record": "record",
}
"""Slots that are fields of the action or measure itself."""


class Scene:
    """The case on the table: nothing here changes while the letter is composed."""

    def __init__(
        self, case: Case, shelf: Shelf, frames: Frames, reader: str, memory: Memory | None = None
    ) -> None:
        self.case = case
        self.shelf = shelf
        self.book = shelf.for_case(case)
        self.form = shelf.structure(case)
        self.reader = reader
        self._frames = frames
        languages = (case.letter_language, reader)
        self.writer = Writer(
            frames, shelf.units, case.id, languages, case.wording, case.rewritten, memory
        )
        self._numbers = {exhibit.id: n for n, exhibit in enumerate(case.evidence, 1)}

    def frame(self, name: str) -> str:
        """The frame of that name for this letter's structure, else the usual one."""
        own = f"{name}_{self.form.id}"
        return own if self.has_frame(own) else name

    def has_frame(self, name: str) -> bool:
        """True where there is a frame of that name."""
        return name in self._frames

    def place(self, section: str) -> str:
        """The path in the case that a section is made from."""
        return LIST_OF.get(section, "sender")

    def read(self, kind: str, answer: Answer, path: str, label: Words) -> Given:
        """A field of the case that is no slot, by its type: "date", "count", "period", "role"."""
        choices = self.shelf.vocabulary.get(kind, {})
        return given(SlotSpec(kind, kind, label, choices=choices), answer, path)

    def text(self, value: str, path: str, label: Words) -> Given:
        """A name or number of the case; a gap named `label` where it is empty."""
        return Given(value or None, path, label)

    def statement(self, phrase: Phrase) -> dict[str, Given]:
        """The facts that a statement of the book draws on."""
        return {
            name: given(spec, self.case.facts.get(name), f"facts/{name}")
            for name, spec in phrase.slots.items()
        }

    def label(self, field: str) -> Words:
        """What a gap calls a field of the case."""
        return self.shelf.terms["field"][field]

    def slots(self, phrase: Phrase, item: Item, path: str) -> dict[str, Given]:
        """The answers inside a cause, an action or a measure, its own fields included."""
        found = {}
        for name, spec in phrase.slots.items():
            if name in FIELDS and hasattr(item, FIELDS[name]):
                answer, place = getattr(item, FIELDS[name]), f"{path}/{FIELDS[name]}"
            else:
                answer, place = item.slots.get(name), f"{path}/slots/{name}"
            label = spec.label or self.shelf.terms["field"].get(name, spec.label)
            found[name] = replace(given(spec, answer, place), label=label)
        if "who" in found and isinstance(item, CorrectiveAction):
            found["who"] = self._who(found["who"])
        return found

    def phrase(self, part: str, item: Item, path: str, key: str) -> Part:
        """The phrase of an item; where its playbook no longer has it, the gap of its own words."""
        phrase = self.shelf.phrase(self.case, item.phrase, part)
        if phrase is None:
            return self.writer.own(Words(), f"{path}/own")
        wordings = getattr(phrase, key)
        return Part(wordings, self.slots(phrase, item, path), f"{phrase.id}/{key}", path=path)

    def exhibits(self, ids: tuple[str, ...]) -> list[Part]:
        """ " (Exhibit 3, Exhibit 5)", or nothing."""
        inside = self.references(ids)
        writer = self.writer
        if not inside:
            return []
        return [writer.frame("exhibits_open"), *inside, writer.frame("exhibits_close")]

    def references(self, ids: tuple[str, ...]) -> list[Part]:
        """ "Exhibit 3, Exhibit 5", or nothing."""
        writer = self.writer
        parts: list[Part] = []
        for name in ids:
            if name in self._numbers:
                if parts:
                    parts.append(writer.frame("comma"))
                parts.append(writer.reference(self._numbers[name], f"evidence/{name}"))
        return parts

    def _who(self, role: Given) -> Given:
        """Without a role the English sentence still needs a subject; the others do without."""
        return replace(role, default=Words(en=self.writer.words("we").en))

"""The three parts of the plan: causes, what was done about them, what now prevents them."""

from collections.abc import Sequence

from appealwriter.letter.clauses import as_clause, as_sentence
from appealwriter.letter.scene import Item, Scene
from appealwriter.letter.wording import Given
from appealwriter.letter.writer import Part
from appealwriter.model.case import Case, Cause, CorrectiveAction, Group, PreventiveMeasure
from appealwriter.model.deeds import in_force, is_done
from appealwriter.model.letter import Block, Sentence
from appealwriter.model.terms import Deed
from appealwriter.playbooks.phrases import parse, slots_of

_LIST_FROM = 3
_TABLE_FROM = 3  # groups


def root_cause_blocks(scene: Scene) -> tuple[Block, ...]:
    """A paragraph for each cause, with its whys, how it was found and how far it reaches."""
    blocks: list[Block] = []
    unexplained: list[Sentence] = []
    for cause in scene.case.causes:
        sentences = _cause(scene, cause)
        if len(cause.groups) >= _TABLE_FROM:  # split first, then explained
            blocks += _group_table(scene, cause)
        for group in cause.groups:
            if not group.known:
                unexplained.append(_group(scene, cause, group))
            elif len(cause.groups) < _TABLE_FROM:
                sentences.append(_group(scene, cause, group))
        blocks.append(Block("paragraph", (tuple(sentences),)))
    if unexplained:  # after all that could be explained
        blocks.append(Block("paragraph", (tuple(unexplained),)))
    return tuple(blocks) or (_missing(scene, "gap_causes", "causes"),)


def corrective_blocks(scene: Scene) -> tuple[Block, ...]:
    """What was done, by date. What has no date is a plan and stands with the measures."""
    done = done_deeds(scene.case)
    if not done:
        return (_missing(scene, "gap_corrective", "corrective"),)
    if _one_day([action.done for action in done]):
        lead = _lead(scene, "all_on_date", f"corrective/{done[0].id}/done", done[0].done, "done")
        return (lead, _numbered([(_deed(scene, action, None),) for action in done]))
    days = ["", *(action.done for action in done)]
    deeds: list[tuple[Sentence, ...]] = [
        (
            _deed(
                scene,
                action,
                _from(
                    scene,
                    ("on_date", "same_day"),
                    f"corrective/{action.id}/done",
                    action.done,
                    same=action.done == before,
                ),
            ),
        )
        for action, before in zip(done, days, strict=False)
    ]
    return _listed(deeds)


def preventive_blocks(scene: Scene) -> tuple[Block, ...]:
    """Controls in force, by start; then, apart, what is only planned."""
    running = running_controls(scene.case)
    controls = _controls(scene, running)
    planned = [
        *(_planned_action(scene, a) for a in scene.case.corrective if not is_done(scene.case, a)),
        *(_planned_measure(scene, m) for m in scene.case.preventive if not in_force(scene.case, m)),
    ]
    blocks = controls
    if planned:
        blocks = (*blocks, Block("paragraph", (tuple(planned),)))
    return blocks or (_missing(scene, "gap_preventive", "preventive"),)


def done_deeds(case: Case) -> list[CorrectiveAction]:
    """What is done, by day: as the letter lists it."""
    found = [action for action in case.corrective if is_done(case, action)]
    return sorted(found, key=lambda action: action.done)


def running_controls(case: Case) -> list[PreventiveMeasure]:
    """What is in force, by start: as the letter lists it."""
    found = [measure for measure in case.preventive if in_force(case, measure)]
    return sorted(found, key=lambda measure: measure.since)


def is_numbered(items: Sequence[object]) -> bool:
    """True where so many become a numbered list; fewer read better as a paragraph."""
    return len(items) >= _LIST_FROM


def _controls(scene: Scene, running: list[PreventiveMeasure]) -> tuple[Block, ...]:
    """The controls in force; a start that all of them share is said once."""
    if _one_day([measure.since for measure in running]):
        first = running[0]
        lead = _lead(scene, "all_since", f"preventive/{first.id}/since", first.since, "since")
        return (lead, _numbered([_control(scene, measure, None) for measure in running]))
    days = ["", *(measure.since for measure in running)]
    controls = [
        _control(
            scene,
            measure,
            _from(
                scene,
                ("since", "same_start"),
                f"preventive/{measure.id}/since",
                measure.since,
                same=measure.since == before,
            ),
        )
        for measure, before in zip(running, days, strict=False)
    ]
    return _listed(controls) if controls else ()


def _one_day(days: list[str]) -> bool:
    """True where a list would say the same day again and again."""
    return is_numbered(days) and len(set(days)) == 1


def _lead(scene: Scene, frame: str, path: str, day: str, field: str) -> Block:
    date = scene.read("date", day, path, scene.label(field))
    return Block("paragraph", ((scene.writer.line(frame, path, date=date),),))


def _numbered(items: list[tuple[Sentence, ...]]) -> Block:
    return Block("numbered", tuple(items))


def _listed(items: list[tuple[Sentence, ...]]) -> tuple[Block, ...]:
    if not is_numbered(items):
        return (Block("paragraph", (tuple(s for item in items for s in item),)),)
    return (_numbered(items),)


def _missing(scene: Scene, frame: str, path: str) -> Block:
    return Block("paragraph", ((scene.writer.gap(frame, path),),))


def _cause(scene: Scene, cause: Cause) -> list[Sentence]:
    writer, path = scene.writer, f"causes/{cause.id}"
    if cause.own:
        main = writer.own(as_sentence(cause.own), f"{path}/own")
    else:
        main = scene.phrase("cause", cause, path, "say")
    proof = [exhibit.id for exhibit in scene.case.evidence if cause.id in exhibit.proves]
    sentences = [writer.sentence([main, *scene.exhibits(tuple(proof))], path)]
    for why in cause.whys:
        if why.own:
            place = f"{path}/whys/{why.id}"
            own = writer.own(as_sentence(why.own), f"{place}/own")
            sentences.append(writer.sentence([own], place))
    if cause.found_by is not None:
        found = scene.read("found_by", cause.found_by, f"{path}/found_by", scene.label("found_by"))
        sentences.append(writer.line("found_by", f"{path}/found_by", found_by=found))
    if cause.period is not None:
        period = scene.read("period", cause.period, f"{path}/period", scene.label("period"))
        sentences.append(writer.line("period", f"{path}/period", period=period))
    return sentences


def _group(scene: Scene, cause: Cause, group: Group) -> Sentence:
    path = f"causes/{cause.id}/groups/{group.id}"
    count = scene.read("count", group.count, f"{path}/count", scene.label("quantity"))
    if not group.known:
        return scene.writer.line("group_unknown", path, count=count)
    label = Given(group.label or None, f"{path}/label", scene.label("group_label"))
    return scene.writer.line("group_known", path, count=count, label=label)


def _group_table(scene: Scene, cause: Cause) -> list[Block]:
    """Three or more groups stand clearer in a table, with their total above it."""
    writer, path = scene.writer, f"causes/{cause.id}/groups"
    rows = []
    numbers = []
    for group in cause.groups:
        where = f"{path}/{group.id}"
        count = scene.read("count", group.count, f"{where}/count", scene.label("quantity"))
        numbers.append(count.value)
        label = Given(group.label or None, f"{where}/label", scene.label("group_label"))
        name = "line" if group.known else "group_cell_unknown"
        rows.append(
            (
                writer.cell(name, where, capitals=True, value=label),
                writer.cell("line", where, value=count),
            )
        )
    header = (writer.line("group_head_label", path), writer.line("group_head_count", path))
    total = [number for number in numbers if isinstance(number, int)]
    blocks = []
    if len(total) == len(numbers):  # a sum over a gap would be invented
        given = Given(sum(total), path)
        rows.append((writer.cell("group_total", path), writer.cell("line", path, value=given)))
        blocks.append(Block("paragraph", ((writer.line("group_lead", path, total=given),),)))
    return [*blocks, Block("table", header=header, rows=tuple(rows))]


def _from(scene: Scene, frames: tuple[str, str], path: str, day: str, *, same: bool) -> Part:
    """The day that opens a deed or a control; the second frame where the one before had it too."""
    usual, again = frames
    if same:
        return scene.writer.frame(again)
    field = path.rpartition("/")[2]
    return scene.writer.frame(usual, date=scene.read("date", day, path, scene.label(field)))


def _deed(scene: Scene, action: CorrectiveAction, lead: Part | None) -> Sentence:
    writer, path = scene.writer, f"corrective/{action.id}"
    led = [lead] if lead else []
    parts = [*led, _clause(scene, "corrective", action, path, "say")]
    parts += _partly(scene, action, path)
    if action.own and action.role is not None:  # a phrase names the role itself
        who = scene.read("role", action.role, f"{path}/role", scene.label("owner"))
        parts.append(writer.frame("by_role", who=who))
    return writer.sentence([*parts, *scene.exhibits(action.exhibits), writer.frame("stop")], path)


def _partly(scene: Scene, action: CorrectiveAction, path: str) -> list[Part]:
    """What of it is done and what is not, where it is not all."""
    if action.status is not Deed.PARTLY:
        return []
    count = scene.read("count", action.count, f"{path}/count", scene.label("quantity"))
    total = scene.read("count", action.total, f"{path}/total", scene.label("quantity"))
    if not isinstance(count.value, int) or not isinstance(total.value, int):
        return []
    if not 0 < count.value <= total.value:
        return []
    left = Given(total.value - count.value, f"{path}/total", scene.label("quantity"))
    return [scene.writer.frame("partly", count=count, total=total, rest=left)]


def _control(scene: Scene, measure: PreventiveMeasure, lead: Part | None) -> tuple[Sentence, ...]:
    return (_rule(scene, measure, lead), *_upkeep(scene, measure), *_effect(scene, measure))


def _rule(
    scene: Scene, measure: PreventiveMeasure, lead: Part | None, as_a: str = "say"
) -> Sentence:
    """What the control is, with its proof."""
    path = f"preventive/{measure.id}"
    clause = _clause(scene, "preventive", measure, path, "say", as_a)
    led = [lead] if lead else []
    proof, stop = scene.exhibits(measure.exhibits), scene.writer.frame("stop")
    return scene.writer.sentence([*led, clause, *proof, stop], path)


def _upkeep(scene: Scene, measure: PreventiveMeasure) -> list[Sentence]:
    """Owner, rhythm and record of a control in own words; a phrase says them itself."""
    fields = (measure.owner, measure.rhythm, measure.record)
    if not measure.own or all(answer is None for answer in fields):
        return []
    path = f"preventive/{measure.id}"
    names = ("owner", "rhythm", "record")
    kinds = ("role", "rhythm", "record")
    givens = {
        name: scene.read(kind, answer, f"{path}/{name}", scene.label("owner"))
        for name, kind, answer in zip(names, kinds, fields, strict=True)
    }
    return [scene.writer.line("upkeep", f"{path}/owner", **givens)]


def _effect(scene: Scene, measure: PreventiveMeasure) -> list[Sentence]:
    """Why the control would have caught the cause, and the figure that shows that it works.

    Said only of a control in force: a plan has no effect yet.
    """
    writer, path = scene.writer, f"preventive/{measure.id}"
    sentences = []
    place = f"{path}/catches"
    if measure.catches:
        why = writer.own(as_clause(measure.catches), place)
    elif measure.phrase and not measure.own:
        why = scene.phrase("preventive", measure, path, "catches")
    else:
        why = None
    if why:
        sentences.append(
            writer.sentence([writer.frame("so_that"), why, writer.frame("stop")], place)
        )
    if measure.measure:
        place = f"{path}/measure"
        sentences.append(writer.sentence([writer.own(as_sentence(measure.measure), place)], place))
    return sentences


def _planned_action(scene: Scene, action: CorrectiveAction) -> Sentence:
    writer, path = scene.writer, f"corrective/{action.id}"
    clause = _clause(scene, "corrective", action, path, "plan")
    parts = [_planned(scene, "planned_action", "planned_for", action.done, f"{path}/done"), clause]
    if action.role is not None and not _names_who(scene, action):
        who = scene.read("role", action.role, f"{path}/role", scene.label("owner"))
        parts.append(writer.frame("by_role", who=who))
    return writer.sentence([*parts, writer.frame("stop")], path)


def _planned(scene: Scene, frame: str, dated: str, day: str, path: str) -> Part:
    """ "Planned for ...", where the day is known."""
    date = scene.read("date", day, path, scene.label("done"))
    return scene.writer.frame(dated, date=date) if date.value else scene.writer.frame(frame)


def _names_who(scene: Scene, action: CorrectiveAction) -> bool:
    """True where the plan of the phrase says itself who does it."""
    phrase = None if action.own else scene.shelf.phrase(scene.case, action.phrase, "corrective")
    said = phrase.plan.get(scene.case.letter_language, ()) if phrase else ()
    return any("who" in slots_of(parse(wording)) for wording in said)


def _planned_measure(scene: Scene, measure: PreventiveMeasure) -> Sentence:
    place = f"preventive/{measure.id}/since"
    lead = _planned(scene, "planned_measure", "planned_from", measure.since, place)
    return _rule(scene, measure, lead, "plan")


def _clause(scene: Scene, part: str, item: Item, path: str, key: str, as_a: str = "") -> Part:
    """The phrase or the own words of an item; a plan in own words is another sentence than a deed
    in the same words."""
    if item.own:
        planned = "plan" if "plan" in (key, as_a) else ""
        return scene.writer.own(as_clause(item.own), f"{path}/own", planned)
    return scene.phrase(part, item, path, key)

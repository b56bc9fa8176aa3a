"""The deadline for the seller's own calendar."""

from datetime import date

from appealwriter.export.calendar import write_ics
from appealwriter.model.case import Case, Deadline, Notice, Sender

DUE = date(2026, 11, 21)
CASE = Case(
    id="c1",
    sender=Sender(shop="Brightpine; Home, Ltd.", case_id="17284096351"),
    notice=Notice(date="2026-11-18", deadline=Deadline(72, "hours", words="within 72 hours")),
)


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def test_the_whole_day_is_kept_with_an_alarm_the_day_before():
    lines = unfolded(write_ics(CASE, DUE))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20261121" in lines
    assert "DTEND;VALUE=DATE:20261122" in lines
    assert "TRIGGER:-PT15H" in lines
    assert "SUMMARY:Last day to answer the notice: Brightpine\\; Home\\, Ltd." in lines
    assert "DESCRIPTION:17284096351 · within 72 hours" in lines


def test_no_line_is_longer_than_calendars_allow_nor_cuts_a_letter():
    long = Case(id="c1", sender=Sender(shop="深圳市亮松贸易有限公司" * 20))
    data = write_ics(long, DUE)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert any("深圳市亮松贸易有限公司" * 20 in line for line in unfolded(data))


def test_nothing_typed_can_begin_a_line_of_its_own():
    hostile = Case(id="c1", sender=Sender(shop="a\r\nATTACH:x\nb"))
    assert not any(line.startswith("ATTACH") for line in unfolded(write_ics(hostile, DUE)))


def test_a_changed_deadline_replaces_the_entry():
    def uid(data: bytes) -> str:
        return next(line for line in unfolded(data) if line.startswith("UID:"))

    assert write_ics(CASE, DUE) == write_ics(CASE, DUE)
    assert uid(write_ics(CASE, DUE)) == uid(write_ics(CASE, date(2026, 11, 25)))

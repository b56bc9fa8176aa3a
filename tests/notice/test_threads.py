"""Of a pasted thread the newest notice is read; what the seller wrote is not taken for it."""

from appealwriter.notice.cues import Cues
from appealwriter.notice.reader import read
from appealwriter.notice.threads import messages

OLD = "Your Amazon selling account has been deactivated. Your late shipment rate is 9%."
MINE = "Dear Amazon, we are sorry for the late shipments. The root cause was a shortage."
NEW = "Thank you for your plan. It is not enough. Please send invoices within 3 days."


def test_the_newest_message_is_read_and_places_count_in_the_whole(cues: Cues) -> None:
    quoted = f"On Mon, 16 Nov 2026 at 09:12, Lumo <a@example.com> wrote:\n> {MINE}\n> {OLD}"
    reading = read(f"{NEW}\n\n{quoted}", cues)
    assert (reading.kind, reading.asks_for) == ("more_info", ("invoices",))


def test_under_the_seller_s_own_mail_the_notice_is_found(cues: Cues) -> None:
    head = "From: Amazon <notice@amazon.com>\nSent: Monday\nTo: Lumo\nSubject: Your account"
    text = f"{MINE}\n\n{head}\n\n{OLD} Send a plan of action within 72 hours."
    reading = read(text, cues)
    assert (reading.is_notice, reading.kind, reading.reason) == (
        True,
        "suspension",
        "late_shipment",
    )
    ((start, end),) = reading.spans["deadline"]
    assert text[start:end] == "within 72 hours"


def test_a_quoted_notice_is_read_without_its_marks(cues: Cues) -> None:
    lines = "\n".join(f"> {line}" for line in (OLD, "Send invoices", "by November 24, 2026."))
    reading = read(f"Hello, what is this?\n\n{lines}", cues)
    assert reading.is_notice
    assert reading.reason == "late_shipment"


def test_a_mail_s_own_head_is_no_second_message(cues: Cues) -> None:
    text = f"Date: Mon, 16 Nov 2026\nFrom: notice@amazon.com\nSubject: Account\n\n{OLD}"
    assert messages(text, cues) == ((0, len(text)),)
    assert read(text, cues).date == "2026-11-16"


def test_the_messages_cover_the_text_without_gap(cues: Cues) -> None:
    text = f"{NEW}\n-----Original Message-----\nFrom: Lumo\n\n{MINE}\n> {OLD}\n"
    parts = messages(text, cues)
    assert len(parts) == 3
    assert "".join(text[start:end] for start, end in parts) == text

"""Wording no cue was taken from is read nearly as well, and what is no notice is refused."""

import pytest

from appealwriter.notice.cues import Cues
from appealwriter.notice.reader import read
from benchmarks import paraphrases

FILES = ("whole", "second", "third")


@pytest.mark.parametrize("name", FILES)
def test_most_causes_are_found(name: str, cues: Cues) -> None:
    right = [read(n["text"], cues).reason == n["reason"] for n in paraphrases.whole(name)]
    assert sum(right) >= 0.95 * len(right)


@pytest.mark.parametrize("name", FILES)
def test_what_is_shown_as_certain_is_right(name: str, cues: Cues) -> None:
    readings = [(read(n["text"], cues), n["reason"]) for n in paraphrases.whole(name)]
    assert all(reading.reason == reason for reading, reason in readings if reading.sure)


@pytest.mark.parametrize("name", [*FILES, "fourth"])
def test_other_texts_are_refused(name: str, cues: Cues) -> None:
    texts = paraphrases.other_texts(f"{name}_others")
    taken = [other["what"] for other in texts if read(other["text"], cues).is_notice]
    assert taken == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ihr Amazon-Konto wurde gesperrt. Bitte senden Sie uns die Rechnungen.", "de"),
        ("Votre compte Amazon a été désactivé. Veuillez fournir les factures.", "fr"),
        ("Su cuenta de Amazon ha sido suspendida. Envíe las facturas.", "es"),
        ("Your Amazon account is suspended. Die Marke GmbH complained.", "en"),
    ],
)
def test_the_language_is_told(text: str, language: str, cues: Cues) -> None:
    assert read(text, cues).language == language


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Your account may be suspended. Pay the outstanding balance within 7 days.", 7),
        ("Please settle the amount due within 10 days, or we close your account.", 10),
        ("Your account is at risk. Bitte senden Sie den Plan innerhalb von 5 Tagen.", 5),
    ],
)
def test_a_limit_to_pay_is_a_deadline(text: str, value: int, cues: Cues) -> None:
    deadline = read(f"Your Amazon selling account: {text}", cues).deadline
    assert deadline is not None
    assert deadline.value == value

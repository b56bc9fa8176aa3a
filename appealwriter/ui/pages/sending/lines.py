"""The questions of step 2 in words: what each is called, why it is asked, an example."""

from typing import TypeAlias

from appealwriter.base.i18n import tr

Lines: TypeAlias = list[tuple[str, str, str, str]]
"""Name, title, why and example of each field."""


def requisites() -> Lines:
    """What only a formal claim names."""
    return [
        ("registration", tr("Registration number"), tr("As in the business licence."), ""),
        ("address", tr("Registered address"), tr("The answer to a claim is posted there."), ""),
        ("phone", tr("Telephone"), "", ""),
        ("contract", tr("Contract"), tr("Its name as accepted in the account."), ""),
        (
            "contract_date",
            tr("Contract accepted on"),
            tr("Year-month-day."),
            "2025-03-14",
        ),
        ("outgoing", tr("Outgoing number"), tr("Your own number for this letter."), "12/2026"),
        ("clause", tr("Clause the platform cites"), tr("As the notice names it."), ""),
    ]


def sender_lines() -> Lines:
    """Who writes, in reading order."""
    return [
        ("shop", tr("Shop"), tr("The store name buyers see."), "Brightpine Home"),
        (
            "company",
            tr("Legal company"),
            tr("As in the business licence."),
            "Shenzhen Brightpine Trading Co., Ltd.",
        ),
        ("person", tr("Who signs"), tr("A person's name in the letter's alphabet."), "Chen Li"),
        ("role", tr("Role"), tr("Of the person who signs."), "Operations Manager"),
        (
            "email",
            tr("E-mail"),
            tr("The one the account was registered with."),
            "li.chen@example.com",
        ),
        (
            "merchant_token",
            tr("Merchant token or seller ID"),
            tr("It tells your shop from others of the same name."),
            "A1EXAMPLE23XYZ",
        ),
        ("marketplace", tr("Marketplace"), tr("Where the shop was blocked."), "US"),
        (
            "case_id",
            tr("Case ID"),
            tr("The platform's own number, if the notice names one."),
            "17284096351",
        ),
        ("addressee", tr("To whom"), tr("Empty: the platform's usual team."), ""),
    ]


def letter_lines() -> list[tuple[str, str, str]]:
    """Path, title and why of what is asked about the letter itself, in reading order."""
    return [
        (
            "stance",
            tr("Is the notice right?"),
            tr("A letter that accepts and one that objects are written differently."),
        ),
        (
            "letter_language",
            tr("Language of the letter"),
            tr("The platform's usual one stands first. You answer in your own language."),
        ),
        ("structure", tr("Form of the letter"), ""),
        (
            "letter_date",
            tr("Date of the letter"),
            tr("The day you send it. It may stay empty."),
        ),
        (
            "requests",
            tr("What you ask for"),
            tr("Empty: the letter asks what letters of its kind ask."),
        ),
        (
            "corrections",
            tr("Corrections to an earlier letter"),
            tr("Only for a second round: what was wrong in it is said once, near the top."),
        ),
        (
            "limit",
            tr("Characters the box takes"),
            tr("The least needed sentences are left out to fit, and named."),
        ),
    ]

"""The words that files, command line and code share. Ids only; their names are in resources/."""

from enum import StrEnum


class Route(StrEnum):
    """Which kind of answer the notice asks for."""

    PLAN = "plan"
    DOCUMENTS = "documents"
    PLAN_AND_DOCUMENTS = "plan_and_documents"
    DISPUTE = "dispute"
    OTHER_ACCOUNT_FIRST = "other_account_first"
    EVIDENCE_FOR_REVIEW = "evidence_for_review"
    FORM = "form"
    ACKNOWLEDGE = "acknowledge"
    WATCH = "watch"
    NONE = "none"


class Kind(StrEnum):
    """What sort of message the platform sent."""

    SUSPENSION = "suspension"
    WARNING = "warning"
    LISTING_REMOVAL = "listing_removal"
    DENIAL = "denial"
    MORE_INFO = "more_info"
    REINSTATEMENT = "reinstatement"
    FUNDS_HOLD = "funds_hold"


class Structure(StrEnum):
    """The form of the letter."""

    THREE_PART = "three_part"
    FIVE_PART = "five_part"
    DISPUTE = "dispute"
    COVER_NOTE = "cover_note"
    REVIEW_EVIDENCE = "review_evidence"
    FORM_ANSWERS = "form_answers"
    OTHER_ACCOUNT = "other_account"
    OZON_REQUEST = "ozon_request"
    OZON_CLAIM = "ozon_claim"
    PAYOUT_INQUIRY = "payout_inquiry"


class Level(StrEnum):
    """How much a finding matters."""

    MISSING = "missing"
    WEAK = "weak"
    ADVICE = "advice"


class Stance(StrEnum):
    """Whether the seller accepts what the notice says."""

    ACCEPT = "accept"
    DISPUTE = "dispute"
    MIXED = "mixed"


class State(StrEnum):
    """How far a case has come."""

    DRAFT = "draft"
    SENT = "sent"
    MORE_INFO = "more_info"
    REFUSED = "refused"
    REINSTATED = "reinstated"
    NO_ANSWER = "no_answer"


class Deed(StrEnum):
    """How far a corrective action has come."""

    DONE = "done"
    PARTLY = "partly"
    PLANNED = "planned"


SECTIONS = ("greeting", "root_cause", "corrective_actions", "preventive_actions", "closing")

PART_OF = {
    "causes": "cause",
    "corrective": "corrective",
    "preventive": "preventive",
    "points": "point",
    "requests": "request",
}
"""Which part of a playbook each list of a case draws its phrases from."""

ASKS_FOR = (
    "root_cause",
    "corrective_actions",
    "preventive_actions",
    "invoices",
    "authorization_letter",
    "identity_document",
    "utility_bill",
    "bank_statement",
    "business_licence",
    "compliance_documents",
    "proof_of_delivery",
    "order_evidence",
    "retraction",
    "other_account_details",
    "photos",
    "video_call",
    "acknowledge_only",
    "nothing",
)

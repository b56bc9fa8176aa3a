"""The two kinds of bad news: an expected one is an AppealError, everything else is a bug.

AppealError
 +- BadInput       something given to the program cannot be used (exit code 2)
 +- DataFileError  a playbook, phrase or rule file is wrong; names file and place
 +- StoreError     the disk did not take or give what was asked
"""


class AppealError(Exception):
    """Bad news a person can act on.

    `what` says what is wrong, `advice` what to do about it; both are whole sentences in the
    interface language.
    """

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice

    def __str__(self) -> str:
        apart = "" if self.what.endswith("。") else " "  # Chinese sentences stand close
        return f"{self.what}{apart}{self.advice}".strip()


class BadInput(AppealError):
    """A file, a text or an answer that cannot be used as it is."""


class DataFileError(AppealError):
    """A knowledge file is wrong: names the file, the place in it and the mend."""


class StoreError(AppealError):
    """The disk did not take or give what was asked."""

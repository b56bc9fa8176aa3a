"""The same words in the program's three languages, kept side by side."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

LANGUAGES = ("zh", "en", "ru")


@dataclass(frozen=True, slots=True)
class Words:
    """One thing said in Chinese, English and Russian; a language may still be empty."""

    zh: str = ""
    en: str = ""
    ru: str = ""

    def get(self, language: str) -> str:
        """The words in `language` ("zh", "en" or "ru"); empty where they are missing."""
        return str(getattr(self, language))

    def any(self, preferred: str) -> str:
        """The words in `preferred`, else in the first language that has them."""
        return self.get(preferred) or self.en or self.zh or self.ru

    def __bool__(self) -> bool:
        return bool(self.zh or self.en or self.ru)

    def to_json(self) -> dict[str, str]:
        """Only the languages that say something."""
        return {f.name: value for f in fields(self) if (value := self.get(f.name))}

    @classmethod
    def from_json(cls, raw: Mapping[str, object]) -> "Words":
        """Words from a mapping of language to text, None standing for no words.

        Raises KeyError for another language, TypeError for what is no text.
        """
        said = {}
        for key, value in raw.items():
            if key not in LANGUAGES:
                raise KeyError(key)
            if value is None:
                continue
            if not isinstance(value, str):
                raise TypeError(key)
            said[key] = value
        return cls(**said)

"""Appeal Writer: an offline program that turns a seller's facts into a suspension appeal."""

__version__ = "0.1.0"

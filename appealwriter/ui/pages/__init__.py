"""The questions, one page for each step of the way."""

"""python3 dev.py bench: every budget of docs/architecture.md, measured in this run."""

from benchmarks import edit, start, word_export
from benchmarks.timing import row


def main() -> None:
    """Print the table."""
    print(row("what", "against", "found", "budget"))
    for part in (start, edit, word_export):
        print(part.main())


if __name__ == "__main__":
    main()

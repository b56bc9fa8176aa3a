"""The only code that writes to the user's disk: drafts, case files, settings."""

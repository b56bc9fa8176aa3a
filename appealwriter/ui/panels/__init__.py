"""What stands beside the questions: the letter, its read-back, and what the checks say."""

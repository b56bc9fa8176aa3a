"""Speed, as ratios to a named floor measured in the same run: python3 dev.py bench."""

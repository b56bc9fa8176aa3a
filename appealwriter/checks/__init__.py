"""From values to findings: what a strict reviewer would miss in this case or letter."""

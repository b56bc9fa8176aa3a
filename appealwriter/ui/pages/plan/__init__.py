"""What the three pages of the plan share: sentences with gaps, own words, rows under causes."""

"""The order of the road: notice to case, case to letter, letter to findings."""

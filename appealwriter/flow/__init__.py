"""The steps a seller walks, and the state of each; no window needed."""

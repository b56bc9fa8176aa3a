"""What the notice page is made of: pasting, the rows of the reading, and what the reason means."""

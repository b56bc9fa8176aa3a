"""What the steps Review, Evidence and After sending are built from."""

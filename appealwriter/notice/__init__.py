"""From a pasted notice to a Reading: what the platform says and asks, and how sure we are."""

"""What the page of shop and sender is made of."""

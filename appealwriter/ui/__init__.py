"""The window: the only code that knows Qt. It shows and asks, and decides nothing."""

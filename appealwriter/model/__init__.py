"""Values only: nothing here reads a file, a clock or a screen."""

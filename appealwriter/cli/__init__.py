"""The command line: the same core without a window. It never loads Qt by itself."""

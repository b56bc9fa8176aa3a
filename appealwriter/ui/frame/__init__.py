"""The frame round the pages: header, steps, navigation, tabs at the right, status line."""

"""What is seen before a case is open: the list of cases, the first start, a letter to check."""

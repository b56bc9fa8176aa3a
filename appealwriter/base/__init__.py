"""Tools that know nothing of appeals: paths, text cleaning, errors, words in three languages."""

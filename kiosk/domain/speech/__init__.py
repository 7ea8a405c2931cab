"""How written words are said aloud: sentences, numbers, dates, codes and abbreviations."""

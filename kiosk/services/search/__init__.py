"""Finds procedures in the citizens' own words.

How a query is read (`reading`, `single_words`, `thesaurus`). Each typed word may stand for several
words of the vocabulary, each with a factor in 0–1 that says how far it is from what was typed: the
word itself; the same letters with other marks, hỏi and ngã nearer than the rest; raw Telex or VNI;
two words written as one; a word that sounds alike (l and n, ch and tr, s and x, d, gi and r); one
slip of the finger; and for the last word, what may become of it. Words that stand side by side in
some name support each other, so "trung thuc" is read as chứng thực. Then sayings are replaced by
what they stand for, in names and in queries alike: dialect, abbreviations, equal meanings.

How a name is ranked (`index`). A word weighs the more, the fewer procedures say it; fillers weigh
half; two words side by side count as one thing more. A name is worth asked^0.6 · named^0.4: how
much of the query it explains, and how much of it was asked for.

How a procedure is ranked (`ranking`). 0.3 of its score is its best name, 0.2 the two next ones, 0.4
all words of all its names together, where it counts up to a point how many names say a word; 0.1
is added when the query is the very name. Papers are names too, worth 0.6. The weights were found by
dropping each synonym in turn and asking for it.

How a query is answered (`engine`). Questions, lessons and places elsewhere are documents with names
in the same index. A question is asked when its phrase and the query, both without fillers, are
nearly the same, or when two procedures it separates are neck and neck; a lesson or a place answers
when it fits better than any procedure. What stands word for word among a procedure's synonyms needs
no question. The national catalogue has an index of its own and comes after what is ours, unless one
of its names fits by far better.
"""

from kiosk.services.search.engine import Search

__all__ = ["Search"]

"""Use cases of the product, without Qt and without a database of their own."""

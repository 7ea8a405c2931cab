"""The product's rules in plain Python: no Qt, no database, nothing but the standard library."""

"""Printed papers and exported tables, made as bytes from domain data.

Paper speaks Vietnamese in every language of the screen: it is read at home, by the family. Nothing
here knows a printer, a file or a database; the same input always gives the same bytes.
"""

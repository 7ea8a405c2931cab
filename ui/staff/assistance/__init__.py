"""The sections of the assistance form."""

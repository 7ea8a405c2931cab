"""The database: rows, records and migrations. Rows never leave this package."""

"""The staff console: calls, the assistance log, the mobile-service list, the lead's pages."""

"""Finds procedures in the citizens' own words."""

from kiosk.services.search.engine import Search

__all__ = ["Search"]

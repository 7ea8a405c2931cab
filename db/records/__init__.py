"""One module for each record of kiosk.services.ports: SQL in, frozen domain dataclasses out."""

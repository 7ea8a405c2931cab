"""The stand-in's receipt as a PDF of one A4 page."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


def receipt_pdf(code: str) -> bytes:
    """Return the PDF that the portal gives out for a dossier."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.drawString(72, 760, f"Stand-in receipt {code}")
    canvas.save()
    return out.getvalue()

"""Takes the one file out of a form that was sent in parts."""

from __future__ import annotations

from email.parser import BytesParser
from email.policy import HTTP


def uploaded_file(content_type: str, body: bytes) -> tuple[str, bytes]:
    """Return name and content of the first file; both are empty when none was chosen."""
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + body)
    for part in message.iter_parts():
        name = part.get_filename()
        content = part.get_payload(decode=True)
        if name and isinstance(content, bytes):
            return name, content
    return "", b""

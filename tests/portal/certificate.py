"""A certificate for 127.0.0.1 that nobody trusts but a browser that was told its fingerprint.

Made afresh for every run of the tests, with a key that is never used for anything else. A profile
off the record takes no additional authorities (Qt keeps those for profiles with a folder), so the
engine of the tests is told this one key instead; any other unknown key it refuses as ever.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from ipaddress import IPv4Address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_HERE = IPv4Address("127.0.0.1")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a server needs (`chain`: certificate and key as PEM), and the flag for the engine."""

    chain: Path
    fingerprint: str

    @property
    def flag(self) -> str:
        """The engine's option that takes this key, and no other, as known."""
        return f"--ignore-certificate-errors-spki-list={self.fingerprint}"


def make_certificate(folder: Path) -> Certificate:
    """Write a certificate for this computer below `folder`."""
    key = ec.generate_private_key(ec.SECP256R1())
    chain = folder / "portal.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    chain.write_bytes(_signed_by_itself(key).public_bytes(serialization.Encoding.PEM) + private)
    public = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return Certificate(chain, b64encode(sha256(public).digest()).decode())


def _signed_by_itself(key: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Stand-in portal")])
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _DAY)
        .not_valid_after(now + 30 * _DAY)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(_HERE)]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )

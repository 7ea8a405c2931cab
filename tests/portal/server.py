"""The stand-in's server: HTTPS on 127.0.0.1, on a port that is free at that moment."""

from __future__ import annotations

import ssl
from http.server import ThreadingHTTPServer
from threading import Thread

from tests.portal.certificate import Certificate
from tests.portal.handler import Handler
from tests.portal.office import PortalOffice, Switches


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # A browser keeps connections open and drops them when it likes; that is no failure of ours.
    block_on_close = False

    def handle_error(self, _request: object, _client: object) -> None:
        """Say nothing of connections that a browser has dropped."""


class StandIn:
    """A portal that runs from `start` to `stop`."""

    def __init__(self, certificate: Certificate) -> None:
        self.office = PortalOffice()
        office = self.office

        class Bound(Handler):
            """The handler of this portal."""

        Bound.office = office
        self._server = _Server(("127.0.0.1", 0), Bound)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate.chain)
        self._server.socket = context.wrap_socket(
            self._server.socket, server_side=True, do_handshake_on_connect=False
        )
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def site(self) -> str:
        """Host and port, as an entry of the list of hosts."""
        return f"127.0.0.1:{self._server.server_address[1]}"

    @property
    def url(self) -> str:
        """Where its pages begin, without a slash at the end."""
        return f"https://{self.site}"

    @property
    def switches(self) -> Switches:
        """How it behaves."""
        return self.office.switches

    def asked(self, path: str) -> int:
        """Return how often a path was asked for."""
        with self.office.lock:
            return sum(one.partition("?")[0] == path for one in self.office.asked)

    def start(self) -> StandIn:
        """Begin to answer."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Answer no more; what is held back is let go."""
        self.office.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

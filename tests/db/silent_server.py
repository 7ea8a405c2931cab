"""A server that vanishes without a word: how long its clients wait until they know.

Run as `unshare --net python -m tests.db.silent_server FOLDER DATABASE`, in a network of its own:
the way to the server of FOLDER leads through a socket on its loopback device, and that is switched
off while one client sends and another waits for its answer. Each line says who was told what, and
after how many seconds.
"""

from __future__ import annotations

import fcntl
import socket
import struct
import sys
from threading import Lock, Thread
from time import monotonic

from sqlalchemy import Engine, text

from db.engine import postgres_engine
from db.errors import DatabaseError, told_plainly

SIOCSIFFLAGS = 0x8914
IFF_UP = 1
_one_line = Lock()


def switch_network(*, is_on: bool) -> None:
    """Switch the loopback device of this process's network on or off."""
    request = struct.pack("16sH14x", b"lo", IFF_UP if is_on else 0)
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, request)


def pump(source: socket.socket, target: socket.socket) -> None:
    """Hand on what comes, until one side is gone."""
    while data := source.recv(65536):
        target.sendall(data)


def forward(listener: socket.socket, server: str) -> None:
    """Lead every connection on to the server's own socket."""
    while True:
        client, _ = listener.accept()
        beyond = socket.socket(socket.AF_UNIX)
        beyond.connect(server)
        for way in ((client, beyond), (beyond, client)):
            Thread(target=pump, args=way, daemon=True).start()


def tell(who: str, began: float, error: DatabaseError) -> None:
    with _one_line:
        sys.stdout.write(f"{who} {type(error).__name__} {monotonic() - began:.1f}\n")
        sys.stdout.flush()


def wait_for_answer(engine: Engine, began: list[float]) -> None:
    """Ask what takes two minutes to answer; tell what came instead, counted from `began`."""
    try:
        with told_plainly(), engine.begin() as connection:
            connection.execute(text("SELECT pg_sleep(120)"))
    except DatabaseError as error:
        tell("waiting", began[0], error)


def is_waiting(engine: Engine) -> bool:
    query = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
    with engine.begin() as connection:
        return bool(connection.scalar(text(query)))


def main(folder: str, database: str) -> None:
    """Connect two clients, take the network away, and say what they learn."""
    switch_network(is_on=True)
    listener = socket.create_server(("127.0.0.1", 0))
    Thread(target=forward, args=(listener, f"{folder}/.s.PGSQL.5432"), daemon=True).start()
    port = listener.getsockname()[1]
    engine = postgres_engine(f"postgresql://postgres@127.0.0.1:{port}/{database}")
    began: list[float] = []
    waiting = Thread(target=wait_for_answer, args=(engine, began))
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
        waiting.start()
        while not is_waiting(engine):
            pass
        began.append(monotonic())
        switch_network(is_on=False)
        try:
            with told_plainly():
                connection.execute(text("SELECT 2"))
        except DatabaseError as error:
            tell("sending", began[0], error)
    waiting.join()


if __name__ == "__main__":
    main(*sys.argv[1:])

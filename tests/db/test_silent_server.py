"""A PostgreSQL that vanishes without a word is noticed within seconds, and told plainly."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.db.postgres import PostgresServer

ROOT = Path(__file__).parents[2]
LONGEST_SECONDS = 30.0


def test_a_server_that_vanishes_without_a_word_is_known_within_seconds(
    postgres_server: PostgresServer,
) -> None:
    """Its network is switched off: what is sent is not taken, and what is awaited never comes."""
    network = ["unshare", "--net"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
    if not shutil.which("unshare") or subprocess.run([*network, "true"], check=False).returncode:
        pytest.skip("this machine allows no network of one's own")
    name = postgres_server.new_database()
    command = [sys.executable, "-m", "tests.db.silent_server", str(postgres_server.folder), name]
    done = subprocess.run(
        [*network, *command], cwd=ROOT, capture_output=True, text=True, timeout=90, check=False
    )
    assert done.returncode == 0, done.stderr
    lines = [line.split() for line in done.stdout.splitlines()]
    assert sorted((who, fault) for who, fault, _ in lines) == [
        ("sending", "ConnectionLost"),
        ("waiting", "ConnectionLost"),
    ]
    assert max(float(after) for _, _, after in lines) < LONGEST_SECONDS
    postgres_server.drop_database(name)

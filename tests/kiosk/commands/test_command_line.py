"""What holds for every command: help, one line for an error, exit codes, streams, a fast start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import __version__
from kiosk.commands import COMMANDS
from kiosk.services.paths import DataPaths
from tests.kiosk.commands.running import PROGRAM, ROOT, SHARE, Command, Printed, run, unreadable

HEAVY = {"PySide6", "sqlalchemy", "alembic", "reportlab", "pydantic", "cryptography", "argon2"}
ACTIONS = ("content check", "slip verify", "db upgrade")


def loaded_by(*commands: list[str]) -> set[str]:
    """Return the packages a process has loaded after it ran the commands, all with success."""
    script = f"""
import sys
from kiosk.commands import main
for command in {commands!r}:
    try:
        code = main(command)
    except SystemExit as end:
        code = end.code
    assert code == 0, command
sys.stderr.write(" ".join(sys.modules))
"""
    ran = run("-c", script, stdin="khai sinh\n", python=(sys.executable,))
    assert ran.code == 0, ran.err
    return {name.partition(".")[0] for name in ran.err.split()}


@pytest.mark.parametrize("words", ["", *COMMANDS, *ACTIONS])
def test_each_command_has_help(command: Command, words: str) -> None:
    ran = command(*words.split(), "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"usage: dong-hanh-so {words}".rstrip())
    assert all(name in ran.out for name in COMMANDS) or words


def test_the_help_tells_every_option(command: Command) -> None:
    for line in command("run", "--help").lines + command("doctor", "--help").lines:
        words = line.split()
        if words and words[0].startswith("--") and words[0] != "--help":
            assert len(words) > 1, f"{line} is not explained"
    assert "--role" in command("run", "--help").out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("fly", "fly"),
        ("--fly", "--fly"),
        ("search --stdin --fly", "--fly"),
        ("search --json", "--stdin"),
        ("slip", "ACTION"),
        ("slip verify", "PAYLOAD"),
        ("slip forge x", "forge"),
        ("content", "ACTION"),
        ("db", "ACTION"),
        ("tour", "--out"),
        ("run --role boss", "boss"),
        ("--role boss", "boss"),
        ("doctor --data-dir", "--data-dir"),
        ("backup extra", "extra"),
        ("restore one two", "two"),
    ],
)
def test_a_wrong_word_is_told_in_one_line(command: Command, words: str, named: str) -> None:
    assert named in command(*words.split()).told()


def test_a_wrong_word_with_a_line_break_is_still_one_line(command: Command) -> None:
    assert "a b" in command("search", "--stdin", "a\nb").told()


def test_an_empty_folder_name_is_not_the_current_folder(command: Command) -> None:
    assert "--data-dir" in command("backup", "--data-dir", " ").told()


@pytest.mark.parametrize("words", ["run", "backup", "restore", "doctor", "slip verify X"])
def test_a_data_folder_that_is_a_file_is_refused(
    command: Command, tmp_path: Path, words: str
) -> None:
    file = tmp_path / "data"
    file.write_text("notes")
    assert f"not a folder: {file}" in command(*words.split(), "--data-dir", file).told()
    assert file.read_text() == "notes"


@pytest.mark.parametrize("words", ["backup", "restore", "slip verify X"])
def test_a_folder_on_a_network_is_refused(
    command: Command, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "network path" in command(*words.split(), "--data-dir", SHARE).told()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", ["backup", "restore", "slip verify X"])
def test_a_folder_that_may_not_be_read_is_named(
    command: Command, data: DataPaths, words: str
) -> None:
    with unreadable(data.root):
        told = command(*words.split(), "--data-dir", data.root).told()
    assert "Permission denied" in told
    assert str(data.root) in told


@pytest.mark.parametrize("words", ["backup", "slip verify X"])
def test_an_empty_folder_has_no_data(command: Command, tmp_path: Path, words: str) -> None:
    assert "no database in" in command(*words.split(), "--data-dir", tmp_path).told()
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_the_accounts_own_is_used(command: Command) -> None:
    assert "/DongHanhSo\n" in command("backup").told()
    assert "/DongHanhSo-demo\n" in command("backup", "--demo").told()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
def test_windows_without_a_display_are_told_in_one_line(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert "tour --out" in command("run", "--data-dir", tmp_path).told()
    assert list(tmp_path.iterdir()) == []


def test_the_version_is_told() -> None:
    ran = run("--version")
    assert (ran.code, ran.out, ran.err) == (0, f"{__version__}\n", "")


def test_the_command_line_itself_loads_nothing_big() -> None:
    script = (
        "import sys; from kiosk.commands import build_parser; build_parser(); print(*sys.modules)"
    )
    ran = run("-c", script, python=(sys.executable,))
    loaded = {name.partition(".")[0] for name in ran.out.split()}
    assert "kiosk" in loaded
    assert not loaded & HEAVY


def test_a_search_loads_no_database() -> None:
    assert not loaded_by(["search", "--stdin"]) & {"PySide6", "sqlalchemy", "reportlab"}


def test_slips_and_backups_need_no_qt(printed_office: Printed, data: DataPaths) -> None:
    folder = ["--data-dir", str(data.root)]
    verify = ["slip", "verify", printed_office.newest, *folder]
    assert "PySide6" not in loaded_by(verify, ["backup", *folder], ["restore", *folder])


def test_a_console_of_another_code_page_gets_vietnamese_all_the_same() -> None:
    env = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "LC_ALL": "C"}
    ran = run("search", "--stdin", stdin="đăng ký khai sinh\nxyzzy\n", env=env)
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines[0].startswith("đăng ký khai sinh: 1.001193 Đăng ký khai sinh")
    assert ran.lines[1] == "xyzzy:"


@pytest.mark.skipif(sys.platform == "win32", reason="closes its streams as a POSIX shell does")
def test_a_program_without_console_runs() -> None:
    shell = ("sh", "-c", 'exec "$@" >&- 2>&-', "sh", *PROGRAM)
    assert run("fly", python=shell).code == 2
    assert run("search", "--stdin", stdin="khai sinh\n", python=shell).code == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_is_full_is_told_in_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*PROGRAM, "content", "check"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == f"dong-hanh-so: {os.strerror(28)}\n"


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let children be interrupted: a suite started in the background of a shell ignores SIGINT."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_ends_quietly() -> None:
    with subprocess.Popen(
        [*PROGRAM, "search", "--stdin"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"khai sinh\n")
        process.stdin.flush()
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert process.stderr.read() == b""

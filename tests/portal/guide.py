"""The guide through the stand-in portal: a test copy of the registration of a birth that follows.

The shipped one cannot know the stand-in's pages, and nobody has seen the real portal's.
"""

from __future__ import annotations

from pathlib import Path

from resources import procedure_files

BIRTH = "1.001193"


def guide_files(folder: Path, site: str) -> tuple[Path, ...]:
    """Return the shipped procedures, with the stand-in's registration of a birth among them.

    It is written below `folder` for a stand-in at `site`, host and port.
    """
    text = (Path(__file__).parent / "guide.toml").read_text("utf-8")
    own = folder / f"{BIRTH}.toml"
    own.write_text(text.replace("SITE", site), "utf-8")
    return tuple(own if path.stem == BIRTH else path for path in procedure_files())

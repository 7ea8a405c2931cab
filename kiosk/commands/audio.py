"""`audio render`: records every sentence of the content with a machine's voice, for reading aloud.

A person's recordings lie in the same folder under the same names, and are left as they are.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import Any

from kiosk.commands.folder import add_folder_options, chosen_paths


def add_parser(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the command to the command line."""
    what = "work on the recordings for reading aloud"
    parser = commands.add_parser("audio", help=what, description=what)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    what = "write one WAV file per sentence of the content; recordings of people are kept"
    action = actions.add_parser("render", help=what, description=what)
    action.add_argument(
        "--out", type=Path, metavar="DIR", help="where to; the data folder's audio unless given"
    )
    action.add_argument(
        "--language", choices=("vi", "en"), default="vi", help="the language to record (vi)"
    )
    action.add_argument(
        "--voice", default="", metavar="NAME", help="a voice of espeak-ng, as vi-vn-x-south"
    )
    add_folder_options(action)
    action.set_defaults(carry_out=carry_out)


def carry_out(options: argparse.Namespace) -> int:
    """Render what is missing and tell how much that was; raises KnownError without a voice."""
    from kiosk.services import espeak
    from kiosk.services.audio_pack import render

    folder = options.out or chosen_paths(options).audio
    voice = options.voice or espeak.VOICES[options.language]
    speak = partial(espeak.rendered, voice=voice)
    speak("a")  # a voice that is not there is told before anything is written
    done = render(folder, options.language, _said(options.language), voice, speak)
    sys.stdout.write(
        f"{done.made} rendered, {done.kept} unchanged, {done.recorded} recorded by people, "
        f"{done.dropped} dropped: {folder}\n"
    )
    return 0


def _said(language: str) -> list[str]:
    """Return every sentence of the shipped content and of the citizen's pages."""
    from kiosk.services.catalogue import Catalogue
    from kiosk.services.content import read_content, shipped_english
    from kiosk.services.language import translated_texts
    from kiosk.services.lessons import read_lessons
    from kiosk.services.pack_texts import said_in_content, shown_texts
    from resources import lesson_files, locale_dir, procedure_files

    texts = shown_texts(translated_texts("en", locale_dir()), language)
    catalogue = Catalogue(read_content(procedure_files()).procedures, shipped_english())
    procedures = catalogue.in_language(language).all
    lessons = read_lessons(lesson_files()).lessons
    return said_in_content(procedures, lessons, texts, language)

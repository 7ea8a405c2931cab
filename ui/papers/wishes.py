"""What the pages about papers may wish for: the shell decides, as for every screen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenPapers:
    """The way from a step to the visit's papers."""


@dataclass(frozen=True, slots=True)
class ChoosePaper:
    """A paper of the list: look at it, or make it."""

    paper_id: str


@dataclass(frozen=True, slots=True)
class UseCamera:
    """Picture the paper here."""


@dataclass(frozen=True, slots=True)
class UseStick:
    """Take the paper from a USB stick."""


@dataclass(frozen=True, slots=True)
class TakePicture:
    """The wish “Chụp”: keep what the camera sees now."""


@dataclass(frozen=True, slots=True)
class TurnPicture:
    """The wish “Xoay”: a quarter clockwise, before or after the picture was taken."""


@dataclass(frozen=True, slots=True)
class NextCamera:
    """Look through another camera."""


@dataclass(frozen=True, slots=True)
class TryCamera:
    """Try once more to open the camera."""


@dataclass(frozen=True, slots=True)
class ChooseFile:
    """A file of the stick, counted from 0."""

    number: int


@dataclass(frozen=True, slots=True)
class PaperIsClear:
    """The wish “Đọc rõ”: keep the paper, and hand it over where the page waits for one."""


@dataclass(frozen=True, slots=True)
class TakeAnew:
    """The wish “Chụp lại”, or “Chọn tệp khác”: the page that is shown, once more."""


@dataclass(frozen=True, slots=True)
class AddSheet:
    """The wish “Thêm trang”: one more page after the last."""


@dataclass(frozen=True, slots=True)
class ShowSheet:
    """Another page of the paper, counted from 0."""

    number: int

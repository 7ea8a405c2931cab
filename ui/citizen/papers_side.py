"""The citizen's shell, as far as papers to hand over go: making them, and looking at them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSize, Slot
from PySide6.QtGui import QImage

from kiosk.domain.errors import BugError, KnownError
from kiosk.domain.flow import PAPER_SCREENS, Place, ScreenName, aside
from kiosk.domain.procedure import Attach
from kiosk.domain.visit_paper import (
    OTHER_PAPER_TITLE,
    SizeLimit,
    other_ids,
    papers_to_attach,
)
from kiosk.services.paper_shelf import PaperShelf
from ui.citizen.paper_hand_over import PaperHandOver
from ui.citizen.screens.paper_camera_screen import PaperCameraScreen
from ui.lanes import Failed, Lane
from ui.papers import wishes as w
from ui.papers.making import Made, Making, picture_of_image
from ui.papers.models import (
    PaperCameraModel,
    PaperCheckModel,
    PaperRow,
    PapersModel,
    PaperSourceModel,
    PaperStickModel,
)
from ui.papers.paper_camera import PaperCamera
from ui.papers.stick_watch import StickLook, StickWatch
from ui.papers.work import PaperWork
from ui.scanners.camera_feed import CameraState

if TYPE_CHECKING:
    from ui.citizen.shell import CitizenShell

log = logging.getLogger(__name__)


class PapersSide(QObject):
    """Papers of one visit after the other."""

    def __init__(self, shell: CitizenShell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._desk = shell.desk.papers
        self._work = PaperWork()
        self._is_arriving = False
        self.camera = PaperCamera(self._desk.scanner_camera, self)
        self.sticks = StickWatch(shell.desk.lanes, self._desk.stick_roots, self)
        self.hand_over = PaperHandOver(shell, self)
        self.camera.changed.connect(self._on_camera)
        self.camera.pictured.connect(self._on_pictured)
        self.sticks.changed.connect(self._on_sticks)

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """Return the wishes this side carries out."""
        return {
            w.OpenPapers: self._on_open,
            w.ChoosePaper: self._on_choose,
            w.UseCamera: self._on_use_camera,
            w.UseStick: self._on_use_stick,
            w.TakePicture: self._on_take,
            w.TurnPicture: self._on_turn,
            w.NextCamera: self._on_next_camera,
            w.TryCamera: self._on_try_camera,
            w.ChooseFile: self._on_file,
            w.PaperIsClear: self._on_clear,
            w.TakeAnew: self._on_take_anew,
            w.AddSheet: self._on_add_sheet,
            w.ShowSheet: self._on_show_sheet,
        }

    def models(self) -> dict[ScreenName, Callable[[Place], object]]:
        """Return how the model of each of its pages is made."""
        return {
            ScreenName.PAPERS: self._papers_model,
            ScreenName.PAPER_SOURCE: self._source_model,
            ScreenName.PAPER_CAMERA: self._camera_model,
            ScreenName.PAPER_STICK: self._stick_model,
            ScreenName.PAPER_CHECK: self._check_model,
        }

    # What the shell asks

    def arrived(self, place: Place) -> None:
        """Look through the camera, and for sticks, while their pages are shown and no longer."""
        self._is_arriving = True
        is_camera = place.screen is ScreenName.PAPER_CAMERA
        if is_camera and not self.camera.is_wanted:
            self.camera.open()
        elif not is_camera:
            self.camera.close()
        if place.screen is ScreenName.PAPER_STICK:
            self.sticks.start()
        else:
            self.sticks.stop()
        self.hand_over.arrived(place.screen)
        self._is_arriving = False

    def forget(self) -> None:
        """Let go of the visit's papers; the files go with the visit's folder."""
        if self._work.shelf is not None:
            self._work.shelf.close()
        self._work = PaperWork()
        self.hand_over.forget()
        self.camera.close()
        self.sticks.forget()

    # The list

    def _attach(self) -> Attach:
        shell = self._shell
        step = shell.builder.step_at(shell.flow.current)
        return (step.attach if step is not None else None) or Attach()

    def _papers(self) -> dict[str, str]:
        """Return the papers of the step and what they are called, in the citizen's language."""
        shell = self._shell
        procedure = shell.builder.found(shell.flow.current.procedure_code)
        needed = papers_to_attach(procedure, shell.present().answers, self._attach())
        other = shell.desk.translators[shell.looks.language](OTHER_PAPER_TITLE)
        others = enumerate(other_ids(self._work.papers), 1)
        return {
            **{paper.id: paper.title for paper in needed},
            **{one: f"{other} {n}" if n > 1 else other for n, one in others},
        }

    def _title(self) -> str:
        return self._papers().get(self._work.paper_id, "")

    def _file_title(self) -> str:
        """Return what the file is named after: the paper's Vietnamese title."""
        papers = {paper.id: paper.title for paper in self._shell.procedure().papers}
        return papers.get(self._work.paper_id, OTHER_PAPER_TITLE)

    def _papers_model(self, _place: Place) -> PapersModel:
        work = self._work
        rows = (
            PaperRow(paper_id, title, work.papers.get(paper_id))
            for paper_id, title in self._papers().items()
        )
        return PapersModel(tuple(rows), self.hand_over.is_wanted, self.hand_over.takes_pdf)

    def _on_open(self, _wish: w.OpenPapers) -> None:
        self._go(ScreenName.PAPERS)

    def _on_choose(self, wish: w.ChoosePaper) -> None:
        work = self._work
        work.choose(wish.paper_id)
        if work.paper is None:
            self._go(ScreenName.PAPER_SOURCE)
        else:
            self._draw()

    # Camera

    def _source_model(self, _place: Place) -> PaperSourceModel:
        return PaperSourceModel(self._title(), self._work.at + 1)

    def _camera_model(self, _place: Place) -> PaperCameraModel:
        return PaperCameraModel(
            self._title(),
            self.camera.state,
            self._work.at + 1,
            self._work.turns,
            self.camera.count,
            self.camera.taken(),
        )

    def _on_use_camera(self, _wish: w.UseCamera) -> None:
        self._use(from_camera=True)

    def _on_next_camera(self, _wish: w.NextCamera) -> None:
        self.camera.open_next()

    def _on_try_camera(self, _wish: w.TryCamera) -> None:
        self.camera.open()

    @Slot(object)
    def _on_camera(self, state: CameraState) -> None:
        is_here = self._shell.flow.current.screen is ScreenName.PAPER_CAMERA
        if is_here and not self._is_arriving and state is not CameraState.OFF:
            self._shell.show()

    @Slot(QImage)
    def _on_pictured(self, image: QImage) -> None:
        shown = self._shell.window.shown
        if isinstance(shown, PaperCameraScreen):
            shown.show_image(image)

    def _on_take(self, _wish: w.TakePicture) -> None:
        image = self.camera.taken()
        if image.isNull():
            return
        work = self._work
        self._show_check(picture_of_image(image, work.turns))
        self._run(partial(self._making().from_image, image, work.turns))

    # Stick

    def _stick_model(self, _place: Place) -> PaperStickModel:
        look, work = self.sticks.look, self._work
        return PaperStickModel(self._title(), look.is_in, look.files, work.is_busy, work.problem)

    def _on_use_stick(self, _wish: w.UseStick) -> None:
        self._use(from_camera=False)

    @Slot(object)
    def _on_sticks(self, look: StickLook) -> None:
        if self._shell.flow.current.screen is ScreenName.PAPER_STICK:
            if not look.is_in:
                self._work.problem = ""
            self._shell.show()

    def _on_file(self, wish: w.ChooseFile) -> None:
        files = self.sticks.look.files
        if wish.number < len(files) and not self._work.is_busy:
            self._run(partial(self._making().from_file, files[wish.number]))
            self._shell.show()

    # Looking at it

    def _check_model(self, _place: Place) -> PaperCheckModel:
        work = self._work
        return PaperCheckModel(
            self._title(),
            work.paper,
            self._work.shown_sheet,
            work.picture,
            work.is_busy,
            work.problem,
            is_made=bool(work.own_sheets),
            from_camera=work.from_camera,
            is_wanted=self.hand_over.is_wanted,
        )

    def _on_turn(self, _wish: w.TurnPicture) -> None:
        work = self._work
        if self._shell.flow.current.screen is ScreenName.PAPER_CAMERA:
            work.turns = (work.turns + 1) % 4
            self._shell.show()
        elif work.own_sheets and not work.is_busy:
            work.at = self._work.shown_sheet
            sheets = list(work.own_sheets)
            sheets[work.at] = sheets[work.at].turned()
            self._run(partial(self._making().from_sheets, tuple(sheets)))
            self._shell.show()

    def _on_clear(self, _wish: w.PaperIsClear) -> None:
        work, shell = self._work, self._shell
        paper = work.paper
        if paper is None or work.is_busy:
            return
        work.papers[paper.paper_id] = replace(paper, is_clear=True)
        if self.hand_over.is_wanted:
            self.hand_over.give(paper.path)
        else:
            shell.flow.back_outside(PAPER_SCREENS - {ScreenName.PAPERS})
            shell.show()

    def _on_take_anew(self, _wish: w.TakeAnew) -> None:
        self._work.at = self._work.shown_sheet
        self._use(from_camera=self._work.from_camera)

    def _on_add_sheet(self, _wish: w.AddSheet) -> None:
        self._work.at = len(self._work.own_sheets)
        self._use(from_camera=self._work.from_camera)

    def _on_show_sheet(self, wish: w.ShowSheet) -> None:
        self._work.at = wish.number
        self._draw()

    # Work in the lane

    def _making(self) -> Making:
        """Return what makes the paper in front; it holds all it needs for working in a lane."""
        shell, work = self._shell, self._work
        if work.shelf is None:
            folder = shell.desk.portal.folders.of(shell.present().id)
            work.shelf = PaperShelf(folder, self._desk.reader)
        return Making(
            work.shelf,
            work.paper_id,
            self._file_title(),
            SizeLimit(self._attach().max_mb),
            work.own_sheets,
            work.at,
            self._room(),
        )

    def _room(self) -> QSize:
        metrics = self._shell.desk.metrics
        return QSize(metrics.width_px, metrics.height_px)

    def _draw(self) -> None:
        """Show the sheet in front as its file has it."""
        paper = self._work.paper
        if paper is not None:
            self._show_check(QImage())
            self._run(partial(self._making().drawn, paper), self._on_not_drawn)

    def _run(self, job: Callable[[], Made], on_failed: Failed | None = None) -> None:
        shell = self._shell
        number, visit = self._work.begin(), shell.present().number
        done = partial(self._on_made, number)
        failed = partial(self._on_failed, number, on_failed or self._on_not_made)
        shell.desk.lanes.run(Lane.GENERAL, job, done, failed, visit=visit)

    def _on_made(self, number: int, made: Made) -> None:
        """Keep what was made; the page follows only what it waits for."""
        work = self._work
        work.papers[made.paper.paper_id] = made.paper
        if made.sheets is not None:
            work.sheets[made.paper.paper_id] = made.sheets
        is_awaited = number == work.job
        if is_awaited:
            work.is_busy, work.picture = False, made.picture
        screen = self._shell.flow.current.screen
        if is_awaited and screen in (ScreenName.PAPER_CHECK, ScreenName.PAPER_STICK):
            self._arrive_at_check()
        elif screen is ScreenName.PAPERS:
            self._shell.show()

    def _on_failed(self, number: int, tell: Failed, error: KnownError | BugError) -> None:
        """Tell it where it is waited for; elsewhere it would be read of another paper."""
        if number == self._work.job:
            tell(error)

    def _on_not_made(self, error: KnownError | BugError) -> None:
        """Say what did not work; what was there before is still there, and is shown."""
        is_check = self._shell.flow.current.screen is ScreenName.PAPER_CHECK
        if is_check and self._work.paper is not None:
            self._draw()
            self._work.problem = self._in_words(error)
            self._shell.show()
        else:
            self._on_not_drawn(error)

    def _on_not_drawn(self, error: KnownError | BugError) -> None:
        self._work.is_busy, self._work.problem = False, self._in_words(error)
        if self._shell.flow.current.screen in PAPER_SCREENS:
            self._shell.show()

    def _in_words(self, error: KnownError | BugError) -> str:
        shell = self._shell
        t = shell.desk.translators[shell.looks.language]
        if isinstance(error, KnownError):
            log.info("%s", error.log_line)
            return " ".join(t(part, **error.fields) for part in (error.message, error.cure) if part)
        return t("Máy chưa làm được. Gọi cán bộ xem giúp.")

    # Ways

    def _go(self, screen: ScreenName) -> None:
        self._shell.go(aside(self._shell.flow.current, screen))

    def _use(self, *, from_camera: bool) -> None:
        """Go to camera or stick; what shows the same sheet already gives way to it."""
        self._work.from_camera, self._work.problem = from_camera, ""
        screen = ScreenName.PAPER_CAMERA if from_camera else ScreenName.PAPER_STICK
        shell = self._shell
        place = aside(shell.flow.current, screen)
        if shell.flow.current.screen in (ScreenName.PAPER_CAMERA, ScreenName.PAPER_STICK):
            shell.flow.replace(place)
        else:
            shell.flow.go(place)
        shell.show()

    def _show_check(self, picture: QImage) -> None:
        """Show a sheet, while its file is still being made or drawn."""
        self._work.picture, self._work.is_busy, self._work.problem = picture, True, ""
        self._arrive_at_check()

    def _arrive_at_check(self) -> None:
        """Show the page for looking; one comes back from it to the list, not to the camera."""
        shell = self._shell
        if shell.flow.current.screen not in PAPER_SCREENS:
            return
        shell.flow.back_outside(PAPER_SCREENS - {ScreenName.PAPERS})
        shell.go(aside(shell.flow.current, ScreenName.PAPER_CHECK))

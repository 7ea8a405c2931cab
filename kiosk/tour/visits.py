"""Scenes at the citizen's screen: the guided walk, being stuck, the ends, looks, and silence."""

from __future__ import annotations

from functools import partial

from kiosk.domain.idle import COUNTDOWN_SECONDS, WARN_AFTER_SECONDS
from kiosk.tour.stage import Stage

BEGIN = "Chạm vào màn hình để bắt đầu"
EASE = "Hôm nay có dễ làm không?"
SPACE = "dấu cách"
SENTENCES = 3
"""How many are heard before the reading is pictured."""

STUCK_STEP = 3
"""Steps confirmed before the citizen of the main scene is stuck."""


def walk_until_stuck(stage: Stage) -> None:
    """From attract to the fourth step of birth registration, and to the stuck screen."""
    stage.keep_citizen("attract", "The resting screen with the tip of the day")
    stage.tap_citizen(BEGIN)
    stage.see_citizen("Ông/bà cần làm việc gì hôm nay?")
    stage.keep_citizen("home", "Eight life events")
    stage.tap_citizen("Sinh con")
    stage.keep_citizen("procedures", "The procedures of a life event")
    stage.tap_citizen("Đăng ký khai sinh", "Không, trường hợp thường")
    stage.keep_citizen("procedure", "One procedure: facts, questions, papers, three ways")
    stage.tap_citizen("Xem tiếp")
    stage.keep_citizen("procedure", "Further questions and papers to tick")
    stage.tap_citizen("Làm ngay tại máy này")
    stage.keep_citizen("step", "The first step of the guide")
    listen(stage)
    for _ in range(STUCK_STEP):
        stage.tap_citizen("Có rồi, đi tiếp")
    stage.keep_citizen("step", "A later step")
    stage.tap_citizen("Không giống")
    stage.keep_citizen("stuck", "The portal looks different: what should be seen")
    stage.tap_citizen("Quay lại", "Tôi cần giúp đỡ", "Không biết chọn cơ quan")
    stage.keep_citizen("stuck", "Five likely barriers and Khác, with a first-aid hint")


def listen(stage: Stage) -> None:
    """Let the page be read aloud, and stop it in the middle; without a voice there is no button."""
    ear = stage.ear
    if ear is None or stage.driver.find(stage.citizen, "Đọc to") is None:
        stage.album.note("read_aloud", "no voice here")
        return
    stage.tap_citizen("Đọc to")
    stage.driver.wait_for(lambda: len(ear.heard) >= SENTENCES, "a few sentences")
    stage.keep_citizen("step", "Read aloud: the sentence being said is marked")
    stage.tap_citizen("Dừng")
    stage.see_citizen("Đọc to")
    loudness = [round(sound.loudness, 3) for sound in ear.heard]
    stage.demand(min(loudness) > 0, "sentences that can be heard")
    stage.album.note("read_aloud", {"sentences": len(loudness), "loudness": loudness})


def call_for_help(stage: Stage) -> None:
    """Call, see that a console has the call, and who is coming."""
    stage.tap_citizen("Gọi cán bộ")
    stage.see_citizen("Đã báo cán bộ")
    stage.keep_citizen("waiting", "A console has received the call")


def give_consent(stage: Stage) -> None:
    """Answer the purposes on the citizen's side: to be visited and to be called."""
    stage.see_citizen("Cho phép cán bộ đến nhà giúp?")
    stage.keep_citizen("consent", "Consent, one purpose a page, two equal buttons")
    stage.tap_citizen("Đồng ý")
    stage.see_citizen("Cho phép cán bộ gọi điện lại?")
    stage.tap_citizen("Đồng ý")
    stage.see_citizen("Ông/bà đã chọn như sau")
    stage.keep_citizen("consent", "What was chosen, once more")
    stage.tap_citizen("Đúng rồi")


def see_appointment(stage: Stage) -> None:
    """The appointment appears on the citizen's screen; finish."""
    stage.see_citizen("Đã hẹn với ông/bà")
    stage.keep_citizen("follow_up", "The appointment staff have made")
    stage.tap_citizen("Kết thúc và xóa")
    stage.see_citizen(BEGIN)


def find_by_words(stage: Stage) -> None:
    """A citizen types on the on-screen keyboard and opens what is found."""
    stage.tap_citizen(BEGIN, "Gõ việc cần làm")
    stage.keep_citizen("search", "The search: examples to touch, and the keys")
    stage.driver.press_keys(stage.citizen, [*"khai", SPACE, *"tu", "Dấu hỏi"])
    stage.see_citizen("Đăng ký khai tử")
    stage.keep_citizen("search", "Answers at every key; a tone has a key of its own")
    stage.tap_citizen("Xóa chữ đã gõ")
    stage.driver.press_keys(stage.citizen, [*"ddoocj", SPACE, *"thaan"])
    stage.see_citizen("Giấy xác nhận độc thân")
    stage.keep_citizen("search", "Telex on the same keys")
    stage.tap_citizen("Tìm")
    stage.see_citizen("Mở bàn phím")
    stage.keep_citizen("search", "All that was found, without the keys")
    stage.tap_citizen("Giấy xác nhận độc thân")
    stage.see_citizen("để làm gì")
    stage.tap_citizen("Quay lại")
    stage.see_citizen("Mở bàn phím")
    stage.tap_citizen("Kết thúc và xóa")
    stage.see_citizen(BEGIN)


def learn_a_skill(stage: Stage) -> None:
    """A citizen goes through a lesson, answers its questions, and looks for another one."""
    stage.tap_citizen(BEGIN, "Học kỹ năng số trong 5 phút")
    stage.keep_citizen("lessons", "Six skill lessons")
    stage.tap_citizen("Mật khẩu và mã OTP", "Đi tiếp", "Đi tiếp")
    stage.keep_citizen("lesson", "One page of a lesson: a few sentences and a picture")
    stage.tap_citizen("Đi tiếp", "Đi tiếp", "Trả lời vài câu hỏi")
    stage.keep_citizen("quiz", "A question after the lesson")
    stage.tap_citizen("Đọc mã cho nhanh")
    stage.keep_citizen("quiz", "Any answer gets a kind word; the right one is shown")
    stage.tap_citizen("Câu tiếp theo", "Sáu số chỉ mình mình nhớ", "Câu tiếp theo")
    stage.tap_citizen("Một lần", "Đi tiếp")
    stage.keep_citizen("quiz", "The end of a lesson")
    stage.tap_citizen("Học bài khác", "Kết thúc và xóa")
    stage.see_citizen(BEGIN)


def finish_alone(stage: Stage) -> None:
    """A second citizen walks to the end, rates, prints the papers slip."""
    stage.tap_citizen(BEGIN, "Kết hôn", "Giấy xác nhận độc thân", "Để kết hôn")
    stage.tap_citizen("Làm ngay tại máy này")
    walk_to_the_end(stage)
    stage.tap_citizen("Dễ")
    stage.keep_citizen("done", "The end of a guide, with five faces")
    stage.tap_citizen("In phiếu mang về")
    stage.see_citizen("Phiếu số")
    stage.keep_citizen("slip", "A papers slip, kept as PDF without a printer")
    stage.tap_citizen("Kết thúc và xóa")
    stage.see_citizen(BEGIN)


def walk_to_the_end(stage: Stage) -> None:
    """Confirm one step after the other, each once it is there."""
    step = 1
    stage.see_citizen("Bước 1 trên")
    while not stage.driver.shows(stage.citizen, EASE):
        step += 1
        stage.tap_citizen("Có rồi, đi tiếp")
        stage.driver.wait_for(partial(_is_past, stage, step), f"step {step}, or the end")


def _is_past(stage: Stage, step: int) -> bool:
    return any(stage.driver.shows(stage.citizen, text) for text in (f"Bước {step} trên", EASE))


def ask_elsewhere(stage: Stage) -> None:
    """What is not done at this machine ends with place, hours and papers: a success too."""
    stage.tap_citizen(BEGIN, "Căn cước, VNeID", "Làm VNeID mức 2")
    stage.keep_citizen("procedure", "A procedure that is not done at this machine")
    stage.tap_citizen("Xem nơi làm")
    stage.keep_citizen("not_here", "Where to go, when, and what to bring")
    stage.tap_citizen("Về đầu")
    stage.keep_citizen("home", "Home keeps the visit and offers Làm tiếp")
    stage.tap_citizen("Sao y, chứng thực, bản sao", "Bản sao giấy khai sinh")
    stage.tap_citizen("Làm trên điện thoại của tôi")
    stage.keep_citizen("phone", "The official page as a QR")


def read_in_english(stage: Stage) -> None:
    """A procedure in English; what nobody has translated stays Vietnamese and says so."""
    stage.tap_citizen("Về đầu", "Sinh con", "English")
    stage.keep_citizen("procedures", "In English, with the mark of what has none")
    stage.tap_citizen("Register a birth")
    stage.keep_citizen("procedure", "Title and key facts in English")
    stage.tap_citizen("Tiếng Việt")
    stage.see_citizen("Đăng ký khai sinh")


def change_looks(stage: Stage) -> None:
    """Text size, contrast and language change without losing the place."""
    stage.tap_citizen("Về đầu", "Chữ rất lớn")
    stage.keep_citizen("home", "Largest text")
    if stage.driver.find(stage.citizen, "Tùy chỉnh") is None:
        stage.tap_citizen("Tăng tương phản")
    else:
        stage.tap_citizen("Tùy chỉnh")
        stage.keep_citizen("customize", "Where the header does not fit: a page of its own")
        stage.tap_citizen("Tương phản cao", "Xong")
    stage.keep_citizen("home", "Largest text in high contrast")


def fall_silent(stage: Stage) -> None:
    """Nobody touches: warning, countdown, wipe; the next person finds the defaults."""
    stage.clock.skip(WARN_AFTER_SECONDS + 1)
    stage.see_citizen("Ông/bà còn ở đây không?")
    stage.keep_citizen("idle", "The warning before an abandoned visit is wiped")
    stage.clock.skip(COUNTDOWN_SECONDS)
    stage.see_citizen(BEGIN)
    stage.keep_citizen("attract", "Wiped: the next person finds the defaults")


def hold_a_place(stage: Stage) -> None:
    """Tôi đi lấy giấy tờ: holds the place behind a neutral page."""
    stage.tap_citizen(BEGIN, "Người thân mất", "Đăng ký khai tử", "Tôi đi lấy giấy tờ")
    stage.keep_citizen("fetch", "Soon, or on another day with a slip")
    stage.tap_citizen("Tôi quay lại ngay")
    stage.keep_citizen("hold", "A place held while someone fetches papers")
    stage.tap_citizen("Người khác dùng")
    stage.see_citizen(BEGIN)

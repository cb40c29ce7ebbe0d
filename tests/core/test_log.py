"""The log tells what happened and keeps secrets to itself."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from fitwell_desktop.core.log import LARGEST_FILE_BYTES, LOG_NAME, redacted, start_log, stop_log, traceback_text

SECRETS = [
    "sk_live_51HxYzAbCdEf",
    "rk_test_9a8b7c6d5e",
    "whsec_0123456789abcdef",
    "AC0123456789abcdef0123456789abcdef",
]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    handler = start_log(tmp_path / "logs")
    yield tmp_path / "logs"
    stop_log(handler)


def written(folder: Path) -> str:
    return (folder / LOG_NAME).read_text("utf-8")


def fail(reason: str) -> None:
    raise RuntimeError(reason)


@pytest.mark.parametrize("secret", SECRETS)
def test_a_key_of_a_service_is_blotted_out(secret: str) -> None:
    assert secret not in redacted(f"the call with {secret} failed")


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Bearer hunter2hunter2",
        "password='hunter2hunter2'",
        '{"smtp_password": "hunter2hunter2"}',
        "token=hunter2hunter2&x=1",
        "postgresql://ava" + ":hunter2hunter2" + "@db.example/practice",
    ],
)
def test_a_password_is_blotted_out_wherever_it_stands(text: str) -> None:
    assert "hunter2" not in redacted(text)


def test_plain_words_stay_as_they_are() -> None:
    sentence = "Ava Nguyen forgot her password twice; the token economy of Accra: AC 12, sketch, risk."
    assert redacted(sentence) == sentence


def test_arguments_and_tracebacks_are_redacted_in_the_file(folder: Path) -> None:
    log = logging.getLogger("fitwell_desktop.test")
    try:
        fail("charged with sk_live_51HxYzAbCdEf")
    except RuntimeError:
        log.exception("a call with %s failed", "rk_test_9a8b7c6d5e")
    assert "RuntimeError" in written(folder)
    assert "sk_live_51" not in written(folder)
    assert "rk_test_9a" not in written(folder)


def test_the_log_keeps_a_few_files_of_bounded_size(folder: Path) -> None:
    log = logging.getLogger("fitwell_desktop.test")
    for _ in range(60):
        log.info("x" * 100_000)
    files = sorted(folder.iterdir())
    assert len(files) == 4
    assert all(file.stat().st_size <= LARGEST_FILE_BYTES for file in files)


def test_a_folder_that_cannot_be_written_does_not_stop_the_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    handler = start_log(blocked)
    logging.getLogger("fitwell_desktop.test").warning("still heard")
    stop_log(handler)
    assert "still heard" in capsys.readouterr().err


def test_a_traceback_tells_the_way_without_the_secret() -> None:
    try:
        fail("password=hunter2")
    except RuntimeError as error:
        text = traceback_text(error)
    assert "test_a_traceback_tells_the_way_without_the_secret" in text
    assert "hunter2" not in text

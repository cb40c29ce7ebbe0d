"""Secrets are kept by the system's own store, and by nothing less."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fitwell_desktop.core.errors import UserError
from fitwell_desktop.core.keychain import Keychain

STORY = """
from fitwell_desktop.core.keychain import Keychain
chain = Keychain("Harbour Strength")
assert chain.available()
assert chain.get("mail") is None
chain.put("mail", "pässword " * 100)
assert Keychain("Harbour Strength").get("mail") == "pässword " * 100
assert Keychain("Another practice").get("mail") is None
chain.forget("mail")
chain.forget("mail")
assert chain.get("mail") is None
print("kept and forgotten")
"""


def test_without_a_secure_store_the_user_is_told_and_nothing_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    import keyring

    keyring.core.init_backend()
    assert not Keychain.available()
    with pytest.raises(UserError, match="no secure store"):
        Keychain("Harbour Strength").put("mail", "secret")


@pytest.mark.contract
def test_a_real_keyring_keeps_a_secret_across_starts(tmp_path: Path) -> None:
    unlock = "printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1"
    environment = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "DBUS_SESSION_BUS_ADDRESS"}}
    environment |= {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    told = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", f'{unlock}; exec "$0" -c "$1"', sys.executable, STORY],
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert "kept and forgotten" in told.stdout, told.stderr

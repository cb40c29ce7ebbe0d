"""Run a command on a screen that nobody sees: `virtual_screen.py fitwell-desktop --tour build/tour`.

Xvfb chooses a free display by itself and a window manager gives windows their focus, as on a real desktop.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

SIZE = "1440x900x24"


@contextmanager
def virtual_screen() -> Iterator[dict[str, str]]:
    """A screen with a window manager, as the environment variables of a program that shall use it."""
    read, write = os.pipe()
    screen = ["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(screen, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        try:
            with os.fdopen(read) as answer:
                number = answer.readline().strip()
            if not number:
                raise SystemExit("The virtual screen did not start.")
            environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
            environment.pop("WAYLAND_DISPLAY", None)
            with window_manager(environment):
                yield environment
        finally:
            server.terminate()


@contextmanager
def window_manager(environment: dict[str, str]) -> Iterator[None]:
    """Openbox, quietly, for as long as it is wanted."""
    command, silence = ["openbox", "--sm-disable"], subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=silence, stderr=silence) as manager:
        try:
            yield
        finally:
            manager.terminate()


if __name__ == "__main__":
    with virtual_screen() as surroundings:
        status = subprocess.run(sys.argv[1:], env=surroundings, check=False).returncode
    raise SystemExit(status)

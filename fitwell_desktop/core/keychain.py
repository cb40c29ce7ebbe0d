"""Secrets live in the system's own store, never in the database, a file or a log."""

from typing import Any

from fitwell_desktop.core.errors import UserError

TRUSTED = {
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    "keyring.backends.libsecret",
}
"""Modules of the stores that keep secrets encrypted. Others, such as plain files, are never used."""


class Keychain:
    """The system's secrets of one practice. Call from a worker thread: the system may ask for its password."""

    def __init__(self, practice: str) -> None:
        self._service = f"FitWell {practice}"

    @staticmethod
    def available() -> bool:
        """Whether this computer has a secure store."""
        return _backend() is not None

    def get(self, name: str) -> str | None:
        """The secret, or None where there is none. Raises UserError when the store is missing or locked."""
        secret: str | None = self._call("get_password", name)
        return secret

    def put(self, name: str, secret: str) -> None:
        """Keep a secret; raises UserError when the store is missing or locked."""
        self._call("set_password", name, secret)

    def forget(self, name: str) -> None:
        """Remove a secret, if it is there."""
        if self.get(name) is not None:
            self._call("delete_password", name)

    def _call(self, method: str, name: str, *rest: str) -> Any:
        from keyring.errors import KeyringError

        backend = _backend()
        if backend is None:
            raise UserError("This computer has no secure store for passwords that is switched on.")
        try:
            return getattr(backend, method)(self._service, name, *rest)
        except KeyringError as error:
            raise UserError("The system’s store for passwords is locked. Unlock it and try again.") from error


def _backend() -> Any:
    import keyring

    backend = keyring.get_keyring()
    candidates = [backend, *getattr(backend, "backends", [])]
    return next((b for b in candidates if type(b).__module__ in TRUSTED), None)

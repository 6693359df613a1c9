"""The exceptions of briefgen: every failure that a user can cause or mend is one of these.

The library raises them; only `briefgen.cli` prints them (what happened, where, what to do).
"""

from __future__ import annotations

from typing import Literal

Reason = Literal["too_large", "too_long", "encrypted", "no_text", "unsupported", "damaged", "too_slow"]
"""Why a file could not be used (`unread[].reason` of brief.json)."""


class BriefgenError(Exception):
    """Stand at the root of all errors that briefgen raises on purpose."""


class RequestError(BriefgenError):
    """Tell that what was asked for cannot be done: a wrong option, path or configuration (exit code 2)."""


class NothingError(BriefgenError):
    """Tell that the request was right but nothing could be made of it (exit code 1)."""


class SourceError(BriefgenError):
    """Tell that one file cannot be used; it becomes an entry in the brief and never ends the run."""

    def __init__(self, path: str, reason: Reason, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.reason: Reason = reason
        self.message = message

    def __reduce__(self) -> tuple[type[SourceError], tuple[str, Reason, str]]:
        """Pickle with all three arguments, so that it can cross from a worker to the parent."""
        return type(self), (self.path, self.reason, self.message)


class EditError(BriefgenError):
    """Tell that an edited DOCX cannot be read back."""


class RenderError(BriefgenError):
    """Tell that an output cannot be made: a broken theme, missing libraries, an unwritable folder."""


class MissingLibraryError(RenderError):
    """Tell that a system library is missing (Pango for the PDF); the other formats can still be made."""


class CheckError(BriefgenError):
    """Tell that a passage does not stand in its source where the brief says it stands."""

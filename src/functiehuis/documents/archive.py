"""A zip file as a source: its members as bytes, never on disk and never more than is safe."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from functiehuis.documents.limits import FILE_BYTES, MEGABYTE, TEXT_BYTES
from functiehuis.model.errors import UnreadableError

MEMBERS = 5000
UNPACKED_BYTES = 10 * FILE_BYTES
RATIO = 400
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, LookupError, OverflowError)


class Archive:
    """The members of a zip.

    Refuses with UnreadableError: no zip, a broken one, too many members, or more bytes than its size allows (a zip bomb).
    """

    def __init__(self, data: bytes, name: str, program: str = "Word") -> None:
        """Open the zip in ``data``; ``name`` is the file name and ``program`` where it comes from, for messages."""
        self._name = name
        self._program = program
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise self._broken() from None
        self._check()

    def _check(self) -> None:
        members = self._zip.infolist()
        unpacked = sum(member.file_size for member in members)
        dense = any(member.file_size > MEGABYTE and member.file_size > RATIO * max(1, member.compress_size) for member in members)
        if len(members) > MEMBERS or unpacked > UNPACKED_BYTES or dense:
            raise UnreadableError(
                f"{self._name} is niet veilig te openen: uitgepakt wordt het {unpacked // MEGABYTE} MB in {len(members)} delen. "
                f"Bewaar het opnieuw vanuit {self._program}, zonder plaatjes en bijlagen."
            )

    def read(self, member: str) -> bytes | None:
        """The bytes of a member, None where it is absent; refuses one that is broken, encrypted or larger than a text may be."""
        try:
            info = self._zip.getinfo(member)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise UnreadableError(f"{self._name} is met een wachtwoord beveiligd. Haal het wachtwoord eraf en probeer het opnieuw.")
        try:
            with self._zip.open(info) as stream:
                data = stream.read(TEXT_BYTES + 1)
        except _BROKEN:
            raise self._broken() from None
        if len(data) > TEXT_BYTES:
            raise UnreadableError(
                f"{self._name} is te groot: {member} is uitgepakt meer dan {TEXT_BYTES // MEGABYTE} MB. Bewaar alleen het deel dat gelezen moet worden."
            )
        return data

    def _broken(self) -> UnreadableError:
        return UnreadableError(
            f"{self._name} is beschadigd of niet volledig: het zip-bestand waaruit het bestaat is niet te openen. Bewaar of download het opnieuw."
        )

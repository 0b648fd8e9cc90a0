"""Backups of the journal: one file each, itself a journal, whatever store it was made from."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL

from scrutiny.journal import ChainBroken, Journal, JournalUnavailable, journal_exists, journal_file


class BackupFailed(Exception):
    """Raised when no backup was made, or nothing restored; says why and what to do."""


@dataclass(frozen=True)
class Copied:
    """How many entries were copied, and the digest of the last, which proves all of them."""

    entries: int
    digest: str


def save(journal: Journal, file: Path) -> Copied:
    """Copy the whole journal into a new file, proved, on the disk, and never half there.

    Others may append meanwhile. Raises BackupFailed, and ChainBroken for a journal that was
    tampered with: an earlier backup is then the better one.
    """
    if file.exists():
        raise BackupFailed(f"There is already something at {file}. A backup overwrites nothing.")
    part = file.with_name(f".{file.name}.part")
    try:
        _remove(part)
        # what a closed session decided is nobody else's business
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(Journal(_address(part))) as copy:
            seq, digest = copy.copy_from(journal)
            copy.verify()
        if not seq:
            raise BackupFailed("No backup was made: the journal holds no entry.")
        _settle(part)
        part.rename(file)
        _settle(file.parent)
    except JournalUnavailable as error:
        raise BackupFailed(f"No backup was made. {error}") from error
    except OSError as error:
        raise BackupFailed(f"No backup was made at {file}: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            _remove(part)
    return Copied(seq, digest)


def restore(url: str, file: Path) -> Copied:
    """Fill the empty journal at ``url`` from a backup, all or nothing; the backup stays as it is.

    Raises BackupFailed.
    """
    place = None if journal_exists(url) else journal_file(url)
    with _opened(file) as backup:
        try:
            with closing(Journal(url)) as journal:
                copied = Copied(*journal.copy_from(backup))
                journal.verify()
        except BaseException as error:
            if place:  # an empty journal left behind would be taken for that of a new board
                _remove(place)
            if isinstance(error, JournalUnavailable):
                raise BackupFailed(f"Nothing was restored. {error}") from error
            raise
    return copied


@contextmanager
def _opened(file: Path) -> Iterator[Journal]:
    """A copy of the backup, proved, and of the newest form."""
    with tempfile.TemporaryDirectory(prefix="scrutiny-restore-") as folder:
        copy = Path(folder) / "journal.db"
        try:
            shutil.copyfile(file, copy)
            if _log(file).exists():  # a journal that was copied by hand
                shutil.copyfile(_log(file), _log(copy))
            with closing(Journal(_address(copy))) as backup:
                backup.verify()
                if not backup.head():
                    raise BackupFailed(f"Nothing was restored: the backup {file} holds no entry.")
                yield backup
        except OSError as error:
            raise BackupFailed(f"Nothing was restored: {file}: {error.strerror}.") from error
        except (JournalUnavailable, ChainBroken) as error:
            said = str(error).replace(str(copy), str(file))
            raise BackupFailed(
                f"Nothing was restored; {file} is no whole backup. {said}"
            ) from error


def _address(file: Path) -> URL:
    return URL.create("sqlite", database=str(file))  # whatever characters its name has


def _log(file: Path) -> Path:
    return Path(f"{file}-wal")


def _remove(file: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        Path(f"{file}{end}").unlink(missing_ok=True)


def _settle(path: Path) -> None:
    """Wait until a file or a folder is on the disk."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)

"""Why a journal cannot be used, each said so that a board officer can act on it."""

from typing import ClassVar


class JournalUnavailable(Exception):
    """The journal cannot be used now; the text says why and what to do."""

    says: ClassVar[str] = (
        "cannot be reached. Check SCRUTINY_JOURNAL and that the database is running."
    )


class Locked(JournalUnavailable):
    """Another program held the store for longer than the timeout."""

    says = (
        "is in use by another program that has not let go of it. Nothing was written. Wait a "
        "moment and try again; if it stays so, stop the other program."
    )


class ReadOnly(JournalUnavailable):
    """The store, or the folder it is in, cannot be written."""

    says = (
        "cannot be written. Nothing was added to it. Check who may write the file and its folder, "
        "and that the disk is not mounted read only."
    )


class NotOpened(ReadOnly):
    """SQLite could not open the file, or the two files beside it."""

    says = (
        "cannot be opened. Check that SCRUTINY_JOURNAL names a file, and who may write it and its "
        "folder."
    )


class Missing(JournalUnavailable):
    """The file was there when it was opened, and is not any more."""

    says = (
        "is no longer there: its file was moved or deleted. Nothing was added. Put it back, or "
        "restore the last good backup."
    )


class DiskFull(JournalUnavailable):
    """There is no room for the entries."""

    says = (
        "has no room: the disk is full. Nothing was added and nothing was lost. Free some space "
        "and try again."
    )


class DiskError(JournalUnavailable):
    """The disk failed to read or write."""

    says = (
        "could not be read or written: the disk reported an error. Nothing was half added. Check "
        "the disk and try again."
    )


class Damaged(JournalUnavailable):
    """The store can be opened but part of it cannot be read."""

    says = (
        "is damaged. Keep it as it is, run python -m scrutiny verify to see the first bad entry, "
        "and restore the last good backup."
    )


class NotAJournal(JournalUnavailable):
    """The address leads to something else."""

    says = (
        "is not a journal. Check SCRUTINY_JOURNAL, or move that file away and restore the journal "
        "from a backup."
    )


class NotEmpty(JournalUnavailable):
    """Entries would have been mixed with others."""

    says = (
        "already holds entries and is never overwritten. Move it away, or set SCRUTINY_JOURNAL to "
        "another place."
    )


class Refused(JournalUnavailable):
    """A rule inside the store turned the entries away."""

    says = (
        "refused the entries: something in the database was changed by another program. Nothing "
        "was added. Run python -m scrutiny verify."
    )


# --- What only a server can say --------------------------------------------------------------


class Gone(JournalUnavailable):
    """The connection broke under a statement; what was being committed may or may not be there."""

    says = (
        "was cut off: the database server stopped, restarted or ended the connection. What was "
        "being saved may be there or not. Try again once the server runs: what was saved is not "
        "saved twice."
    )


class Unready(JournalUnavailable):
    """The server is starting, stopping or recovering."""

    says = (
        "is on a server that is just starting or stopping. Nothing was written. Wait a moment and "
        "try again."
    )


class Crowded(JournalUnavailable):
    """The server has no connection left."""

    says = (
        "is on a server with no free connection. Nothing was written. Try again; if it stays so, "
        "raise max_connections or stop other programs."
    )


class NotLetIn(JournalUnavailable):
    """The user or the password is wrong, or may not use this database."""

    says = (
        "did not let this program in. Nothing was written. Check the user and the password in "
        "SCRUTINY_JOURNAL, and that this user may connect to that database."
    )


class NoDatabase(JournalUnavailable):
    """The server is there and the database is not."""

    says = (
        "names a database that the server does not have. Create it (createdb) or correct "
        "SCRUTINY_JOURNAL."
    )


class ReadOnlyServer(ReadOnly):
    """A standby, a server or session set to read only, or a user without the right to write."""

    says = (
        "cannot be written. Nothing was added to it. The server is a copy or set to read only, or "
        "the user in SCRUTINY_JOURNAL may not write there."
    )


class Cancelled(JournalUnavailable):
    """Somebody, or a time limit of the server, cancelled the statement."""

    says = (
        "stopped before it was done: the server cancelled it, by hand or by its statement_timeout. "
        "Nothing was written. Try again."
    )


class Failed(Damaged):
    """The server met something it does not understand: damage, or a limit of its system."""

    says = (
        "could not be read or written: the database reported an error inside itself. Nothing was "
        "half added. Run python -m scrutiny verify, and look in the server's log."
    )


class NotDurable(JournalUnavailable):
    """The server confirms before its disk does."""

    says = (
        "is on a server that does not wait for its disk (fsync is off), so that a power cut could "
        "lose entries. Nothing was written. Set fsync = on in postgresql.conf."
    )


class NotUnicode(JournalUnavailable):
    """The database cannot hold every character."""

    says = (
        "is in a database that cannot hold every character. Create one with "
        "createdb --encoding=UTF8 --template=template0 and correct SCRUTINY_JOURNAL."
    )


class SharedDatabase(NotAJournal):
    """Other tables are where the journal should be."""

    says = (
        "is not a journal: other tables are there, and they are left alone. Check "
        "SCRUTINY_JOURNAL, or give the journal a database of its own."
    )

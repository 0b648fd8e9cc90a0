"""A PostgreSQL server of the tests' own, from Debian's package or any other on the PATH."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

NEEDED = "SCRUTINY_NEEDS_POSTGRES"
SUPERUSER = "keeper"
HOW = "On Debian or Ubuntu: apt-get install postgresql."
_UNPRIVILEGED = ("postgres", "nobody")  # a server refuses to run as root

# One connection more than any test opens. Nothing is listened to but a socket in a closed folder.
SETTINGS = {
    "listen_addresses": "''",
    "max_connections": "60",
    "shared_buffers": "16MB",
    "max_wal_size": "256MB",
    "log_min_messages": "warning",
}


def programs() -> Path | None:
    """The folder with initdb and pg_ctl, of the newest version there is."""
    debian = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name)
    )
    found = shutil.which("initdb")
    for folder in [*reversed(debian), *([Path(found).resolve().parent] if found else [])]:
        if (folder / "initdb").is_file() and (folder / "pg_ctl").is_file():
            return folder
    return None


def needed() -> Path:
    """The programs; without them the test is skipped, or fails where they must be there."""
    found = programs()
    if found is None:
        said = f"NOT TESTED ON POSTGRESQL: no server was found on this machine. {HOW}"
        if os.environ.get(NEEDED):
            pytest.fail(f"{said} {NEEDED} is set, so this is a failure.")
        pytest.skip(said)
    return found


@dataclass
class Cluster:
    """A server in a temporary folder, reached through a socket in it."""

    folder: Path
    programs: Path
    user: str | None  # whom the server runs as; None for who we are
    _names: int = field(default=0)
    _usual: str | None = field(default=None)

    @property
    def data(self) -> Path:
        """Where its files are."""
        return self.folder / "data"

    def run(self, program: str, *arguments: str) -> str:
        """What one of PostgreSQL's programs says, run by the server's user."""
        done = subprocess.run(
            [str(self.programs / program), *arguments],
            user=self.user,
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, f"{program} failed:\n{done.stdout}\n{self.log()}"
        return done.stdout

    def log(self) -> str:
        """The end of what the server said."""
        file = self.folder / "log"
        return file.read_text(errors="replace")[-2000:] if file.exists() else ""

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = " ".join(f"-c {name}={held}" for name, held in SETTINGS.items())
        # its output goes to a file, or whoever reads ours would wait for the server to end
        self.run(
            "pg_ctl", "start", "--silent", "--wait", f"--pgdata={self.data}",
            f"--log={self.folder / 'log'}", f"--options={options} -k {self.folder}",
        )  # fmt: skip

    def stop(self, mode: str = "fast") -> None:
        """Stop it; "immediate" leaves it to recover at the next start."""
        self.run("pg_ctl", "stop", "--silent", "--wait", f"--pgdata={self.data}", f"--mode={mode}")

    @contextmanager
    def stopped(self, mode: str = "fast") -> Iterator[None]:
        """Within it the server does not run."""
        self.stop(mode)
        try:
            yield
        finally:
            self.start()

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        """A connection of the superuser, each statement by itself."""
        return psycopg.connect(
            host=str(self.folder), user=SUPERUSER, dbname=database, autocommit=True
        )

    def do(self, *statements: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run the statements; the rows of the last."""
        with self.connect(database) as connection:
            cursor = connection.cursor()
            for statement in statements:
                cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []

    @contextmanager
    def crash(self) -> Iterator[None]:
        """What is done within it must bring the server down; wait until it has recovered."""
        with self.connect() as witness:
            yield
            try:
                while True:
                    witness.execute("select pg_sleep(0.01)")
            except psycopg.OperationalError:
                self.wait_until_ready()

    def wait_until_ready(self, seconds: float = 60) -> None:
        """Wait while the server recovers from a crash."""
        until = time.monotonic() + seconds
        while True:
            try:
                self.do("select 1")
            except psycopg.OperationalError:
                assert time.monotonic() < until, f"The server does not come back:\n{self.log()}"
                time.sleep(0.05)
            else:
                return

    def new(self, how: str = "") -> str:
        """The name of a new and empty database."""
        self._names += 1
        name = f"journal_{self._names}"
        self.do(f"create database {name} {how}")
        return name

    def emptied(self) -> str:
        """The name of a database that holds nothing and nobody; quicker than a new one."""
        if self._usual is None:
            self._usual = self.new()
        self.cut(self._usual)
        self.do("drop schema public cascade", "create schema public", database=self._usual)
        return self._usual

    def cut(self, database: str) -> None:
        """End every other connection to a database, and wait until they are gone."""
        others = f"from pg_stat_activity where datname = '{database}' and pid <> pg_backend_pid()"
        while self.do(f"select pg_terminate_backend(pid) {others}"):
            time.sleep(0.01)

    def drop(self, name: str) -> None:
        """Remove a database, whoever is connected."""
        self.do(f"drop database {name} with (force)")

    def url(self, database: str, user: str = SUPERUSER) -> str:
        """The address of a journal in a database."""
        return f"postgresql+psycopg://{user}@/{database}?host={self.folder}"

    def file(self, database: str, table: str) -> Path:
        """The file that holds a table or an index."""
        ((path,),) = self.do(f"select pg_relation_filepath('{table}')", database=database)
        return self.data / str(path)


@contextmanager
def cluster(found: Path, *initdb: str, within: Path | None = None) -> Iterator[Cluster]:
    """A server that runs within it and is gone, with its folder, afterwards.

    Whoever connects as ``walled`` needs the password ``right``; all others are let in.
    """
    user = _user()
    # not pytest's own folder: the path of a socket may have 107 characters
    folder = Path(tempfile.mkdtemp(prefix="scrutiny-pg-", dir=within))
    try:
        if user is not None:
            shutil.chown(folder, user)
        made = Cluster(folder, found, user)
        made.run(
            "initdb", f"--pgdata={made.data}", f"--username={SUPERUSER}", "--auth=trust",
            "--encoding=UTF8", "--locale=C", "--no-instructions", *initdb,
        )  # fmt: skip
        rules = made.data / "pg_hba.conf"
        rules.write_text(f"local all walled scram-sha-256\n{rules.read_text()}")
        made.start()
        try:
            made.do("create role walled login password 'right'")
            yield made
        finally:
            made.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> str | None:
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in _UNPRIVILEGED if name in known)

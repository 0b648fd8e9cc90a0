"""What many tests share: the sample board, a store built from it, and clean caches."""

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from scrutiny.journal import Journal

if TYPE_CHECKING:
    from scrutiny.warehouse import Warehouse
    from tests.postgres import Cluster
    from tests.stores import Postgresql, Sqlite, Store

ROOT = Path(__file__).resolve().parent.parent

# The machine's load must not decide whether a test passes, and a failure must come back when asked.
hypothesis.settings.register_profile("project", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("project")


@dataclass(frozen=True)
class Built:
    """Where a board, its journal and its warehouse are; ``variables`` says so to a process."""

    board: Path
    build: Path
    published: Path = ROOT / "data" / "published"

    @property
    def journal(self) -> str:
        return f"sqlite:///{self.build / 'journal.db'}"

    @property
    def variables(self) -> dict[str, str]:
        return {
            "SCRUTINY_BOARD": str(self.board),
            "SCRUTINY_BUILD": str(self.build),
            "SCRUTINY_JOURNAL": self.journal,
            "SCRUTINY_PUBLISHED": str(self.published),
        }

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """``python -m scrutiny`` with these arguments on this store."""
        return subprocess.run(
            [sys.executable, "-m", "scrutiny", *arguments],
            cwd=ROOT,
            env=os.environ | self.variables,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )


@pytest.fixture(scope="module", autouse=True)
def put_aside() -> None:
    """What earlier modules left is not searched for garbage again.

    Streamlit searches all memory after each run of a page, the longer the more tests a worker has
    behind it.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def layouts_are_checked() -> Iterator[None]:
    """Plotly checks the layout of every figure that is drawn in the process of the tests.

    Readers do not wait for that, and browser tests draw as readers see.
    """
    from plotly.graph_objects import Figure

    from scrutiny.charts import theme

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(theme, "_laid_out", lambda layout: Figure(layout=layout))
        yield


@pytest.fixture(scope="session")
def board_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample board for the whole run: read it; copy it again to change it."""
    return Path(
        shutil.copytree(ROOT / "data" / "board", tmp_path_factory.mktemp("board") / "board")
    )


@pytest.fixture(scope="session")
def built(board_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """The sample board loaded and built once, through the public door, and pointed at."""
    store = Built(board_folder, tmp_path_factory.mktemp("build"))
    done = store.run("init")
    assert done.returncode == 0, f"init failed:\n{done.stdout}\n{done.stderr}"
    with pytest.MonkeyPatch.context() as patch:
        for name, value in store.variables.items():
            patch.setenv(name, value)
        yield store


@pytest.fixture(scope="session")
def sample(built: Built) -> Iterator["Warehouse"]:
    """The sample board, opened and read once for the run: ask it, and change nothing."""
    from scrutiny.warehouse import Warehouse

    store = Warehouse.open(built.build)
    with closing(Journal(built.journal)) as journal:
        store.take(journal.entries())
    yield store
    store.close()


@pytest.fixture(scope="session")
def only_blank(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Warehouse"]:
    """What the fixture blank makes blank again."""
    from scrutiny.warehouse import Warehouse
    from tests.queries.small_board import write_empty

    store = Warehouse.open(write_empty(tmp_path_factory.mktemp("blank")))
    yield store
    store.close()


@pytest.fixture
def blank(only_blank: "Warehouse") -> "Warehouse":
    """An open warehouse with reference rows and no entries; the run closes it."""
    from tests.blank import forget

    forget(only_blank)
    return only_blank


@pytest.fixture(scope="session")
def cluster() -> Iterator["Cluster"]:
    """A PostgreSQL server for the whole run; a skip, or a failure, where there can be none."""
    from tests import postgres

    with postgres.cluster(postgres.needed()) as running:
        yield running


@pytest.fixture
def on_sqlite(tmp_path: Path) -> "Sqlite":
    """A place for a journal in a file."""
    from tests.stores import Sqlite

    return Sqlite(tmp_path)


@pytest.fixture
def on_postgresql(cluster: "Cluster") -> "Postgresql":
    """A place for a journal in an empty database."""
    from tests.stores import Postgresql

    return Postgresql(cluster)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> "Store":
    """A place for a journal, on each kind of store in turn."""
    made: Store = request.getfixturevalue(f"on_{request.param}")
    return made


@pytest.fixture
def journal(store: "Store") -> Iterator[Journal]:
    """A new journal, on each kind of store in turn."""
    with closing(Journal(store.url)) as opened:
        yield opened


@pytest.fixture(autouse=True)
def clean_caches() -> None:
    """Streamlit's caches are one for the whole process: no test may see another's answers."""
    streamlit = sys.modules.get("streamlit")
    if streamlit is not None:
        streamlit.cache_data.clear()
        streamlit.cache_resource.clear()

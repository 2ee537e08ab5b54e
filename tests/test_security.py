"""The defaults that keep strangers out: what the product's own code must never do, and what a reading connection cannot."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.connection import Connection, StatementFailed
from tests.conftest import ROOT
from tests.loading import World

STAGES = ("pipelines", "models", "dashboard")
# What runs a stranger's bytes, or a text, as code.
UNPICKLING = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "marshal", "shelve", "yaml", "xml.dom.pulldom"}
RUNNING = {"eval", "exec", "compile", "__import__"}
TICKET = "ticket_id,opened_at\nT-1,2026-03-02 09:30\n"


def product() -> Iterator[tuple[str, ast.AST]]:
    for stage in STAGES:
        for file in (ROOT / stage).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                yield str(file.relative_to(ROOT)), node


def faults(node: ast.AST) -> list[str]:
    """What of this piece of code would run what a stranger wrote, or show it as HTML."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names if alias.name in UNPICKLING]
    if isinstance(node, ast.ImportFrom):
        return [node.module] if node.module in UNPICKLING else []
    if not isinstance(node, ast.Call):
        return []
    name = ast.unparse(node.func)
    bad = [name] if name in RUNNING or name in {"pd.read_pickle", "np.load", "os.system", "os.popen"} else []
    return bad + [f"{name}({word.arg})" for word in node.keywords if (word.arg, ast.unparse(word.value)) in {("shell", "True"), ("allow_pickle", "True"), ("unsafe_allow_html", "True"), ("unsafe_allow_javascript", "True")}]


def test_nothing_that_a_stranger_wrote_is_run_or_shown_as_html() -> None:
    assert [(file, fault) for file, node in product() for fault in faults(node)] == []


@pytest.mark.parametrize("planted", ["import pickle", "from joblib import load", "eval(text)", "st.markdown(x, unsafe_allow_html=True)", "subprocess.run(x, shell=True)", "np.load(f, allow_pickle=True)", "pd.read_pickle(f)"])
def test_a_planted_fault_is_found(planted: str) -> None:
    assert any(faults(node) for node in ast.walk(ast.parse(planted)))


def test_html_is_shown_from_our_own_files_alone() -> None:
    shown = [(file, ast.unparse(node)) for file, node in product() if isinstance(node, ast.Call) and ast.unparse(node.func) in {"st.html", "st.iframe", "components.html"}]

    assert sorted(shown) == [("dashboard/components/look.py", "st.html(LOOK / 'details.css')"), ("dashboard/components/look.py", "st.html(LOOK / 'inter.css')")]
    for name in ("details.css", "inter.css"):
        fetched = re.findall(r"url\(([^)]*)\)|@import", (ROOT / "dashboard" / "look" / name).read_text(encoding="utf-8"))
        assert all(one.strip("'\"").startswith("data:") for one in fetched)


def test_the_server_serves_no_folder_no_trace_and_no_agent() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))

    assert config["server"]["enableStaticServing"] is False
    assert config["server"]["xsrfCookieSameSite"] == "strict"
    assert "trustedUserHeaders" not in config["server"]
    assert "enableAgentApi" not in config["server"]
    assert "corsAllowedOrigins" not in config["server"]
    assert not (ROOT / "dashboard" / "static").exists()
    assert not (ROOT / "dashboard" / "pages").exists()
    assert ".streamlit/secrets.toml" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


ATTACKS = {
    "reads a file": "select * from read_text('{file}')",
    "reads a table": "select * from read_csv('{file}')",
    "reads a name as a file": "select * from '{file}'",
    "lists a folder": "select * from glob('{folder}/*')",
    "reads the web": "select * from read_csv('http://127.0.0.1:9/x.csv')",
    "attaches": "attach '{folder}/other.duckdb' as other",
    "copies out": "copy (select 1) to '{folder}/out.csv'",
    "exports": "export database '{folder}/out'",
    "installs": "install httpfs",
    "loads": "load httpfs",
    "unlocks": "set lock_configuration = false",
    "opens": "set enable_external_access = true",
    "takes memory": "set memory_limit = '64GB'",
    "installs by itself": "set autoinstall_known_extensions = true",
    "writes": "create table stranger (a integer)",
    "deletes": "delete from ticket",
    "keeps a secret": "create persistent secret s (type http, bearer_token 'x')",
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Only read, so loaded once."""
    world = World(tmp_path_factory.mktemp("read") / "home")
    world.load({"t.csv": TICKET})
    return world


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_reading_connection_can_do_nothing_but_read(loaded: World, tmp_path: Path, attack: str) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")
    statement = tmp_path / "attack.sql"
    statement.write_text(ATTACKS[attack].format(file=tmp_path / "secret.csv", folder=tmp_path), encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))

    with loaded.history() as history, pytest.raises(StatementFailed):
        history.run(statement)

    assert sorted(tmp_path.rglob("*")) == before


def test_the_attacks_would_work_on_an_open_one(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")
    statement = tmp_path / "attack.sql"
    with Connection.in_memory() as history:
        for attack in ("reads a file", "reads a table", "reads a name as a file", "lists a folder", "attaches", "copies out", "takes memory", "writes"):
            statement = tmp_path / f"{attack}.sql"
            statement.write_text(ATTACKS[attack].format(file=tmp_path / "secret.csv", folder=tmp_path), encoding="utf-8")
            history.run(statement)

"""The house rules that no tool checks: who may import whom, what is pure, what never gets committed."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
#: The composition root: the only files that know both doors.
ROOTS = {"chat/settings.py", "chat/urls.py", "chat/asgi.py"}
#: widget/ → chat/ ← console/
FORBIDDEN = {"chat": {"widget", "console"}, "widget": {"console"}, "console": {"widget"}}
#: Clock, chance, input and output: what would make the same command decide differently tomorrow.
IMPURE = {
    "asyncio", "io", "logging", "multiprocessing", "os", "pathlib", "random", "secrets", "shutil", "socket",
    "sqlite3", "ssl", "subprocess", "sys", "tempfile", "threading", "time", "urllib", "uuid",
}  # fmt: skip
CLOCKS = {"now", "today", "utcnow"}
TOP = {
    "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "SECURITY.md", "biome.json", "chat",
    "console", "deploy", "docs", "manage.py", "package-lock.json", "package.json", "pyproject.toml", "requirements",
    "tests", "tsconfig.json", "vitest.config.ts", "widget",
}  # fmt: skip
RAW_HTML = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML")
SCRIPT_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']""")


@cache
def committed() -> list[str]:
    """Every path in the repository, and those about to enter it."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    return subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()


def sources(*suffixes: str, below: str = "") -> list[str]:
    return [
        path for path in committed() if path.endswith(suffixes) and path.startswith(below) and (ROOT / path).exists()
    ]


def tree(path: str) -> ast.Module:
    return ast.parse((ROOT / path).read_text())


def imported(path: str) -> Iterator[str]:
    """The dotted names that a Python file imports, wherever in the file it does."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def script_imported(path: str) -> Iterator[str]:
    """The same for TypeScript: relative ones as paths from the root, others as they stand."""
    for name in SCRIPT_IMPORT.findall((ROOT / path).read_text()):
        relative = name.startswith(".")
        yield str((ROOT / path).parent.joinpath(name).resolve().relative_to(ROOT)) if relative else name


def door(name: str) -> str:
    return re.split(r"[./]", name, maxsplit=1)[0]


@pytest.mark.parametrize("home", FORBIDDEN)
def test_doors_import_the_core_and_the_core_no_door(home: str) -> None:
    files = [path for path in sources(".py", below=f"{home}/") if path not in ROOTS]
    assert files
    assert [(path, name) for path in files for name in imported(path) if door(name) in FORBIDDEN[home]] == []


@pytest.mark.parametrize(
    ("home", "folder"), {"chat": "chat/client/", "widget": "widget/src/", "console": "console/src/"}.items()
)
def test_the_same_in_typescript(home: str, folder: str) -> None:
    files = sources(".ts", ".tsx", ".mjs", below=folder)
    assert files
    assert [(path, name) for path in files for name in script_imported(path) if door(name) in FORBIDDEN[home]] == []


def test_python_imports_are_absolute() -> None:
    assert [path for path in sources(".py") for name in imported(path) if name.startswith(".")] == []


def allowed_in_domain(name: str) -> bool:
    top = door(name)
    return name.startswith("chat.domain") or top == "msgspec" or (top in sys.stdlib_module_names and top not in IMPURE)


def test_the_domain_imports_nothing_impure() -> None:
    files = sources(".py", below="chat/domain/")
    assert files
    assert [(path, name) for path in files for name in imported(path) if not allowed_in_domain(name)] == []


def test_the_domain_reads_no_clock() -> None:
    nodes = [(path, node) for path in sources(".py", below="chat/domain/") for node in ast.walk(tree(path))]
    calls = [(path, node.func) for path, node in nodes if isinstance(node, ast.Call)]
    assert [path for path, call in calls if isinstance(call, ast.Attribute) and call.attr in CLOCKS] == []


def test_one_file_knows_textblob() -> None:
    importers = {path for path in sources(".py") for name in imported(path) if door(name) in {"textblob", "nltk"}}
    assert importers == {"chat/bot/language.py"}


def test_the_top_level_is_what_the_readme_shows() -> None:
    assert {name for path in committed() if not (name := path.split("/")[0]).startswith(".")} <= TOP


def test_nothing_built_or_installed_is_committed() -> None:
    made = re.compile(
        r"^(build|data)/|(^|/)(dist|node_modules|\.venv|__pycache__)/|\.min\.|\.map$|\.sqlite3$|\.egg-info"
    )
    assert [path for path in committed() if made.search(path)] == []


def test_locks_hold_hashes_and_no_addresses() -> None:
    locks = {path: (ROOT / path).read_text() for path in sources(".txt", below="requirements/")}
    assert len(locks) == 6
    pins = [pin for text in locks.values() for pin in re.findall(r"(?m)^\w\S+==.*(?:\n .*)*", text)]
    assert [pin for pin in pins if "--hash=sha256:" not in pin] == []
    assert [path for path, text in locks.items() if re.search(r"://|--index-url|--find-links", text)] == []


@pytest.mark.parametrize("folder", ["", "tests/bench/peers"])
def test_npm_locks_hold_hashes_and_no_addresses(folder: str) -> None:
    lock = (ROOT / folder / "package-lock.json").read_text()
    assert '"resolved"' not in lock
    assert lock.count('"integrity"') == lock.count('"node_modules/')


def test_nothing_writes_raw_html() -> None:
    scripts = sources(".ts", ".tsx", ".js", below="widget/") + sources(".ts", ".tsx", ".js", below="console/")
    assert [path for path in scripts if RAW_HTML.search((ROOT / path).read_text())] == []


def test_every_folder_of_tests_is_run() -> None:
    run = (ROOT / "tests/run").read_text() + (ROOT / "vitest.config.ts").read_text()
    folders = {
        Path(path).parts[1] for path in sources(".py", ".ts", ".tsx", below="tests/") if "test" in Path(path).name
    }
    assert [name for name in folders if (ROOT / "tests" / name).is_dir() and f"tests/{name}" not in run] == []

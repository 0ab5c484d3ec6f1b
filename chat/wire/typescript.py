"""The protocol as TypeScript source: the types are compiled from the JSON Schema, the constants are printed."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

from chat.wire import export

CLIENT = Path(__file__).resolve().parents[1] / "client"
GENERATED = CLIENT / "generated"

_HEADER = "// Made by `manage.py export_wire` from chat/wire and chat/domain; do not edit.\n"


def stale() -> list[str]:
    """Names of the generated files that no longer match the Python side. Needs no Node."""
    files = {"wire.ts": _types_header(), "constants.ts": constants_ts()}
    return [name for name, start in files.items() if not _starts_with(GENERATED / name, start)]


def write() -> None:
    """Write both files. Raises CalledProcessError when Node or the schema compiler fails."""
    GENERATED.mkdir(exist_ok=True)
    (GENERATED / "constants.ts").write_text(constants_ts(), encoding="utf-8")
    (GENERATED / "wire.ts").write_text(_types_header() + _compile(), encoding="utf-8")


def constants_ts() -> str:
    lines = [
        f"export const {name} = {json.dumps(value, ensure_ascii=False, indent=2)} as const;\n"
        for name, value in export.constants().items()
    ]
    return _HEADER + "\n" + "\n".join(lines)


def _types_header() -> str:
    # The schema's digest tells a stale file apart without running the compiler.
    digest = hashlib.sha256(_schema_json().encode()).hexdigest()
    return f"{_HEADER}// schema sha256 {digest}\n\n"


def _schema_json() -> str:
    return json.dumps(export.schema(), sort_keys=True)


def _compile() -> str:
    command = ["node", str(CLIENT / "generate.mjs")]
    return subprocess.run(command, input=_schema_json(), capture_output=True, text=True, check=True).stdout


def _starts_with(path: Path, start: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8").startswith(start)

"""deploy/ names what is there: no Docker is needed to see that a file was moved, nor a certificate to ask nginx."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]
NGINX = "pid {0}/pid; events {{}} http {{ access_log off; {temporary} include {0}/server.conf; }}"
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def copied() -> list[str]:
    """What the Dockerfile copies out of the repository."""
    text = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    lines = re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE)
    return [path for line in lines for path in line.split()]


def test_what_the_image_is_made_of_is_there() -> None:
    assert copied()
    assert [path for path in copied() if not (ROOT / path).exists()] == []


def test_what_compose_mounts_and_builds_is_there() -> None:
    mounts = [mount.split(":")[0] for each in SERVICES.values() for mount in each.get("volumes", ())]
    files = [mount for mount in mounts if mount.startswith(".")]
    assert len(files) == 4 and all((DEPLOY / file).is_file() for file in files)
    built = SERVICES["candid-1"]["build"]
    assert (DEPLOY / built["context"] / built["dockerfile"]).is_file()


def test_everybody_whom_compose_waits_for_is_a_service() -> None:
    waited = {name for each in SERVICES.values() for name in each.get("depends_on", ())}
    assert waited <= SERVICES.keys()


@pytest.mark.parametrize("name", ["candid.conf", "compose.conf"])
def test_nginx_takes_it(name: str, tmp_path: Path) -> None:
    """But for the certificate and the other containers' names, which this machine has not."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert nginx, "nginx is not installed; deploy/ensure installs it"
    shutil.copytree(DEPLOY / "nginx", tmp_path / "candid")
    text = (DEPLOY / "nginx" / name).read_text(encoding="utf-8")
    text = re.sub(r" *ssl_certificate.*;|listen \S*443 ssl;", "", text)
    (tmp_path / "server.conf").write_text(re.sub(r"candid-\d:", "127.0.0.1:", text))
    temporary = " ".join(f"{each}_temp_path {tmp_path}/{each};" for each in TEMPORARY)
    (tmp_path / "nginx.conf").write_text(NGINX.format(tmp_path, temporary=temporary))
    command: list[str | Path] = [nginx, "-t", "-q", "-e", "stderr", "-p", tmp_path, "-c", tmp_path / "nginx.conf"]
    answer = subprocess.run(command, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr

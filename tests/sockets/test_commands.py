"""What an owner types: the first site, and the demo that can be started again."""

from __future__ import annotations

import io
import re
import subprocess
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from chat.models import Membership, Role, Site
from chat.origins import parse_origin
from tests.services.candid import MANAGE, ROOT, Candid
from tests.sockets import stored
from tests.sockets.conftest import House

ORIGINS = {
    "https://chat.example": "https://chat.example",
    " HTTPS://Chat.Example/ ": "https://chat.example",
    "https://chat.example:443": "https://chat.example",
    "http://chat.example:443": "http://chat.example:443",
    "http://[::1]:8000": "http://[::1]:8000",
}


@pytest.mark.parametrize(("typed", "origin"), ORIGINS.items())
def test_an_origin_is_written_as_browsers_write_it(typed: str, origin: str) -> None:
    assert parse_origin(typed) == origin


OWNER = {"owner_email": "olga@shop.example", "owner_name": "Olga"}


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANDID_PASSWORD", "a long enough one")


def many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def create_site(**options: Any) -> str:
    out = io.StringIO()
    given = {"name": "Olga's Shop", "origin": ["https://shop.example"], **OWNER, **options}
    arguments = [f"--{name.replace('_', '-')}={value}" for name, values in given.items() for value in many(values)]
    call_command("create_site", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_a_first_site_and_the_line_to_paste() -> None:
    said = create_site(origin=["HTTPS://Shop.Example:443/", "http://localhost:3000"], time_zone="Europe/Berlin")
    site = Site.objects.get(slug="olgas-shop")
    line = f'<script async src="http://testserver/widget.js" data-site="{site.key}" data-email="olga@shop.example">'
    assert f"{line}</script>" in said
    assert site.origins == ["https://shop.example", "http://localhost:3000"]
    assert Membership.objects.get(site=site, role=Role.OWNER).user.check_password("a long enough one")
    assert not site.faq.exists()


@pytest.mark.django_db
def test_the_line_says_how_else_to_reach_the_owner_and_nothing_more() -> None:
    said = create_site(email="hello@shop.example", phone='1" onload="alert(1)')
    assert 'data-email="hello@shop.example" data-phone="1&quot; onload=&quot;alert(1)"></script>' in said


@pytest.mark.django_db
def test_a_name_in_another_script() -> None:
    create_site(name="Гончарная")
    create_site(name="مخزف")
    assert {site.name for site in Site.objects.all()} == {"Гончарная", "مخزف"}


@pytest.mark.django_db
def test_an_owner_may_have_two_sites() -> None:
    create_site()
    create_site(name="Another shop")
    assert Membership.objects.filter(user__email=OWNER["owner_email"]).count() == 2


BAD = {
    "no origin": ({"origin": ["shop.example"]}, "an origin is scheme and host"),
    "wildcard": ({"origin": ["https://*.example"]}, "an origin is scheme and host"),
    "with a path": ({"origin": ["https://shop.example/en"]}, "an origin is scheme and host"),
    "other scheme": ({"origin": ["ftp://shop.example"]}, "an origin is scheme and host"),
    "bad port": ({"origin": ["https://shop.example:port"]}, "an origin is scheme and host"),
    "with a query": ({"origin": ["https://shop.example?x"]}, "an origin is scheme and host"),
    "with a name": ({"origin": ["https://olga@shop.example"]}, "an origin is scheme and host"),
    "more policy": ({"origin": ["https://shop.example; script-src data:"]}, "an origin is scheme and host"),
    "zone": ({"time_zone": "Mars/Olympus"}, "is not an IANA time zone"),
    "e-mail": ({"owner_email": "olga"}, "valid email"),
    "name": ({"name": "x" * 200}, "name: Ensure this value has at most 120 characters"),
    "language": ({"language": "x" * 20}, "12 characters"),
}


@pytest.mark.django_db
@pytest.mark.parametrize(("change", "why"), BAD.values(), ids=BAD)
def test_what_is_wrong_is_said_and_nothing_made(change: dict[str, Any], why: str) -> None:
    with pytest.raises(CommandError, match=re.escape(why)):
        create_site(**change)
    assert not Site.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("password", ["short", "password123"])
def test_a_weak_password_is_refused(monkeypatch: pytest.MonkeyPatch, password: str) -> None:
    monkeypatch.setenv("CANDID_PASSWORD", password)
    with pytest.raises(CommandError, match="password"):
        create_site()


@pytest.mark.django_db
def test_a_taken_name_is_said() -> None:
    create_site()
    with pytest.raises(CommandError, match="exists already"):
        create_site()


class Demo(Candid):
    def command(self) -> list[str]:
        return [*MANAGE, "demo"]


def test_the_demo_tells_where_to_look_and_keeps_its_data(tmp_path_factory: pytest.TempPathFactory) -> None:
    demo = Demo(tmp_path_factory.mktemp("demo"))
    demo.start()
    first = stored.log_of(demo)
    for line in (demo.site_url, f"{demo.url}/console/", "ana@marlpit.example", "olga@marlpit.example"):
        assert line in first
    key, passwords = stored.site_key(demo), stored.rows(demo, "SELECT password FROM chat_user")
    demo.restart()
    again = stored.log_of(demo).removeprefix(first)
    demo.stop()
    assert "data kept from last time" in again and stored.site_key(demo) == key
    assert stored.rows(demo, "SELECT password FROM chat_user") == passwords  # Or everybody would be signed out.
    assert sign_ins(first) == sign_ins(again) != []


def sign_ins(log: str) -> list[str]:
    return re.findall(r"Sign in +(\S+ +\S+)", log)


def test_the_demo_names_a_taken_port(shared: Candid) -> None:
    answer = subprocess.run([*MANAGE, "demo"], capture_output=True, text=True, env=shared.environment(), cwd=ROOT)
    assert f"Port {shared.port} is taken. Choose another: PORT={shared.port + 1}" in answer.stderr
    assert answer.returncode != 0 and "Traceback" not in answer.stderr


async def test_a_site_made_beside_a_running_server_works_at_once(house: House) -> None:
    arguments = [
        "--name",
        "New",
        "--origin",
        "https://new.example",
        "--owner-email",
        "n@new.example",
        "--owner-name",
        "N",
    ]
    house.server.settings["CANDID_PASSWORD"] = "a long enough one"
    house.server.manage("create_site", *arguments)
    vera = await house.visitor(site="new").come()
    assert vera.welcome["site"]["name"] == "New"

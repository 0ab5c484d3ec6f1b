"""chat.settings for tests: nothing of this machine's own data; CANDID_TEST_DB=postgres brings a private PostgreSQL."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from tests.services.postgres import Postgres

_folder = Path(tempfile.mkdtemp(prefix="candid-test-"))
atexit.register(shutil.rmtree, _folder, ignore_errors=True)

os.environ.update(DATA_DIR=str(_folder), SECRET_KEY="tests", PUBLIC_URL="http://testserver", DEMO="1")
# What most installations have; the sentence encoder is slower, and its tests name it.
os.environ["BOT_PROFILE"] = "light"
for _name in ("DATABASE_URL", "REDIS_URL", "EMAIL_URL"):
    os.environ.pop(_name, None)

_wanted = os.environ.get("CANDID_TEST_DB", "sqlite")
if _wanted == "postgres":
    _postgres = Postgres()
    atexit.register(_postgres.stop)
    _postgres.start()
    os.environ["DATABASE_URL"] = _postgres.url
elif _wanted != "sqlite":
    raise ValueError(f"CANDID_TEST_DB is sqlite or postgres, not {_wanted}")

from chat.settings import *  # noqa: E402, F403
from chat.settings import DATABASES  # noqa: E402

if _wanted == "sqlite":
    # In memory, a second connection would find the database locked.
    DATABASES["default"]["TEST"] = {"NAME": str(_folder / "test.sqlite3")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

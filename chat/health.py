"""Is the process alive, and may it get traffic?"""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse

from chat import lifespan
from chat.policy import public
from chat.storing import storing


@public
def healthz(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"status": "ok"})


@public
def readyz(request: HttpRequest) -> JsonResponse:
    """503 while the process starts or drains, and while the database doesn't answer or can't store."""
    process = lifespan.current.process
    started = process is not None and process.ready
    database = _database_answers()
    ready = started and database and storing.works
    facts = {"ready": ready, "started": started, "database": database, "storing": storing.works}
    return JsonResponse(facts, status=200 if ready else 503)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True

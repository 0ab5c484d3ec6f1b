"""A server process that a test owns: started, stopped, killed and started again on the same port."""

from __future__ import annotations

import os
import signal
import subprocess
from abc import ABC, abstractmethod
from pathlib import Path

from tests.services.wait import free_port, until


class Service(ABC):
    """Subclasses say how to start and when it is ready. Everything it writes goes below ``folder``."""

    #: Run as this system user instead of our own.
    user: str | None = None
    #: Asks the process to end in order.
    stop_signal = signal.SIGTERM
    ready_seconds = 30.0

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.log = folder / "log"
        self.process: subprocess.Popen[bytes] | None = None

    @abstractmethod
    def command(self) -> list[str]: ...

    @abstractmethod
    def ready(self) -> bool: ...

    def environment(self) -> dict[str, str]:
        return dict(os.environ)

    def start(self) -> None:
        """Returns when it is ready. Raises RuntimeError with the end of its log if it ended instead."""
        self.launch()
        until(self._ready_or_dead, seconds=self.ready_seconds, what=f"{type(self).__name__} ready")

    def launch(self) -> None:
        """Returns at once."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command(), env=self.environment(), stdout=log, stderr=log, user=self.user, start_new_session=True
            )

    def _ready_or_dead(self) -> bool:
        if self.process is None or self.process.poll() is not None:
            raise RuntimeError(f"{type(self).__name__} did not start:\n{self.log.read_text()[-4000:]}")
        return self.ready()

    def stop(self) -> None:
        """End in order; a process that does not is killed, and TimeoutExpired tells."""
        self._end(self.stop_signal)

    def kill9(self) -> None:
        """As a power cut would: no handler runs."""
        self._end(signal.SIGKILL)

    def freeze(self) -> None:
        """What is sent from now on arrives, and nobody reads it."""
        if self.process:
            self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        if self.process:
            self.process.send_signal(signal.SIGCONT)

    def restart(self) -> None:
        self.stop()
        self.start()

    def _end(self, how: signal.Signals) -> None:
        process, self.process = self.process, None
        if process is None or process.poll() is not None:
            return
        try:
            os.killpg(process.pid, how) if how == signal.SIGKILL else process.send_signal(how)
            process.wait(timeout=40)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise

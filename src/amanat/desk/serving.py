"""Run the desk: uvicorn on the loopback address, quiet logs, and a round of the clock every minute."""

import logging
import threading
import webbrowser
from collections.abc import Iterable

from amanat.core import AmanatError, DeskError
from amanat.desk import desk
from amanat.desk.drawing import forget_drawn
from amanat.desk.faults import LOG, shown
from amanat.desk.state import State

_MINUTE = 60.0


def serve(state: State, host: str, port: int, names: Iterable[str] = (), *, browse: bool = True) -> None:
    """Serve until somebody stops it.

    Raises:
        DeskError: W019 the port is taken or closed.
    """
    import uvicorn  # noqa: PLC0415 - only for who runs the desk

    logging.basicConfig(format="%(levelname)s %(message)s", level=logging.WARNING)
    config = uvicorn.Config(
        desk(state, frozenset(names)), host=host, port=port, log_level="warning", access_log=False,
        server_header=False, date_header=False, timeout_keep_alive=30, proxy_headers=state.tls,
        h11_max_incomplete_event_size=64 * 1024,
    )  # fmt: skip
    server = uvicorn.Server(config)
    stop = threading.Event()
    threading.Thread(target=_rounds, args=(state, stop), daemon=True).start()
    if browse:
        threading.Timer(1.0, webbrowser.open, (f"http://{host}:{port}/",)).start()
    try:
        server.run()
    except SystemExit:
        raise DeskError("W019", "the desk cannot listen there; choose another port with --port") from None
    finally:
        stop.set()
        state.lock()
        forget_drawn()


def _rounds(state: State, stop: threading.Event) -> None:
    while not stop.wait(_MINUTE):
        was = state.vault
        try:
            state.round()
        except AmanatError as error:
            LOG.warning("%s", shown(error))
        if was is not None and state.vault is None:
            forget_drawn()

"""A pytest plugin that tells what happens, one line of JSON for each event, on the descriptor SLIPWAY_EVENTS_FD.

Tests named in the file SLIPWAY_DONE_TESTS, one a line, are left out: they have been run already.
"""

import json
import os
import pathlib

_events = os.fdopen(int(os.environ.pop("SLIPWAY_EVENTS_FD")), "w")
os.set_inheritable(_events.fileno(), False)
_done = pathlib.Path(os.environ.pop("SLIPWAY_DONE_TESTS"))


def _tell(event, **fields):
    print(json.dumps({"event": event, **fields}), file=_events, flush=True)


def pytest_collectreport(report):
    if report.failed:
        _tell("result", test=report.nodeid, outcome="failed", message=_message(report))
    elif report.skipped:
        _tell("result", test=report.nodeid, outcome="skipped", message=_skip_reason(report))


def pytest_collection_modifyitems(items):
    done = set(_done.read_text().splitlines())
    items[:] = [item for item in items if item.nodeid not in done]


def pytest_collection_finish(session):
    _tell("collected", tests=[item.nodeid for item in session.items])


def pytest_runtest_logstart(nodeid):
    _tell("start", test=nodeid)


def pytest_runtest_logreport(report):
    if report.failed:
        where = "" if report.when == "call" else f"{report.when}: "
        _tell("result", test=report.nodeid, outcome="failed", message=where + _message(report))
    elif report.skipped:
        _tell("result", test=report.nodeid, outcome="skipped", message=_skip_reason(report))
    elif report.when == "call":
        _tell("result", test=report.nodeid, outcome="passed", message="")


def pytest_unconfigure():
    _tell("end")


def _message(report):
    crash = getattr(report.longrepr, "reprcrash", None)
    return crash.message if crash else str(report.longrepr)


def _skip_reason(report):
    if hasattr(report, "wasxfail"):
        return f"expected to fail: {report.wasxfail}".removesuffix(": ")
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return reason.removeprefix("Skipped: ")

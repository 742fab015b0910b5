"""A test for each thing that can come of one."""

import base64
import json
import os
import pathlib
import secrets
import urllib.request

import pytest

STATE = pathlib.Path(__file__).parents[3] / "tools/local_wandb_server.state"


def post(port, path, body, **headers):
    request = urllib.request.Request(
        f"http://localhost:{port}{path}",
        json.dumps(body).encode(),
        {"content-type": "application/json", **headers},
    )
    with urllib.request.urlopen(request) as response:
        return response.read()


def test_the_key_that_the_fixture_service_sets_is_known_to_the_server():
    options = dict(line.split("=") for line in STATE.read_text().split() if "=" in line)
    base_port, fixture_port = options["--base-port"], options["--fixture-port"]
    user = f"user_master-{secrets.token_hex(20)}"
    for command in ("up", "password"):
        post(
            fixture_port,
            "/db/user",
            {"command": command, "username": user, "password": user, "admin": False},
        )
    key = base64.b64encode(f"api:{user}".encode()).decode()
    answer = post(
        base_port,
        "/graphql",
        {"query": "{ viewer { username } }"},
        authorization=f"Basic {key}",
    )
    assert json.loads(answer) == {"data": {"viewer": {"username": user}}}


def test_that_nothing_of_the_person_reaches_the_tests():
    assert "WANDB_API_KEY" not in os.environ


def test_that_ends_pytest():
    os._exit(3)


def test_that_fails():
    raise ValueError("user_master-" + secrets.token_hex(20) + " was not there")


@pytest.fixture
def unclean():
    yield
    raise ValueError("cannot clean up")


def test_that_fails_to_clean_up(unclean):
    pass


def test_that_is_skipped():
    pytest.skip("has no reason to run")


@pytest.mark.xfail(reason="known to fail")
def test_that_is_expected_to_fail():
    raise AssertionError


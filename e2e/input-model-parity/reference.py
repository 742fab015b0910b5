"""Answers questions about inputs with the stock client's own functions and with the parsers that Python programs use.

Reads one JSON question a line and writes one JSON answer a line: {"answer": ...} or {"error": "..."}.
"""

import datetime
import json
import sys
import tomllib

import yaml
from wandb.sdk.launch.inputs.files import _update_dict
from wandb.sdk.launch.inputs.internal import _split_on_unesc_dot
from wandb.sdk.wandb_config import Config


def merge_run_config(base, overrides):
    config = Config()
    config.update(base)
    config.merge_locked(overrides, user="launch", _allow_val_change=True)
    # The public view hides keys that begin with an underscore.
    return dict(config._items)


def merge_file(base, overrides):
    _update_dict(base, overrides)
    return base


def describe(value):
    """A value with its Python type, so that 1 and 1.0 and "1" differ. Keys are written as JSON writes them."""
    if isinstance(value, dict):
        return {"dict": {json_key(key): describe(item) for key, item in value.items()}}
    if isinstance(value, list):
        return {"list": [describe(item) for item in value]}
    if isinstance(value, (datetime.date, datetime.time)):
        return {"date": True}
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return {type(value).__name__: value}
    return {type(value).__name__: float(value)}


def json_key(key):
    return next(iter(json.loads(json.dumps({key: 0}))))


QUESTIONS = {
    "split": lambda question: _split_on_unesc_dot(question["text"]),
    "merge_run_config": lambda question: merge_run_config(question["base"], question["overrides"]),
    "merge_file": lambda question: merge_file(question["base"], question["overrides"]),
    "yaml": lambda question: describe(yaml.safe_load(question["text"]) or {}),
    "json": lambda question: describe(json.loads(question["text"])),
    "toml": lambda question: describe(tomllib.loads(question["text"])),
}


def answer(question):
    try:
        return {"answer": QUESTIONS[question["ask"]](question)}
    except Exception as error:  # the caller compares refusals too
        return {"error": f"{type(error).__name__}: {error}"}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))))

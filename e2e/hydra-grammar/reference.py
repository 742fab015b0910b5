"""Reads overrides with Hydra's own parser.

Reads one override a line, as JSON text, and writes one answer a line: {"override": {...}} or {"error": "..."}. Numbers
are written as text, since JSON does not tell 1 from 1.0.
"""

import itertools
import json
import random
import sys
import warnings

from hydra.core.override_parser.overrides_parser import OverridesParser
from hydra.core.override_parser.types import (
    ChoiceSweep,
    Glob,
    IntervalSweep,
    OverrideType,
    QuotedString,
    RangeSweep,
)

MAX_POINTS = 200

KINDS = {
    OverrideType.CHANGE: "set",
    OverrideType.ADD: "add",
    OverrideType.FORCE_ADD: "force-add",
    OverrideType.DEL: "delete",
}


def describe(value):
    if value is None:
        return {"null": True}
    if isinstance(value, bool):
        return {"bool": value}
    if isinstance(value, int):
        return {"int": str(value)}
    if isinstance(value, float):
        return {"float": repr(value)}
    if isinstance(value, QuotedString):
        return {"text": value.text, "quoted": True}
    if isinstance(value, str):
        return {"text": value, "quoted": False}
    if isinstance(value, list):
        return {"list": [describe(item) for item in value]}
    if isinstance(value, dict):
        return {"object": [[describe(key), describe(item)] for key, item in value.items()]}
    if isinstance(value, ChoiceSweep):
        return {"choice": [describe(item) for item in value.list], "shuffled": value.shuffle, "tags": sorted(value.tags)}
    if isinstance(value, RangeSweep):
        return {"choice": points(value), "shuffled": value.shuffle, "tags": sorted(value.tags)}
    if isinstance(value, IntervalSweep):
        return {"interval": [describe(value.start), describe(value.end)], "tags": sorted(value.tags)}
    if isinstance(value, Glob):
        return {"glob": [[pattern_text(p) for p in value.include], [pattern_text(p) for p in value.exclude]]}
    raise TypeError(f"unknown kind of value: {value!r}")


def pattern_text(pattern):
    return pattern.text if isinstance(pattern, QuotedString) else str(pattern)


def points(sweep):
    try:
        numbers = iter(sweep) if hasattr(sweep, "__iter__") else iter(sweep.range())
        return [describe(number) for number in itertools.islice(numbers, MAX_POINTS)]
    except Exception:
        return None


def answer(parser, text):
    try:
        override = parser.parse_override(text)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}
    is_extension = override.type not in KINDS
    value = describe(override._value)
    return {
        "override": {
            "kind": "set" if is_extension else KINDS[override.type],
            "key": override.key_or_group if override.package is None else f"{override.key_or_group}@{override.package}",
            "value": None if override.value_type is None else {"extension": value["list"]} if is_extension else value,
        }
    }


def main():
    warnings.simplefilter("ignore")
    # A list is shuffled while it is read; the order must not differ from ours by chance.
    random.shuffle = lambda items: None
    parser = OverridesParser.create()
    for line in sys.stdin:
        print(json.dumps(answer(parser, json.loads(line))))


main()

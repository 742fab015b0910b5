"""Resumes a run in the given mode and logs one more step; prints the kind of the error when that is refused."""

import json
import sys

import wandb

try:
    with wandb.init(project="lab", id=sys.argv[1], resume=sys.argv[2]) as run:
        run.log({"loss": 7})
        result = {"resumed": run.resumed, "lr": run.config.get("lr")}
except wandb.Error as error:
    result = {"error": type(error).__name__}
print(f"RESULT {json.dumps(result)}")

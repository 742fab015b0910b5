"""Continues a run from an earlier step."""

import sys

import wandb

with wandb.init(project="lab", resume_from=f"{sys.argv[1]}?_step={sys.argv[2]}") as run:
    run.log({"loss": 9})
print(f"RESULT {run.id}")

"""Starts a run under the id of a deleted one; prints the refusal."""

import sys

import wandb

wandb.Api().run(f"lab/{sys.argv[1]}").delete()
try:
    wandb.init(project="lab", id=sys.argv[1])
    print("RESULT started")
except wandb.Error as error:
    print(f"RESULT {error}")

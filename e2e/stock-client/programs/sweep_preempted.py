"""A program of a sweep whose machine is taken away in the middle; it goes on where it was when it is started again."""

import sys

import wandb

with wandb.init(resume="allow") as run:
    run.log({"loss": run.config["lr"]})
    if not run.resumed:
        run.mark_preempting()
        sys.exit(1)

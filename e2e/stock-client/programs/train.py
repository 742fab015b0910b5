"""A program for jobs: two inputs in the run config, one of which is no input."""

import wandb
from wandb.sdk import launch

with wandb.init(config={"trainer": {"rate": 0.5}, "seed": 42}) as run:
    launch.manage_wandb_config(include=["trainer"])
    run.log({"loss": run.config["trainer"]["rate"]})

"""A program of a sweep: reports how far its learning rate is from the best one, some steps long."""

import argparse
import time

import wandb

parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=0.5)
parser.add_argument("--layers", type=int, default=1)
parser.add_argument("--optimizer", default="sgd")
parser.add_argument("--steps", type=int, default=3)
parser.add_argument("--pause", type=float, default=0)
arguments = parser.parse_args()

run = wandb.init(config=vars(arguments))
for step in range(run.config["steps"]):
    run.log({"loss": (run.config["lr"] - 0.3) ** 2 + 1 / (step + 1)})
    time.sleep(run.config["pause"])

"""Puts a point of its own choice into a sweep, runs it before those of the search, and reads the runs of the agent."""

import json

import wandb

sweep_id = wandb.sweep({"method": "grid", "parameters": {"lr": {"values": [0.3, 0.6]}, "layers": {"value": 2}}})
api = wandb.Api()
run_id = api.sweep(f"admin/lab/{sweep_id}").enqueue_run({"lr": 0.45}, display_name="my choice")
seen = []


def train():
    with wandb.init() as run:
        seen.append([run.id, run.name, run.config["lr"], run.config["layers"]])
        run.log({"loss": run.config["lr"]})


wandb.agent(sweep_id, function=train, count=3)

[agent] = wandb.Api().sweep(f"admin/lab/{sweep_id}").agents()
print("RESULT " + json.dumps({"id": run_id, "seen": seen, "runs": [run.id for run in agent.runs(per_page=2)]}))

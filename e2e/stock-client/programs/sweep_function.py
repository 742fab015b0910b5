"""Makes a sweep over nested parameters, runs it with wandb.agent(function=...), and reads it through the public API."""

import json
import sys

import wandb

sweep_id = wandb.sweep(
    {
        "name": "nested",
        "method": "grid",
        "metric": {"name": "loss", "goal": "minimize"},
        "parameters": {
            "optimizer": {"parameters": {"lr": {"values": [0.3, 0.6]}, "name": {"value": "adam"}}},
            "layers": {"values": [2]},
        },
    }
)
seen = []


def train():
    with wandb.init() as run:
        seen.append({key: value for key, value in dict(run.config).items()})
        run.log({"loss": (run.config["optimizer"]["lr"] - 0.3) ** 2})


wandb.agent(sweep_id, function=train)

api = wandb.Api()
sweep = api.sweep(f"admin/lab/{sweep_id}")
best = sweep.best_run()
[agent] = sweep.agents() if hasattr(sweep, "agents") else [None]
json.dump(
    {
        "seen": seen,
        "name": sweep.name,
        "state": sweep.state,
        "expected": sweep.expected_run_count,
        "runs": len(sweep.runs),
        "best": best.config["optimizer"],
        "sweepOfRun": best.sweep.id == sweep_id,
        "agentRuns": None if agent is None else [run.state for run in agent.runs(per_page=1)],
        "sweeps": len(api.project("lab", "admin").sweeps()),
    },
    sys.stdout.write("RESULT ") and sys.stdout,
)
print()

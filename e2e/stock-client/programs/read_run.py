"""Prints what the public API shows of a run, as JSON."""

import json
import sys

import wandb

run = wandb.Api().run(f"lab/{sys.argv[1]}")
rows = list(run.scan_history())
chosen = list(run.scan_history(keys=["loss", "deep.value"]))
drawn = run.history(samples=100, keys=["loss"], pandas=False)
result = {
    "state": run.state,
    "config": dict(run.config),
    "tags": run.tags,
    "loss": run.summary.get("loss"),
    "last_step": run.lastHistoryStep,
    "rows": len(rows),
    "steps_in_order": [row["_step"] for row in rows] == list(range(len(rows))),
    "nan_kept": str(rows[1].get("odd")),
    "chosen": len(chosen),
    "chosen_last": chosen[-1] if chosen else None,
    "drawn": len(drawn),
    "files": sorted(file.name for file in run.files()),
    "program": (run.metadata or {}).get("program"),
}
print(f"RESULT {json.dumps(result)}")

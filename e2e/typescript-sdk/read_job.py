"""Prints what the public API of the stock client reads of a job and of the run that captured it, as JSON."""

import json
import sys

import wandb

api = wandb.Api()
job = api.job(sys.argv[1])
run = api.run(sys.argv[2])
code = api.artifact(sys.argv[3], type="code")
result = {
    "name": job.name,
    "entrypoint": job._entrypoint,
    "inputs": job._job_artifact.metadata,
    "config": dict(run.config),
    "state": run.state,
    "losses": [row["loss"] for row in run.scan_history(keys=["loss"])],
    "code": sorted(code.manifest.entries),
}
print(f"RESULT {json.dumps(result)}")

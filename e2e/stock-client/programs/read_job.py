"""Prints what the public API shows of a job, as JSON."""

import json
import sys

import wandb

api = wandb.Api()
job = api.job(f"admin/lab/{sys.argv[1]}")
listed = [edge["node"] for item in api.list_jobs("admin", "lab") for edge in item["edges"]]
result = {
    "name": job.name,
    "listed": sorted({node["artifactSequence"]["name"] for node in listed}),
}
print(f"RESULT {json.dumps(result)}")

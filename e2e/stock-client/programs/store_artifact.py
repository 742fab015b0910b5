"""Stores an artifact for an hour, then without an end, then for as long as its collection says, and prints what is kept."""

import json
from datetime import timedelta

import wandb
from wandb.sdk.artifacts.artifact_ttl import ArtifactTTL

with open("numbers.txt", "w") as file:
    file.write("0123456789" * 5)
with wandb.init(project="lab") as run:
    artifact = wandb.Artifact("numbers", "dataset")
    artifact.add_file("numbers.txt")
    artifact.ttl = timedelta(hours=1)
    run.log_artifact(artifact).wait()


def kept():
    ttl = wandb.Api().artifact("lab/numbers:v0").ttl
    return ttl and ttl.total_seconds()


seen = {"first": kept()}
for name, ttl in {"without": None, "longer": timedelta(days=2), "inherited": ArtifactTTL.INHERIT}.items():
    stored = wandb.Api().artifact("lab/numbers:v0")
    stored.ttl = ttl
    stored.save()
    seen[name] = kept()
print(f"RESULT {json.dumps(seen)}")

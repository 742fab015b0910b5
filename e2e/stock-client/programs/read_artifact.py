"""Reads the one file of an artifact by ranges and by the address that the client makes up, and prints its layout and text."""

import json
import os
import sys

import wandb

artifact = wandb.Api().artifact(sys.argv[1])
[path] = artifact.manifest.entries
layout = artifact.manifest.storage_policy.config()["storageLayout"]
texts = []
for file in [
    os.path.join(artifact.download(f"by-ranges-{layout}", multipart=True, skip_cache=True), path),
    # An entry that was not listed has no signed address.
    wandb.Api().artifact(sys.argv[1]).get_entry(path).download(f"alone-{layout}", skip_cache=True),
]:
    with open(file) as opened:
        texts.append(opened.read())
print(f"RESULT {json.dumps([layout, *texts])}")

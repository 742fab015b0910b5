"""Edits a run, finds it again by what was edited, uploads and deletes a file of it."""

import json
import sys

import wandb

run = wandb.Api().run(f"lab/{sys.argv[1]}")
run.config["lr"] = 0.7
run.tags = ["edited"]
run.notes = "second"
run.update()
run.summary["extra"] = 5
run.summary.update()
with open("later.txt", "w") as file:
    file.write("later")
run.upload_file("later.txt")
api = wandb.Api()
found = api.runs("lab", filters={"$and": [{"config.lr": {"$gt": 0.5}}, {"tags": "edited"}]}, order="-created_at")
again = found[0]
downloaded = again.file("later.txt").download("downloaded").read()
again.file("later.txt").delete()
result = {
    "found": [item.id for item in found],
    "lr": again.config["lr"],
    "notes": again.notes,
    "extra": again.summary["extra"],
    "state": again.state,
    "downloaded": downloaded,
    "left": [file.name for file in api.run(f"lab/{again.id}").files() if file.name == "later.txt"],
}
print(f"RESULT {json.dumps(result)}")

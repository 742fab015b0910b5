"""Logs artifacts in every way that the client has, and prints what it saw of them as JSON."""

import json
import os

import wandb

os.makedirs("data/sub")
for path, text in {"data/a.txt": "hello", "data/sub/ünï.txt": "deep", "data/empty": "", "outside.bin": "far"}.items():
    with open(path, "w") as file:
        file.write(text)


def new_artifact(name="data", **options):
    return wandb.Artifact(name, "dataset", **options)


def with_folder(artifact):
    artifact.add_dir("data")
    artifact.add_reference(f"file://{os.path.abspath('outside.bin')}", name="reference.bin")
    return artifact


seen = {}
with wandb.init(project="lab") as run:
    first = with_folder(new_artifact(metadata={"rows": 3}, description="first"))
    run.log_artifact(first, aliases=["latest", "best"], tags=["raw"]).wait()
    seen["first"] = [first.version, sorted(first.aliases), first.size, first.file_count]
    maker = run.id

with wandb.init(project="lab") as run:
    same = run.log_artifact(with_folder(new_artifact())).wait()
    seen["same"] = same.version
    with open("data/a.txt", "w") as file:
        file.write("changed")
    changed = new_artifact()
    changed.add_dir("data")
    seen["changed"] = run.log_artifact(changed).wait().version

    used = run.use_artifact("data:v0")
    seen["downloaded"] = sorted(os.listdir(used.download(root="downloaded")))
    linked = new_artifact("links")
    linked.add_reference(used.get_entry("a.txt").ref_url(), name="linked.txt")
    linked = run.log_artifact(linked).wait()
    with open(os.path.join(linked.download(root="linked"), "linked.txt")) as file:
        seen["linked"] = file.read()

    table = wandb.Artifact("table", "table")
    table.add(wandb.Table(columns=["x"], data=[[1], [2]]), "table")
    seen["table"] = run.log_artifact(table).wait().version

    one = new_artifact("together")
    one.add_file("data/a.txt", name="one.txt")
    run.upsert_artifact(one, distributed_id="group")
    two = new_artifact("together")
    two.add_file("data/a.txt", name="two.txt")
    run.finish_artifact(two, distributed_id="group")
    seen["together"] = sorted(two.wait().manifest.entries)

    added = new_artifact(incremental=True)
    added.add_file("data/a.txt", name="added.txt")
    seen["incremental"] = sorted(run.log_artifact(added).wait().manifest.entries)

    fresh = new_artifact("fresh")
    fresh.add_file("data/a.txt")
    run.use_artifact(fresh)
    user = run.id

api = wandb.Api()
seen["made_by"] = api.artifact("lab/data:v0").logged_by().id == maker
seen["used_by"] = [item.id for item in api.artifact("lab/data:v0").used_by()] == [user]
seen["logged"] = sorted(item.name for item in api.run(f"lab/{user}").logged_artifacts())
seen["used"] = sorted(item.name for item in api.run(f"lab/{user}").used_artifacts())
print(f"RESULT {json.dumps(seen)}")

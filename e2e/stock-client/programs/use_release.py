"""Does with a release of the client what most programs do, and prints as JSON what the public API shows of it afterwards."""

import json
import math
import os

import wandb

BASE = {"lr": 0.1, "model": {"depth": 2}}


def start(**options):
    # The settings take up what a run was started with, so each run needs its own.
    return wandb.init(project="lab", settings=wandb.Settings(x_disable_stats=True), **options)



os.makedirs("data/sub")
for path, text in {"data/a.txt": "hello", "data/sub/b.txt": "deep", "outside.bin": "far"}.items():
    with open(path, "w") as file:
        file.write(text)

with start(config=BASE, tags=["base"], notes="first", group="all", job_type="train") as run:
    run.define_metric("epoch")
    run.define_metric("score", step_metric="epoch", summary="max")
    for step in range(20):
        odd = math.nan if step % 2 else step
        run.log({"epoch": step // 5, "loss": 1 / (step + 1), "score": -abs(step - 12), "odd": odd, "deep": {"value": step}})
    run.config.update({"lr": 0.2, "added": [1, 2]}, allow_val_change=True)
    run.summary["best"] = 7
    run.tags += ("later",)
    print("to stdout")
    data = wandb.Artifact("data", "dataset", metadata={"rows": 3}, description="first")
    data.add_dir("data")
    data.add_reference(f"file://{os.path.abspath('outside.bin')}", name="reference.bin")
    run.log_artifact(data, aliases=["latest", "best"]).wait()
    run.link_artifact(data, "lab/chosen")
    maker = run.id

with start(job_type="evaluate") as run:
    used = run.use_artifact("data:best")
    folder = used.download(root="downloaded")
    with open("data/a.txt", "w") as file:
        file.write("changed")
    changed = wandb.Artifact("data", "dataset")
    changed.add_dir("data")
    run.log_artifact(changed).wait()
    run.log({"rows": wandb.Table(columns=["x"], data=[[1], [2]])})
    user = run.id

with start(id=maker, resume="must") as run:
    run.log({"epoch": 4, "loss": 0.5})
    resumed = [run.resumed, run.config["lr"]]

api = wandb.Api()
made = api.run(f"lab/{maker}")
rows = list(made.scan_history())
made.notes = "second"
made.config["lr"] = 0.3
made.update()
with open("later.txt", "w") as file:
    file.write("later")
made.upload_file("later.txt")
made.file("later.txt").delete()
filters = {"$and": [{"config.lr": {"$gt": 0.25}}, {"tags": "later"}]}
found = [item.id for item in api.runs("lab", filters=filters, order="-created_at")]
# A new Api, since one keeps what it has read.
again = wandb.Api().run(f"lab/{maker}")

first = api.artifact("lab/data:best")
first.aliases.append("prod")
first.description = "second"
first.save()
collection = api.artifact_collection("dataset", "lab/data")
collection.tags = ["alpha"]
collection.save()
collection = api.artifact_collection("dataset", "lab/data")
portfolio = api.artifact_collection("dataset", "lab/chosen")
linked = [item.name for item in portfolio.artifacts()]
api.artifact("lab/chosen:v0").unlink()

seen = {
    "run": maker,
    "resumed": resumed,
    "found": found == [maker],
    "state": again.state,
    "config": dict(again.config),
    "tags": sorted(again.tags),
    "notes": again.notes,
    "place": [again.group, again.job_type],
    "summary": {key: dict(again.summary[key]) if key == "score" else again.summary[key] for key in ("best", "epoch", "loss", "score")},
    "steps": [row["_step"] for row in rows],
    "nan_kept": math.isnan(rows[1]["odd"]),
    "deep": [row["deep.value"] for row in made.scan_history(keys=["deep.value"], page_size=7)] == list(range(20)),
    "drawn": 5 < len(made.history(samples=10, keys=["loss"], pandas=False)) <= 10,
    "system": made.history(stream="system", pandas=False),
    "files": sorted(file.name for file in made.files()),
    "downloaded": sorted(os.path.relpath(os.path.join(at, name), folder) for at, _, names in os.walk(folder) for name in names),
    "versions": sorted(item.version for item in api.artifacts("dataset", "lab/data")),
    "aliases": sorted(api.artifact("lab/data:v0").aliases),
    "artifact": [first.version, first.type, first.size, first.metadata, api.artifact("lab/data:prod").description],
    "entries": sorted(file.name for file in first.files()),
    "collections": sorted(item.name for item in api.artifact_collections("lab", "dataset")),
    "collection": [collection.is_sequence(), portfolio.is_sequence(), list(collection.tags)],
    "linked": linked,
    "unlinked": [item.name for item in api.artifact_collection("dataset", "lab/chosen").artifacts()],
    "logged_by": first.logged_by().id == maker,
    "used_by": [item.id for item in first.used_by()] == [user],
    "used": [item.name for item in api.run(f"lab/{user}").used_artifacts()],
    "logged": sorted(item.name.split("-")[0] for item in api.run(f"lab/{user}").logged_artifacts()),
}
print(f"RESULT {json.dumps(seen)}")

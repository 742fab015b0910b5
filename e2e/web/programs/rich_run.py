"""Logs a run that has a bit of everything."""

import os

import wandb

run = wandb.init(
    project="vision",
    id="rich",
    name="a rich run",
    config={"lr": 0.1, "optimizer": {"name": "adam"}},
    tags=["baseline"],
    notes="The first try.",
)
run.define_metric("epoch")
run.define_metric("val/*", step_metric="epoch")
run.define_metric("secret", hidden=True)
for step in range(50):
    values = {"train/loss": 1 / (step + 1), "secret": step}
    if step == 20:
        values["train/loss"] = float("nan")
    if step % 10 == 9:
        values |= {"epoch": step // 10, "val/loss": 2 / (step + 1)}
    run.log(values)
os.makedirs("out/deep", exist_ok=True)
files = {
    "page <b>.html": "<script>document.title = 'hacked'</script><h1>hello</h1>",
    "table.csv": 'name,score\n"x, y",1\n',
    "out/deep/notes.md": "# Notes\n",
    "out/data.json": '{"a":[1,2]}',
    "picture.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>parent.document.title="hacked"</script></svg>',
    "model.bin": "\0\1\2",
    "long.txt": "a line of text\n" * 30_000,
}
for name, text in files.items():
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)
    run.save(name, base_path=".", policy="now")
artifact = wandb.Artifact("weights", "model")
artifact.add_file("out/data.json")
run.log_artifact(artifact)
run.finish()

"""Logs, prints and saves what a run can hold, and prints the run's id."""

import sys

import wandb

with wandb.init(project="lab", config={"lr": 0.1, "trainer": {"batch": 8}}, tags=["base"], notes="first") as run:
    for step in range(1200):
        run.log({"loss": 1 / (step + 1), "odd": float("nan") if step % 2 else step, "deep": {"value": step}})
    print("to stdout")
    print("to stderr", file=sys.stderr)
    with open("model.txt", "w") as file:
        file.write("weights")
    run.save("model.txt", policy="now")
    run.alert("title", "text")
print(f"RESULT {run.id}")

"""Logs in two parts: the second comes when a file "go" appears beside it, the end when "end" does."""

import os
import sys
import time

import wandb


def wait_for(name):
    deadline = time.monotonic() + 240
    while not os.path.exists(name):
        if time.monotonic() > deadline:
            sys.exit(f"{name} did not appear")
        time.sleep(0.05)


settings = wandb.Settings(x_file_stream_transmit_interval=1, x_stats_sampling_interval=1)
run = wandb.init(project="vision", id="growing", name="a growing run", config={"lr": 0.1}, settings=settings)
for step in range(10):
    run.log({"train/loss": 1 / (step + 1)})
print("\x1b[31mfirst part\x1b[0m done", flush=True)
print("<img src=x onerror=\"document.title='hacked'\">", flush=True)
wait_for("go")
for step in range(10, 20):
    run.log({"train/loss": 1 / (step + 1), "train/late": step})
run.alert(title="Nearly done", text="<b>half</b> the way", level="WARN")
print("second part done", flush=True)
wait_for("end")
run.finish()

"""Logs to a run as if it were alone, once as many programs as it is told of are ready."""

import os
import pathlib
import sys
import time

import wandb

run_id, name, rows, programs = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
settings = wandb.Settings(x_file_stream_transmit_interval=0.2, x_stats_sampling_interval=0.5)
with wandb.init(project="lab", id=run_id, config={name: rows}, settings=settings) as run:
    print(f"PROCESS {os.getpid()}", flush=True)
    pathlib.Path(f"ready-{name}").touch()
    while len(list(pathlib.Path(".").glob("ready-*"))) < programs:
        time.sleep(0.05)
    for row in range(rows):
        run.log({"writer": name, "row": row})
        # A progress bar, which is one line of the log.
        sys.stderr.write(f"\r{name} did {row + 1} of {rows}")
        if row % 20 == 0:
            print(f"{name} prints row {row}")
            time.sleep(0.2)
    sys.stderr.write("\n")
    run.config.update({f"{name}_ended": True})
print(f"RESULT {run_id}")

"""Logs until somebody stops the run, at most for a minute."""

import time

import wandb

# The client learns of a stop in the answer to its next request; by default one goes out every 15 s.
run = wandb.init(project="lab", settings=wandb.Settings(x_file_stream_transmit_interval=1))
print(f"STARTED {run.id}", flush=True)
try:
    for step in range(600):
        run.log({"step": step})
        time.sleep(0.1)
    print("RESULT ran to its end")
except KeyboardInterrupt:
    run.finish(exit_code=255)
    print("RESULT interrupted")

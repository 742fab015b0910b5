"""Logs until somebody stops the run, at most for four minutes."""

import time

import wandb

# The client learns of a stop in the answer to its next request; by default one goes out every 15 s.
run = wandb.init(project="vision", id="endless", settings=wandb.Settings(x_file_stream_transmit_interval=1))
try:
    for step in range(2400):
        run.log({"loss": 1 / (step + 1)})
        time.sleep(0.1)
    print("RESULT ran to its end")
except KeyboardInterrupt:
    run.finish(exit_code=255)
    print("RESULT interrupted")

"""Logs to a run together with other programs, each under its own rank. The first one leads, and ends the run."""

import sys
import time

import wandb

run_id, rank, rows = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
settings = wandb.Settings(
    mode="shared",
    x_label=f"rank-{rank}",
    x_primary=rank == 0,
    x_update_finish_state=rank == 0,
    x_file_stream_transmit_interval=0.2,
)
with wandb.init(project="lab", id=run_id, config={f"rank_{rank}": rank}, settings=settings) as run:
    for row in range(rows):
        run.log({f"loss_{rank}": row, "rank": rank})
        if row % 50 == 0:
            print(f"rank {rank} row {row}")
            time.sleep(0.3)
print(f"RESULT {run_id}")

"""The program of a launched sweep: reports how far its learning rate is from the best one."""

import wandb

with wandb.init(config={"lr": 0.5, "layers": 2}) as run:
    run.log({"loss": (run.config["lr"] - 0.3) ** 2 + run.config["layers"]})

import wandb
from wandb.sdk import launch

# Launch SDKの使用に必要
wandb.require("core")

config = {
    "trainer": {
        "learning_rate": 0.01,
        "batch_size": 32,
        "model": "resnet",
        "dataset": "cifar10",
        "private": {
            "key": "value",
        },
    },
    "seed": 42,
}

with wandb.init(config=config):
    launch.manage_wandb_config(
        include=["trainer"], 
        exclude=["trainer.private"],
    )
    trainer = wandb.run.config["trainer"]
    weight = 0.0
    for step in range(10):
        for _ in range(trainer["batch_size"]):
            weight += trainer["learning_rate"] * (1.0 - weight)
        wandb.log({"step": step, "loss": (1.0 - weight) ** 2})

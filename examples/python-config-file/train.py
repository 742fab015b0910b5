import yaml
import wandb
from wandb.sdk import launch

# Launch SDKの使用に必要
wandb.require("core")

launch.manage_config_file("config.yaml")

with open("config.yaml", "r") as f:
    config = yaml.safe_load(f)

with wandb.init(config=config):
    weight = 0.0
    for step in range(10):
        for _ in range(config["batch_size"]):
            weight += config["learning_rate"] * (1.0 - weight)
        wandb.log({"step": step, "loss": (1.0 - weight) ** 2})

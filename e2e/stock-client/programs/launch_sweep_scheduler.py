"""A scheduler job: the client's own scheduler, with a pace of its own. Outside of a sweep it only becomes a job."""

import wandb
from wandb.sdk.launch.sweeps.scheduler_sweep import SweepScheduler

try:
    from wandb.sdk.launch.api import LaunchApi
except ImportError:
    from wandb.apis.internal import Api as LaunchApi

run = wandb.init()
arguments = run.config.get("sweep_args", {})
if arguments.get("sweep_id"):
    SweepScheduler(LaunchApi(), polling_sleep=1, **arguments).start()

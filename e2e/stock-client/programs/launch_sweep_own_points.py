"""A scheduler job that chooses its points by itself: each one lies halfway between the last and the best learning rate."""

import wandb
from wandb.sdk.launch.sweeps.scheduler import RunState, Scheduler, SweepRun

try:
    from wandb.sdk.launch.api import LaunchApi
except ImportError:
    from wandb.apis.internal import Api as LaunchApi


class HalvingScheduler(Scheduler):
    last = None

    def _get_next_sweep_run(self, worker_id):
        if self._runs:
            return None
        values = {"lr": self._next_rate(), "layers": 2}
        sweep = wandb.Api().sweep(f"{self._entity}/{self._project}/{self._sweep_id}")
        self.last = sweep.enqueue_run(values)
        arguments = {name: {"value": value} for name, value in values.items()}
        return SweepRun(id=self.last, state=RunState.PENDING, args=arguments, worker_id=worker_id)

    def _next_rate(self):
        if self.last is None:
            return self._settings_config["start"]
        run = wandb.Api().run(f"{self._entity}/{self._project}/{self.last}")
        distance = (run.summary["loss"] - run.config["layers"]) ** 0.5
        return round(run.config["lr"] - distance / 2, 6)

    def _poll(self):
        pass

    def _exit(self):
        pass

    def _load_state(self):
        pass

    def _save_state(self):
        pass


run = wandb.init()
arguments = run.config.get("sweep_args", {})
if arguments.get("sweep_id"):
    HalvingScheduler(LaunchApi(), polling_sleep=1, num_workers=1, **arguments).start()

"""Makes a run queue, changes it, and queues a launch of a job in it by the public API."""

import json
import sys

import wandb
from wandb.sdk.launch import launch_add

job = sys.argv[1]
inputs = json.loads(sys.argv[2])
api = wandb.Api()
api.create_run_queue(
    name="made",
    type="local-process",
    entity="admin",
    prioritization_mode="V0",
    config={"environment": "{{environment}}"},
    template_variables={"environment": {"schema": {"type": "string", "enum": ["inherit", "uv"], "default": "inherit"}}},
)
made = api.run_queue("admin", "made")
created = {
    "type": made.type,
    "access": made.access,
    "mode": made.prioritization_mode,
    "config": made.default_resource_config,
    "variables": [variable["name"] for variable in made.template_variables],
}
api.upsert_run_queue(
    name="made",
    resource_type="local-process",
    resource_config={"environment": "inherit"},
    entity="admin",
    prioritization_mode="V0",
)
queued = launch_add(
    job=job,
    config={"overrides": {"run_config": inputs}},
    project="lab",
    entity="admin",
    queue_name="made",
    priority=1,
)
changed = api.run_queue("admin", "made")
state = queued.state
items = len(changed.items)
queued.delete()
result = {
    "created": created,
    "changed": changed.default_resource_config,
    "state": state,
    "items": items,
    "id": queued.id,
}
print(f"RESULT {json.dumps(result)}")

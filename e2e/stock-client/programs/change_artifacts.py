"""Reads and changes artifacts by the public API, and prints what it saw as JSON."""

import json
from datetime import timedelta

import wandb

api = wandb.Api()
seen = {}


def refusal(action):
    try:
        action()
    except Exception as error:  # The client raises many types; the tests look at the text.
        return str(error)
    return None


seen["missing"] = refusal(lambda: api.artifact("lab/nothing:v0"))
seen["exists"] = [api.artifact_exists(f"lab/data:v{number}") for number in (0, 99)]
seen["collection_exists"] = [api.artifact_collection_exists(f"lab/{name}", "dataset") for name in ("data", "nothing")]
seen["types"] = sorted(kind.name for kind in api.artifact_types("lab"))
seen["collections"] = sorted(item.name for item in api.artifact_collections("lab", "dataset"))
seen["versions"] = [item.version for item in api.artifacts("dataset", "lab/data")]
seen["files"] = [[file.name, file.size] for file in api.artifact("lab/data:v0").files()]

first = api.artifact("lab/data:best")
first.aliases = ["prod"]
first.metadata["more"] = [1]
first.description = "second"
first.tags = ["clean"]
first.ttl = timedelta(days=3)
first.save()
first = api.artifact("lab/data:prod")
seen["changed"] = [first.aliases, first.metadata, first.description, first.tags, first.ttl.days]

collection = api.artifact_collection("dataset", "lab/data")
collection.description = "all data"
collection.tags = ["alpha"]
collection.save()
collection = api.artifact_collection("dataset", "lab/data")
seen["collection"] = [collection.description, list(collection.tags)]

latest = api.artifact("lab/data:latest")
seen["kept"] = refusal(latest.delete)
latest.delete(delete_aliases=True)
seen["latest"] = api.artifact("lab/data").version
with open(api.artifact("lab/data:v0").get_entry("sub/ünï.txt").download(root="single")) as file:
    seen["single"] = file.read()
api.artifact_collection("dataset", "lab/links").delete()
seen["deleted"] = api.artifact_collection_exists("lab/links", "dataset")
print(f"RESULT {json.dumps(seen)}")

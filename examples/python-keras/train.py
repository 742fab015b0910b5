"""
Teaches a small network to read digits of 8 × 8 pixels, with Keras. The run config below "trainer" is the input of the
job, and its schema says what a launch may choose; the Keras callback of wandb logs each epoch.
"""

import keras
import wandb
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from wandb.integration.keras import WandbMetricsLogger
from wandb.sdk import launch

config = {
    "trainer": {
        "learning_rate": 0.01,
        "optimizer": "adam",
        "hidden_units": 32,
        "dropout": 0.1,
        "epochs": 5,
        "batch_size": 64,
    },
    "seed": 42,
}

schema = {
    "type": "object",
    "properties": {
        "trainer": {
            "type": "object",
            "properties": {
                "learning_rate": {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
                "optimizer": {"type": "string", "enum": ["adam", "sgd"]},
                "hidden_units": {"type": "integer", "minimum": 1, "maximum": 512},
                "dropout": {"type": "number", "minimum": 0, "exclusiveMaximum": 1},
                "epochs": {"type": "integer", "minimum": 1, "maximum": 100},
                "batch_size": {"type": "integer", "minimum": 1, "maximum": 1024},
            },
        }
    },
}

with wandb.init(config=config) as run:
    launch.manage_wandb_config(include=["trainer"], schema=schema)
    trainer = run.config["trainer"]
    keras.utils.set_random_seed(run.config["seed"])

    digits = load_digits()
    train_x, test_x, train_y, test_y = train_test_split(digits.data / 16, digits.target, random_state=run.config["seed"])

    optimizers = {"adam": keras.optimizers.Adam, "sgd": keras.optimizers.SGD}
    model = keras.Sequential(
        [
            keras.Input((64,)),
            keras.layers.Dense(trainer["hidden_units"], activation="relu"),
            keras.layers.Dropout(trainer["dropout"]),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        optimizer=optimizers[trainer["optimizer"]](trainer["learning_rate"]),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    model.fit(
        train_x,
        train_y,
        validation_data=(test_x, test_y),
        epochs=trainer["epochs"],
        batch_size=trainer["batch_size"],
        callbacks=[WandbMetricsLogger()],
        verbose=0,
    )
    loss, accuracy = model.evaluate(test_x, test_y, verbose=0)
    run.summary["test"] = {"loss": loss, "accuracy": accuracy}
    print(f"Accuracy after {trainer['epochs']} epochs: {accuracy:.1%}")

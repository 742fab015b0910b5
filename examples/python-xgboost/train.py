"""
Boosts trees that tell benign from malignant tumours, with XGBoost. The file params.yaml is the input of the job, except
for its seed; XGBoost's own callback of wandb logs each round, the best score and what the trees look at.
"""

import wandb
import xgboost
import yaml
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from wandb.integration.xgboost import WandbCallback
from wandb.sdk import launch

launch.manage_config_file("params.yaml", exclude=["seed"])

with open("params.yaml") as file:
    params = yaml.safe_load(file)

data = load_breast_cancer()
train_x, test_x, train_y, test_y = train_test_split(data.data, data.target, random_state=params["seed"])
train = xgboost.DMatrix(train_x, train_y, feature_names=list(data.feature_names))
test = xgboost.DMatrix(test_x, test_y, feature_names=list(data.feature_names))

with wandb.init(config=params) as run:
    booster = xgboost.train(
        {
            "objective": "binary:logistic",
            "eval_metric": ["logloss", "auc"],
            "max_depth": params["max_depth"],
            "learning_rate": params["learning_rate"],
            "subsample": params["subsample"],
            "seed": params["seed"],
        },
        train,
        num_boost_round=params["rounds"],
        early_stopping_rounds=params["early_stopping_rounds"],
        evals=[(train, "train"), (test, "test")],
        callbacks=[WandbCallback(log_model=True)],
        verbose_eval=False,
    )
    print(f"Best AUC: {booster.best_score:.4f} in round {booster.best_iteration}")

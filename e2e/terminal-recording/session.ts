/** One command of the recording. */
export interface SessionCommand {
  readonly command: string
  /** How long each line of its output takes to come; a program that trains prints slower than a table. */
  readonly lineMs: number
  /** How long the end of its output stays before the next command. */
  readonly restMs: number
}

/** The program that the recording captures. */
export const PROGRAM = `import wandb

config = {
    "learning_rate": 0.01,
    "epochs": 4,
    "model": {"name": "resnet", "dropout": 0.1},
}

with wandb.init(project="vision", config=config) as run:
    accuracy = 0.0
    for epoch in range(run.config["epochs"]):
        accuracy += (1 - accuracy) * 10 * run.config["learning_rate"]
        run.log({"epoch": epoch, "accuracy": accuracy})
        print(f"epoch {epoch}  accuracy {accuracy:.3f}")
`

/** What the recording shows: from capture to a refusal. */
export const SESSION: readonly SessionCommand[] = [
  { command: 'slipway run --job-name train -- python train.py', lineMs: 350, restMs: 1800 },
  { command: 'slipway job show train', lineMs: 40, restMs: 2800 },
  {
    command: 'slipway launch train --set learning_rate=0.05 --set model.name=vit --watch',
    lineMs: 350,
    restMs: 2200,
  },
  { command: 'slipway item show 1-1', lineMs: 40, restMs: 3600 },
  { command: 'slipway launch train --set learning_rat=0.1 --set epochs=many', lineMs: 40, restMs: 7000 },
]

/** One command of the way to a first job. */
export interface Step {
  readonly title: string
  readonly command: string
}

/** By the slipway command, which sets what the client needs to make a job. */
export function slipwaySteps(server: string): readonly Step[] {
  return [
    { title: 'Install the client in the Python environment of your program', command: 'pip install wandb' },
    { title: 'Log in; the command asks for an API key', command: `slipway login --host ${server}` },
    { title: 'Run the program once, in its folder', command: 'slipway run -- python train.py' },
  ]
}

/** By the client alone: it makes a job only when these variables are set. */
export function clientSteps(server: string): readonly Step[] {
  return [
    { title: 'Install the client in the Python environment of your program', command: 'pip install wandb' },
    { title: 'Log in; the command asks for an API key', command: `wandb login --relogin --host ${server}` },
    {
      title: 'Run the program once, in its folder, with its code kept',
      command: 'WANDB_DISABLE_JOB_CREATION=false WANDB_SAVE_CODE=true WANDB_CODE_DIR=. python train.py',
    },
  ]
}

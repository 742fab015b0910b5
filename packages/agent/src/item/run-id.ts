import { randomInt } from 'node:crypto'

const CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Makes a run id of the wandb client's form: 8 letters and digits. */
export function createRunId(): string {
  return Array.from({ length: 8 }, () => CHARACTERS[randomInt(CHARACTERS.length)]).join('')
}

import { InvalidInputError, nearestName } from '@slipway/core'
import { RUN_SUBCOMMANDS } from '../commands/runs.ts'

/** The program that `slipway run` is to capture. Throws InvalidInputError where `--` or the program is missing. */
export function requireProgram(words: readonly string[], captured: readonly string[] | null): readonly string[] {
  const [word] = words
  if (captured === null && word !== undefined) {
    const near = nearestName(word, RUN_SUBCOMMANDS)
    const hint = near === null ? '' : ` Or did you mean "slipway run ${near}"?`
    throw new InvalidInputError(
      `Cannot run "${word}": a command to capture is written after "--", as in: slipway run -- ${words.join(' ')}.${hint}`,
    )
  }
  if (word !== undefined) {
    throw new InvalidInputError(
      `Cannot read "${word}" before "--": the whole command is written after it, as in: slipway run -- ${[...words, ...(captured ?? [])].join(' ')}`,
    )
  }
  if (captured === null || captured.length === 0) {
    throw new InvalidInputError(
      'Cannot capture a run: no command was given. Write it after "--", as in: slipway run -- python train.py',
    )
  }
  return captured
}

import { InvalidInputError } from './errors.ts'
import type { JsonValue } from './json.ts'

/** What a secret input takes instead of the secret itself: `secret://NAME`. */
export const SECRET_REFERENCE = /^secret:\/\/([A-Za-z_][A-Za-z0-9_.-]*)$/u

/** A text that somewhere holds what looks like a reference. */
export const SECRET_MENTION = /secret:\/\//iu

const SECRET_NAME = /^[A-Za-z_][A-Za-z0-9_.-]{0,99}$/u

// What the system, an interpreter, the client or Slipway itself reads: a secret under such a name would change how the
// program runs instead of being found by it.
const RESERVED_VARIABLE =
  /^(PATH|HOME|PWD|OLDPWD|SHELL|USER|LOGNAME|TERM|TMPDIR|TMP|TEMP|LANG|LANGUAGE|IFS|ENV|HOSTNAME|DISPLAY|VIRTUAL_ENV|EDITOR|TZ|LC_.*|LD_.*|DYLD_.*|XDG_.*|BASH_.*|PYTHON.*|NODE_.*|CUDA_.*|WANDB_.*|SLIPWAY_.*)$/u

/** The name in a reference to a secret; null for any other value. */
export function parseSecretReference(value: JsonValue): string | null {
  return typeof value === 'string' ? (SECRET_REFERENCE.exec(value)?.[1] ?? null) : null
}

/** Writes a reference to a secret. */
export function formatSecretReference(name: string): string {
  return `secret://${name}`
}

/**
 * The environment variable in which a program finds a secret that an input refers to: the name in capitals, with `_` for
 * what is no letter, digit or `_`. So `secret://openai-key` is in `OPENAI_KEY`.
 */
export function secretVariable(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z0-9_]/gu, '_')
}

/** Throws InvalidInputError for a name that a secret cannot have. The name is quoted only where it cannot be a value. */
export function checkSecretName(name: string): void {
  if (!SECRET_NAME.test(name)) {
    throw new InvalidInputError(
      'Cannot use this name for a secret: a name has 1 to 100 letters, digits, "_", "-" and ".", and starts with a letter or "_". Choose such a name.',
    )
  }
  const variable = secretVariable(name)
  if (!RESERVED_VARIABLE.test(variable)) return
  throw new InvalidInputError(
    `Cannot name a secret "${name}": programs would get it in the variable ${variable}, which has a meaning of its own. Choose another name; the env of a run queue can put it into any variable.`,
  )
}

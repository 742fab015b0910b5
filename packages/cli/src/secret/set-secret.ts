import { CliSetSecretDocument } from '@slipway/api'
import { InvalidInputError, secretVariable } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'
import { readSecretValue, type SecretSource } from './read-secret-value.ts'

/** Options of `slipway secret set`. */
export interface SetSecretOptions extends CommonOptions, SecretSource {
  readonly team?: string
  /** A value on the command line, which is refused. */
  readonly value?: string | true
}

/** Makes a secret or replaces its value. The value never comes as an argument, where other users could see it. */
export async function setSecret(
  terminal: Terminal,
  name: string,
  options: SetSecretOptions & { readonly words: readonly string[] },
): Promise<CommandResult> {
  if (options.words.length > 0 || options.value !== undefined || name.includes('=')) throw valueWasTyped(name)
  const { api, caller } = await connect(terminal)
  const entityName = options.team ?? caller.entityName
  const value = await readSecretValue(terminal, `Value of ${name} for ${entityName}`, options)
  const { setSecret: answer } = await api.request(CliSetSecretDocument, { input: { entityName, name, value } })
  const isNew = answer?.isNew ?? false
  const variable = answer?.secret?.variable ?? secretVariable(name)
  return {
    document: { name, entityName, variable, isNew },
    text: `${isNew ? 'Created' : 'Replaced'} secret ${name} of ${entityName}.
Use it in an input:  slipway launch JOB --set INPUT=secret://${name}   (the program reads ${variable})
or in a run queue:   {"env": {"ANY_NAME": "secret://${name}"}}`,
  }
}

function valueWasTyped(text: string): InvalidInputError {
  const name = text.split('=')[0] ?? ''
  return new InvalidInputError(
    `Cannot take the value of secret "${name}" from the command line: other users of this machine can read it there, and the shell keeps it in its history. Nothing was sent. Leave the value out to be asked for it, or use --from-stdin, --from-file or --from-env; and if it was the real one, have it replaced where it came from.`,
  )
}

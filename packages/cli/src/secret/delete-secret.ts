import { CliDeleteSecretDocument } from '@slipway/api'
import { InvalidInputError, nearestName, NotFoundError } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../command-result.ts'
import { connect } from '../connection.ts'
import type { Terminal } from '../terminal.ts'
import { type ListedSecret, readSecrets } from './list-secrets.ts'

/** Options of `slipway secret delete`. */
export interface DeleteSecretOptions extends CommonOptions {
  readonly team?: string
  readonly yes?: boolean
}

/** Deletes a secret, after a question that names the run queues which use it. */
export async function deleteSecret(
  terminal: Terminal,
  name: string,
  options: DeleteSecretOptions,
): Promise<CommandResult> {
  const connection = await connect(terminal)
  const { api, caller } = connection
  const entityName = options.team ?? caller.entityName
  const { rows: secrets } = await readSecrets(terminal, connection, entityName, null)
  const secret = secrets.find((candidate) => candidate.name === name)
  if (secret === undefined) throw notFound(name, entityName, secrets)
  if (options.yes !== true && !(await askWhether(terminal, secret))) {
    return { document: { name, entityName, isDeleted: false }, text: `Kept secret ${name} of ${entityName}.` }
  }
  await api.request(CliDeleteSecretDocument, { input: { entityName, name } })
  const queues = secret.runQueues.map((queue) => queue.name)
  const warning = queues.length === 0 ? '' : `\nLaunches on ${queues.join(', ')} are refused until it is set again.`
  return {
    document: { name, entityName, isDeleted: true, runQueues: queues },
    text: `Deleted secret ${name} of ${entityName}.${warning}`,
  }
}

async function askWhether(terminal: Terminal, secret: ListedSecret): Promise<boolean> {
  const queues = secret.runQueues.map(({ name }) => name).join(', ')
  const use = queues === '' ? 'No run queue uses it' : `It is used by the run queues ${queues}`
  if (terminal.stdin.isTTY !== true) {
    throw new InvalidInputError(
      `Cannot ask whether to delete secret "${secret.name}" of "${secret.entityName}": there is no terminal. ${use}. Delete it with --yes.`,
    )
  }
  const { confirm } = await import('@clack/prompts')
  const answer = await confirm({
    message: `Delete secret ${secret.name} of ${secret.entityName}? ${use}.`,
    initialValue: false,
    input: terminal.stdin,
    output: terminal.stderr,
  })
  return answer === true
}

function notFound(name: string, entityName: string, secrets: readonly ListedSecret[]): NotFoundError {
  const nearest = nearestName(
    name,
    secrets.map((secret) => secret.name),
  )
  const hint = nearest === null ? '' : ` Did you mean "${nearest}"?`
  return new NotFoundError(
    `Cannot delete secret "${name}": ${entityName} has no secret of that name.${hint} List them with "slipway secret list".`,
  )
}

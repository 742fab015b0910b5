import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { InvalidInputError } from '@slipway/core'
import { readConfigText } from '../read-config-text.ts'
import type { Terminal } from '../terminal.ts'
import { type QueueConfig, readQueueConfig } from './queue-config.ts'

/** Reads the config of a queue from a file, in JSON or YAML. Throws InvalidInputError when it cannot be read. */
export async function readQueueConfigFile(terminal: Terminal, file: string, resource: string): Promise<QueueConfig> {
  const text = await readFile(resolve(terminal.workingFolder, file), 'utf8').catch((cause: unknown) => {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    const reason = isMissing ? 'there is no such file' : cause instanceof Error ? cause.message : String(cause)
    throw new InvalidInputError(`Cannot read the queue config "${file}": ${reason}.`, { cause })
  })
  return readQueueConfig(file, resource, readConfigText(file, text))
}

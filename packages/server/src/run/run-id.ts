import { randomInt } from 'node:crypto'

/** Where a run is, as its id on the wire says. */
export interface RunAddress {
  readonly entityName: string
  readonly projectName: string
  readonly name: string
}

/** The id of a run on the wire. The client builds the same form itself to stop a run. Source: wandb client protocol. */
export function formatRunId(run: RunAddress): string {
  return Buffer.from(`Run:v1:${run.name}:${run.projectName}:${run.entityName}`).toString('base64')
}

/** Reads an id made by `formatRunId`; null for any other text. */
export function parseRunId(id: string): RunAddress | null {
  const match = /^Run:v1:([^:]+):([^:]+):([^:]+)$/u.exec(Buffer.from(id, 'base64').toString('utf8'))
  const [, name, projectName, entityName] = match ?? []
  return name === undefined || projectName === undefined || entityName === undefined
    ? null
    : { name, projectName, entityName }
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'
const MADE_NAME_LENGTH = 8

/** A new run id of the client's own form: eight small letters and digits. */
export function makeRunName(): string {
  return Array.from({ length: MADE_NAME_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

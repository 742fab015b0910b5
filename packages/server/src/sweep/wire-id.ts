import { randomInt } from 'node:crypto'

/** The ids of sweeps and sweep agents on the wire. They are opaque to clients. */
export function formatSweepId(id: number): string {
  return Buffer.from(`Sweep:${id}`).toString('base64')
}

export function parseSweepId(text: string): number | null {
  return decode(text, /^Sweep:(\d{1,15})$/u)
}

export function formatSweepAgentId(id: number): string {
  return Buffer.from(`SweepAgent:${id}`).toString('base64')
}

export function parseSweepAgentId(text: string): number | null {
  return decode(text, /^SweepAgent:(\d{1,15})$/u)
}

function decode(text: string, form: RegExp): number | null {
  const match = form.exec(Buffer.from(text, 'base64').toString('latin1'))
  return match === null ? null : Number(match[1])
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'
const NAME_LENGTH = 8

/** A new name of a sweep or a sweep agent, of the form that the client's own service gives. */
export function makeSweepName(): string {
  return Array.from({ length: NAME_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

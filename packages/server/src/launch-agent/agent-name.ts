import { randomInt } from 'node:crypto'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A new name for an agent. It is also the id of the run in which a stock agent keeps its error logs. */
export function makeAgentName(): string {
  return `agent-${Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`
}

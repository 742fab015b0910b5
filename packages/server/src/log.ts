import type { Logger } from 'pino'

/** Where a program of ours writes what happens: structured lines, fields first. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

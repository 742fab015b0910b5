import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { InvalidInputError, parseSweepConfig, type SweepConfig } from '@slipway/core'
import type { Terminal } from '../terminal.ts'

/** A sweep configuration as a person wrote it. */
export interface SweepFile {
  readonly text: string
  readonly config: SweepConfig
}

/** Reads a sweep configuration, and checks it before anything is sent. Throws InvalidInputError. */
export async function readSweepFile(terminal: Terminal, file: string): Promise<SweepFile> {
  const text = await readFile(resolve(terminal.workingFolder, file), 'utf8').catch((cause: unknown) => {
    throw new InvalidInputError(
      `Cannot read "${file}": ${cause instanceof Error ? cause.message : String(cause)}. Name a YAML or JSON file with a sweep configuration.`,
      { cause },
    )
  })
  return { text, config: parseSweepConfig(text).config }
}

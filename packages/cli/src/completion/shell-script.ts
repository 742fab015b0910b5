import { readFile } from 'node:fs/promises'
import type { Shell } from './format-completion.ts'

/** Reads the script that makes a shell complete the words of `slipway` by asking it. */
export function readShellScript(shell: Shell): Promise<string> {
  return readFile(new URL(`scripts/slipway.${shell}`, import.meta.url), 'utf8')
}

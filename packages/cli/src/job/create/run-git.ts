import { execFile } from 'node:child_process'
import { UnavailableError } from '@slipway/core'

const MAX_OUTPUT_BYTES = 256 * 1024 * 1024

/** How git ended. */
export interface GitEnd {
  readonly isOk: boolean
  readonly stdout: string
  /** The last line of what it said on stderr. */
  readonly reason: string
}

/** Runs git, which never asks for anything. Throws UnavailableError when there is no git. */
export function runGit(
  arguments_: readonly string[],
  place: { readonly folder: string; readonly environment: Readonly<Record<string, string | undefined>> },
): Promise<GitEnd> {
  const safe = { GIT_ALLOW_PROTOCOL: 'https:ssh' }
  const env = { ...safe, ...place.environment, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' }
  return new Promise((resolve, reject) => {
    execFile('git', arguments_, { cwd: place.folder, env, maxBuffer: MAX_OUTPUT_BYTES }, (error, stdout, stderr) => {
      if (error !== null && error.code === 'ENOENT') {
        const message = 'Cannot run git: there is no such program on the PATH. Install it.'
        reject(new UnavailableError(message, { cause: error }))
        return
      }
      resolve({ isOk: error === null, stdout, reason: withoutPassword(lastLine(stderr)) })
    })
  })
}

/** An address as it may be shown: without the password or token that may be in it. */
export function withoutPassword(text: string): string {
  return text.replaceAll(/(\w+:\/\/)[^/@\s]*@/g, '$1')
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}

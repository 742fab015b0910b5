import type { InputPath, JsonObject } from '@slipway/core'

/** Which values are inputs of a job, and what is allowed for them. */
export interface DeclaredInputs {
  readonly include: readonly InputPath[]
  readonly exclude: readonly InputPath[]
  /** JSON Schema; null without one. */
  readonly schema: JsonObject | null
}

/** What a job is made of, as the program knows it. */
export interface JobCapture {
  /** The name that was asked for; null makes one from the program. */
  readonly name: string | null
  /** `artifact`: the code as it was; `repo`: a commit of a repository and the changes since. */
  readonly source: 'artifact' | 'repo'
  /** The command with the program's path relative to the code folder. */
  readonly command: readonly string[]
  /** The program's path inside the code folder. */
  readonly program: string
  readonly runtime: string
  /** The run config as an input; null when nothing was declared about it. */
  readonly config: DeclaredInputs | null
  /** The managed files by path. */
  readonly files: Readonly<Record<string, DeclaredInputs>>
  /** Paths of whole numbers in the run config that the program's source writes as floats. */
  readonly floats: readonly InputPath[]
  readonly git: { readonly remote: string; readonly commit: string } | null
}

/** The folder in a run's folder with the code as it was when the run began. */
export const CODE_FOLDER = 'code'
/** Changes of a repository that its commit lacks; beside the code folder. */
export const PATCH_FILE = 'diff.patch'

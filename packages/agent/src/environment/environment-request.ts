import type { LocalProcessSettings } from './local-process-settings.ts'

/** What is known when the environment of a program is made. */
export interface EnvironmentRequest {
  readonly settings: LocalProcessSettings
  readonly codeFolder: string
  /** The command that will be run. */
  readonly entryPoint: readonly string[]
  /** Names the contents of the code, for environments that are built from it. */
  readonly codeKey: string
  /** The job artifact's own files; fetched only when an environment needs them. */
  readonly jobFiles: () => Promise<string>
  /** The Python version of the capture. */
  readonly runtime: string | null
  readonly variables: Readonly<Record<string, string>>
  readonly outputFile: string
  /** Values among the variables that must not be seen in what tools print. */
  readonly secrets: readonly string[]
  readonly signal: AbortSignal
  /** Tells the item's readers what may surprise them. */
  readonly warn: (message: string) => void
}

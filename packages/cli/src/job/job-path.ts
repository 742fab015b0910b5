import { InvalidInputError } from '@slipway/core'

/** What a person wrote to name a job version; what is left out is null. */
export interface JobPath {
  readonly entityName: string | null
  readonly projectName: string | null
  readonly jobName: string
  /** `latest` when left out. */
  readonly alias: string
}

/** Reads `NAME`, `NAME:ALIAS`, `PROJECT/NAME:ALIAS` or `ENTITY/PROJECT/NAME:ALIAS`. Throws InvalidInputError. */
export function parseJobPath(text: string): JobPath {
  const parts = text.split('/')
  const [jobName = '', alias = 'latest', ...rest] = (parts.at(-1) ?? '').split(':')
  const isWhole = parts.length <= 3 && rest.length === 0 && ![...parts, jobName, alias].includes('')
  if (!isWhole) {
    throw new InvalidInputError(
      `Cannot read the job "${text}": give NAME, NAME:ALIAS, PROJECT/NAME:ALIAS or ENTITY/PROJECT/NAME:ALIAS.`,
    )
  }
  return { entityName: parts.at(-3) ?? null, projectName: parts.at(-2) ?? null, jobName, alias }
}

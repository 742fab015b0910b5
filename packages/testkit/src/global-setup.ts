import type { TestProject } from 'vitest/node'
import { findPostgresPrograms, startTestPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A connection string with `DATABASE` for the name, or null where Postgres is not installed. */
    readonly postgresTemplate: string | null
  }
}

/** Starts the engines that the tests share, once for a whole run; the answer stops them. */
export function setup(project: TestProject): (() => void) | undefined {
  const programs = findPostgresPrograms()
  if (programs === null) {
    if (process.env.CI === 'true')
      throw new Error('Cannot run the tests: Postgres is missing. Install the package "postgresql".')
    project.provide('postgresTemplate', null)
    return undefined
  }
  const postgres = startTestPostgres(programs)
  project.provide('postgresTemplate', postgres.connectionString('DATABASE'))
  return () => postgres.stop()
}

import type { JobInputs } from './job-inputs.ts'

/** Stands for the inputs of a job of which nothing is known: everything can be set, and nothing has a default. */
export const ANY_INPUTS: JobInputs = { config: null, files: {}, isPartial: true, allowsExtraKeys: true }

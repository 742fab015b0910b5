import type { JsonObject } from '../json.ts'

const SECONDS = { type: 'number', minimum: 0, maximum: 604_800 }

/** What our launch agent reads of the settings of `local-process`. It refuses every other key. */
export const LOCAL_PROCESS_SCHEMA: JsonObject = {
  type: 'object',
  properties: {
    environment: {
      enum: ['inherit', 'uv', 'pip', 'npm'],
      default: 'inherit',
      description: 'How the dependencies of the program get there: "inherit" takes what the machine of the agent has.',
    },
    python: {
      type: ['string', 'null'],
      minLength: 1,
      description: 'The Python to make virtual environments with, such as "python3.12".',
    },
    env: {
      type: 'object',
      description: 'Further environment variables of the program.',
      propertyNames: { pattern: '^[A-Za-z_][A-Za-z0-9_]*$' },
      additionalProperties: { type: ['string', 'number', 'boolean'] },
    },
    start_timeout_seconds: {
      ...SECONDS,
      type: ['number', 'null'],
      default: 1800,
      description: 'How long fetching, building and starting may take together; 0 is no limit.',
    },
    stop_grace_seconds: {
      ...SECONDS,
      type: ['number', 'null'],
      description: 'How long the program may take to end when it is asked to.',
    },
  },
  additionalProperties: false,
}

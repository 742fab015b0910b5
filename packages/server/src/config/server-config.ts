import { InvalidInputError } from '@slipway/core'
import { z } from 'zod'
import type { SecretKeySource } from '../secret/load-key-ring.ts'
import type { DatabaseLocation } from '../database/open-database.ts'

const MAX_POP_HOLD_SECONDS = 15

const environmentSchema = z.object({
  SLIPWAY_HOST: z.string().min(1).default('127.0.0.1'),
  SLIPWAY_PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  SLIPWAY_DATA: z.string().min(1).default('.slipway'),
  SLIPWAY_PUBLIC_URL: z.url().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  SLIPWAY_DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(200).default(10),
  SLIPWAY_POP_HOLD_SECONDS: z.coerce.number().min(0).max(MAX_POP_HOLD_SECONDS).default(14),
  SLIPWAY_LEASE_SECONDS: z.coerce.number().min(1).max(3600).default(60),
  SLIPWAY_RUN_TIMEOUT_SECONDS: z.coerce.number().min(1).max(86_400).default(300),
  SLIPWAY_SECRET_KEY: z.string().min(1).optional(),
  SLIPWAY_SECRET_KEY_FILE: z.string().min(1).optional(),
  SLIPWAY_STORAGE_REGION: z
    .string()
    .regex(/^[\w.-]{1,100}$/, 'must have 1 to 100 letters, digits, - _ or .')
    .optional(),
  SLIPWAY_REFUSED_LAUNCHES_KEPT: z.coerce.number().int().min(1).max(1_000_000).default(1000),
  SLIPWAY_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** Everything that can be set about a server. */
export interface ServerConfig {
  /** The address to listen on. Defaults to loopback: reaching it from elsewhere has to be asked for. */
  readonly host: string
  /** The port to listen on; 0 takes a free one. Defaults to 8080. */
  readonly port: number
  /** The folder of everything that is stored. Defaults to `.slipway` in the working directory. */
  readonly dataFolder: string
  /** The address that clients reach the server by, used in the links it hands out. Defaults to host and port. */
  readonly publicUrl: string | null
  readonly database: DatabaseLocation
  /** How long a pop of an empty queue is held, in seconds, at most 15: the Python client gives up after 19. Defaults to 14. */
  readonly popHoldSeconds: number
  /** How long an agent may hold an item without a sign of life, in seconds. Defaults to 60. */
  readonly leaseSeconds: number
  /** After how many seconds without a sign of life a run counts as crashed. Defaults to 300. */
  readonly runTimeoutSeconds: number
  /**
   * The keys that secrets are encrypted with, the current one first. Without, a server on SQLite makes one in its data
   * folder, and one on Postgres keeps no secrets.
   */
  readonly secretKey?: SecretKeySource | null
  /**
   * The name of the region where the data folder is. A program that asks for its artifacts to be kept there is served,
   * and one that names any other region is refused. Without, programs may ask for none.
   */
  readonly storageRegion?: string | null
  /** How many refused launches each entity keeps, the newest ones. Defaults to 1,000. */
  readonly refusedLaunchesKept: number
  /** The folder with the built web application. Without, a page says that there is none. */
  readonly webFolder?: string | null
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Reads the configuration from environment variables. Throws one InvalidInputError that names every wrong one. */
export function loadServerConfig(environment: Readonly<Record<string, string | undefined>>): ServerConfig {
  // A variable that is set to nothing counts as not set, as in a shell's ${NAME:-default}.
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(set)
  if (!parsed.success) {
    throw new InvalidInputError('Cannot start the server: its configuration is wrong.', {
      problems: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    })
  }
  const values = parsed.data
  return {
    host: values.SLIPWAY_HOST,
    port: values.SLIPWAY_PORT,
    dataFolder: values.SLIPWAY_DATA,
    publicUrl: values.SLIPWAY_PUBLIC_URL ?? null,
    database:
      values.DATABASE_URL === undefined
        ? { kind: 'sqlite', file: `${values.SLIPWAY_DATA}/slipway.sqlite` }
        : {
            kind: 'postgres',
            connectionString: values.DATABASE_URL,
            maxConnections: values.SLIPWAY_DATABASE_CONNECTIONS,
          },
    popHoldSeconds: values.SLIPWAY_POP_HOLD_SECONDS,
    leaseSeconds: values.SLIPWAY_LEASE_SECONDS,
    runTimeoutSeconds: values.SLIPWAY_RUN_TIMEOUT_SECONDS,
    secretKey: readSecretKey(values.SLIPWAY_SECRET_KEY, values.SLIPWAY_SECRET_KEY_FILE),
    storageRegion: values.SLIPWAY_STORAGE_REGION ?? null,
    refusedLaunchesKept: values.SLIPWAY_REFUSED_LAUNCHES_KEPT,
    logLevel: values.SLIPWAY_LOG_LEVEL,
  }
}

function readSecretKey(text: string | undefined, path: string | undefined): SecretKeySource | null {
  if (text !== undefined && path !== undefined) {
    throw new InvalidInputError(
      'Cannot start the server: both SLIPWAY_SECRET_KEY and SLIPWAY_SECRET_KEY_FILE are set. Set one of them.',
    )
  }
  if (text !== undefined) return { kind: 'text', text }
  return path === undefined ? null : { kind: 'file', path }
}

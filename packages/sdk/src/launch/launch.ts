import type { JsonObject } from '@slipway/core'
import { InvalidInputError, nearestName, NotFoundError, parseInputPath } from '@slipway/core'
import type { Host } from '../host.ts'
import type { DeclaredInputs } from '../job/job-capture.ts'
import { readJsonVariable } from '../settings/launch-context.ts'
import { type InputSchema, readInputSchema, type SchemaConverter } from './input-schema-source.ts'
import type { ManagedFile } from './manage-config-file.ts'
import { readManagedFile } from './manage-config-file.ts'
import type { SchemaOutput, StandardSchema } from './standard-schema.ts'
import { validateContents } from './validate-contents.ts'

/** Says which values of a program are inputs of its job. */
export interface Launch {
  /**
   * Makes the run config an input, or parts of it. Call it before or after `init`; the last call counts.
   *
   * @example
   * launch.manageWandbConfig({ include: ['trainer'], exclude: ['trainer.private'] })
   */
  manageWandbConfig(options?: ManageOptions): void
  /**
   * Makes a YAML, JSON or TOML file of the working folder an input, or parts of it, and returns its contents. In a launched
   * job the file has the values that were asked for, with its comments and order kept. With a schema of a library
   * (Standard Schema) the contents are checked by it, and have its types and its defaults; otherwise the type is what
   * the caller says.
   *
   * @example
   * const config = launch.manageConfigFile('config.yaml', { schema: z.object({ epochs: z.int().min(1) }) })
   */
  manageConfigFile<S extends StandardSchema>(
    path: string,
    options: ManageOptions & { readonly schema: S },
  ): SchemaOutput<S>
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what is in the file
  manageConfigFile<T extends object = JsonObject>(path: string, options?: ManageOptions): T
  /**
   * The values that the launch asks for in the run config, before any run. Throws NotFoundError when the program was not
   * launched.
   */
  loadWandbConfig(): JsonObject
}

/** Which parts are inputs, and what is allowed for them. */
export interface ManageOptions {
  /** Only these parts: paths with dots, each for itself and all below it. `\.` is a dot in a key. Defaults to everything. */
  readonly include?: readonly string[]
  /** Not these parts, even where `include` names them. */
  readonly exclude?: readonly string[]
  /** JSON Schema, or a schema of a library that implements Standard Schema, such as Zod, Valibot and ArkType. */
  readonly schema?: InputSchema
  /**
   * Makes JSON Schema of `schema`, for a library that does not offer the standard's extension for it: Valibot needs
   * `toJsonSchema` of `@valibot/to-json-schema`, unless its schema went through `toStandardJsonSchema`.
   */
  readonly toJsonSchema?: SchemaConverter
}

/** What has been declared so far. */
export interface DeclaredLaunch {
  readonly config: DeclaredInputs | null
  readonly files: ReadonlyMap<string, { readonly declared: DeclaredInputs; readonly file: ManagedFile }>
}

const OPTIONS = ['include', 'exclude', 'schema', 'toJsonSchema'] as const satisfies readonly (keyof ManageOptions)[]

/** Makes the functions, and what they have noted. `onFile` is told of each managed file. */
export function createLaunch(
  host: Host,
  onFile: (file: ManagedFile) => void,
): { readonly launch: Launch; readonly declared: DeclaredLaunch } {
  const files = new Map<string, { readonly declared: DeclaredInputs; readonly file: ManagedFile }>()
  let config: DeclaredInputs | null = null
  // The result has the type that the overloads tell, which is what the schema makes of it or the caller says.
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters
  function manageConfigFile<T>(path: string, options: ManageOptions = {}): T {
    const declared = declare(options, `"${path}"`)
    const file = readManagedFile(path, host)
    const contents = validateContents(file.path, file.contents, options.schema)
    files.set(file.path, { declared, file })
    onFile(file)
    return contents as T
  }
  return {
    launch: {
      manageWandbConfig(options = {}) {
        config = declare(options, 'the run config')
      },
      manageConfigFile,
      loadWandbConfig() {
        const wanted = readJsonVariable(host.environment, 'WANDB_CONFIG')
        if (wanted !== null) return wanted
        throw new NotFoundError(
          'Cannot load the launch config: there is no variable WANDB_CONFIG, so the program was not launched. Give a default for that case.',
        )
      },
    },
    declared: {
      get config() {
        return config
      },
      files,
    },
  }
}

function declare(options: ManageOptions, what: string): DeclaredInputs {
  const unknown = Object.keys(options).find((key) => !(OPTIONS as readonly string[]).includes(key))
  if (unknown !== undefined) {
    const near = nearestName(unknown, OPTIONS)
    throw new InvalidInputError(
      `Cannot manage ${what} with the option "${unknown}": there is none of that name.${near === null ? '' : ` Did you mean "${near}"?`}`,
    )
  }
  return {
    include: readPaths(options.include, 'include', what),
    exclude: readPaths(options.exclude, 'exclude', what),
    schema: readInputSchema(options.schema, options.toJsonSchema, what),
  }
}

function readPaths(paths: readonly string[] | undefined, option: string, what: string) {
  if (paths === undefined) return []
  // A text alone is a list of letters to JavaScript.
  if (!Array.isArray(paths) || !paths.every((path) => typeof path === 'string')) {
    throw new InvalidInputError(`Cannot manage ${what}: "${option}" must be a list of paths, such as ["trainer"].`)
  }
  return paths.map((path: string) => parseInputPath(path))
}

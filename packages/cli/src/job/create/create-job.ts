import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { InvalidInputError, nearestName } from '@slipway/core'
import type { CommandResult, CommonOptions } from '../../command-result.ts'
import { type Connection, connect } from '../../connection.ts'
import { startStatusLine } from '../../status-line.ts'
import type { Terminal } from '../../terminal.ts'
import { diskSource, type ArtifactSource, textSource } from './artifact-source.ts'
import { listCodeFiles } from './code-files.ts'
import { readDeclaredInputs, type DeclaredInputs } from './declared-inputs.ts'
import { fetchCommit } from './git-commit.ts'
import { formatJobFile, type JobSource, safeName, splitCommand } from './job-file.ts'
import { findPythonVersion } from './python-version.ts'
import { uploadArtifact } from './upload-artifact.ts'

/** Options of `slipway job create`. */
export interface CreateJobOptions extends CommonOptions {
  readonly name?: string
  readonly project: string
  readonly entity?: string
  readonly alias?: readonly string[]
  readonly description?: string
  readonly entryPoint?: string
  readonly runtime?: string
  readonly ref?: string
  readonly inputSchema?: string
  readonly configFile?: readonly string[]
}

/** Makes a job from a folder of code. */
export async function createCodeJob(
  terminal: Terminal,
  path: string,
  options: CreateJobOptions,
): Promise<CommandResult> {
  const folder = resolve(terminal.workingFolder, path)
  const name = readName(options.name, basename(folder))
  const entryPoint = splitCommand(options.entryPoint ?? '')
  const code = await listCodeFiles(folder, terminal.environment)
  checkEntryPoint(entryPoint, code.paths)
  const readText = (file: string): Promise<string | null> => readFile(join(folder, file), 'utf8').catch(() => null)
  const inputs = await readInputs(terminal, options, readText)
  const runtime = await findPythonVersion(terminal, options.runtime, readText)
  const connection = await connect(terminal)
  using status = startStatusLine(terminal, 'reading the code')
  const files: ArtifactSource[] = []
  for (const file of code.paths) {
    files.push(await diskSource(file, join(folder, file)))
    status.set(`reading the code: ${files.length} of ${code.paths.length} files`)
  }
  const { id } = await uploadArtifact(
    connection.api,
    {
      ...placeOf(connection, options),
      type: 'code',
      name: `code-${name}`,
      description: 'Code artifact for job',
      metadata: { codePath: path, entrypoint: entryPoint.at(-1) ?? '' },
      aliases: ['latest'],
      files,
    },
    (done, all) => status.set(`uploading the code: ${done} of ${all} files`),
  )
  const requirements = (await readText('requirements.txt')) ?? ''
  const source: JobSource = { type: 'artifact', artifactId: id, entryPoint }
  const job = { name, source, runtime, requirements: frozen(requirements), inputs, notes: code.notes }
  return publish(connection, job, options)
}

/** Makes a job from a commit of a repository. */
export async function createGitJob(terminal: Terminal, uri: string, options: CreateJobOptions): Promise<CommandResult> {
  const name = readName(options.name, basename(uri.replace(/\/+$/, '')).replace(/\.git$/, ''))
  const entryPoint = splitCommand(options.entryPoint ?? '')
  using status = startStatusLine(terminal, 'fetching the commit')
  await using commit = await fetchCommit(uri, options.ref ?? null, terminal.environment)
  const readText = (file: string): Promise<string | null> => commit.readText(file)
  const inputs = await readInputs(terminal, options, readText)
  const runtime = await findPythonVersion(terminal, options.runtime, readText)
  status.set('making the job')
  const source: JobSource = { type: 'repo', remote: uri, commit: commit.hash, entryPoint }
  return publish(await connect(terminal), { name, source, runtime, requirements: '', inputs, notes: [] }, options)
}

/** Makes a job from a container image; its tag becomes an alias. */
export async function createImageJob(
  terminal: Terminal,
  image: string,
  options: CreateJobOptions,
): Promise<CommandResult> {
  if (options.configFile !== undefined) {
    throw new InvalidInputError(
      'Cannot make config files of an image inputs: they cannot be read from it. Declare inputs with --input-schema, or capture a run of the image.',
    )
  }
  if (image.trim() === '' || /\s/.test(image)) {
    throw new InvalidInputError(`Cannot create a job from the image "${image}": give NAME, NAME:TAG or NAME@DIGEST.`)
  }
  const tag = /:([\w.-]+)$/.exec(image.split('@')[0] ?? '')?.[1] ?? null
  const isAlias = tag !== null && !/^v\d+$/.test(tag)
  const plain = basename((image.split('@')[0] ?? '').replace(/:[\w.-]+$/, ''))
  const name = readName(options.name, plain)
  const inputs = await readInputs(terminal, options, () => Promise.resolve(null))
  const notes =
    tag === null || isAlias ? [] : [`The tag "${tag}" is no alias: v0, v1, ... are the numbers of the job's versions.`]
  const alias = isAlias ? [...(options.alias ?? []), tag] : (options.alias ?? [])
  const job = { name, source: { type: 'image' as const, image }, runtime: '', requirements: '', inputs, notes }
  return publish(await connect(terminal), job, { ...options, alias })
}

async function publish(
  connection: Connection,
  job: {
    readonly name: string
    readonly source: JobSource
    readonly runtime: string
    readonly requirements: string
    readonly inputs: DeclaredInputs
    readonly notes: readonly string[]
  },
  options: CreateJobOptions,
): Promise<CommandResult> {
  const place = placeOf(connection, options)
  const made = await uploadArtifact(
    connection.api,
    {
      ...place,
      type: 'job',
      name: job.name,
      description: options.description ?? null,
      metadata: job.inputs.metadata,
      aliases: [...new Set([...(options.alias ?? []), 'latest'])],
      files: [
        textSource('wandb-job.json', formatJobFile(job.source, job.runtime)),
        textSource('requirements.frozen.txt', job.requirements),
        ...job.inputs.files,
      ],
    },
    () => undefined,
  )
  const path = `${place.entityName}/${place.projectName}/${job.name}:${made.version}`
  return {
    document: { job: path, isNew: made.isNew, isPartial: job.inputs.isPartial, notes: job.notes },
    text: [
      ...job.notes.map((note) => `Note: ${note}`),
      made.isNew ? `Created job ${path}.` : `Nothing has changed: job ${path} is the same.`,
      ...(job.inputs.isPartial
        ? ['Its inputs are not known until its first run; until then a launch may set any.']
        : []),
      `Launch it with: slipway launch ${job.name}`,
    ].join('\n'),
  }
}

function placeOf({ caller }: Connection, options: CreateJobOptions) {
  return { entityName: options.entity ?? caller.entityName, projectName: options.project }
}

function readInputs(
  terminal: Terminal,
  options: CreateJobOptions,
  readText: (path: string) => Promise<string | null>,
): Promise<DeclaredInputs> {
  const declared = { schemaFile: options.inputSchema, configFiles: options.configFile ?? [] }
  return readDeclaredInputs(terminal, declared, readText)
}

function readName(asked: string | undefined, made: string): string {
  if (asked === undefined) return safeName(made)
  if (asked !== '' && asked === safeName(asked)) return asked
  throw new InvalidInputError(
    `Cannot name a job "${asked}": a name has letters, digits, "-", "_" and "." only, 128 at most. ${asked === '' ? 'Give one.' : `Did you mean "${safeName(asked)}"?`}`,
  )
}

// A module (`python -m train`) names no file, so only what looks like a script is looked for.
function checkEntryPoint(entryPoint: readonly string[], paths: readonly string[]): void {
  const script = entryPoint.find((word) => /\.(py|ts|mts|js|mjs|sh)$/.test(word) && !word.startsWith('/'))
  const path = script?.replace(/^\.\//, '')
  if (path === undefined || paths.includes(path)) return
  const near = nearestName(path, paths)
  throw new InvalidInputError(
    `Cannot use the entry point "${entryPoint.join(' ')}": there is no "${path}" in the code, or .gitignore names it. ${near === null ? 'Give it relative to the folder.' : `Did you mean "${near}"?`}`,
  )
}

// As the wandb client writes it: lines without the last line break.
function frozen(requirements: string): string {
  return requirements.replaceAll('\r\n', '\n').replace(/\n$/, '')
}

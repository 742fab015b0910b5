import { mkdir } from 'node:fs/promises'
import { ItemFailedError } from '../item/item-outcome.ts'
import { runTool } from '../run-tool.ts'
import { readFileIfThere } from '../write-file.ts'
import type { BuiltFolderCache } from './built-folder-cache.ts'
import type { EnvironmentRequest } from './environment-request.ts'
import { executableNames, findExecutable } from './executable.ts'

interface Requirements {
  readonly kind: 'lock' | 'list' | 'project'
  readonly path: string
  readonly text: string
}

/**
 * Makes a virtual environment for a job, or finds the one made earlier from the same requirements and the same Python.
 * The requirements are, in this order: `uv.lock` (uv only), `requirements.txt` and `pyproject.toml` of the code, and
 * `requirements.frozen.txt` of the capture.
 */
export async function makePythonEnvironment(
  tool: 'uv' | 'pip',
  request: EnvironmentRequest,
  cache: BuiltFolderCache,
): Promise<string> {
  const requirements = await findRequirements(tool, request)
  const python = findPython(request)
  const key = ['python', tool, python, request.runtime ?? '', requirements.kind, requirements.text]
  return cache.get([...key, contentKey(requirements, request)], request.signal, (folder) =>
    tool === 'uv'
      ? buildWithUv(folder, python, requirements, request)
      : buildWithPip(folder, python, requirements, request),
  )
}

async function findRequirements(tool: 'uv' | 'pip', request: EnvironmentRequest): Promise<Requirements> {
  const { codeFolder } = request
  const places = [
    ...(tool === 'uv' ? [{ kind: 'lock' as const, path: `${codeFolder}/uv.lock` }] : []),
    { kind: 'list' as const, path: `${codeFolder}/requirements.txt` },
    { kind: 'project' as const, path: `${codeFolder}/pyproject.toml` },
  ]
  for (const place of places) {
    const text = await readFileIfThere(place.path)
    if (text !== null) return { ...place, text }
  }
  const path = `${await request.jobFiles()}/requirements.frozen.txt`
  const text = await readFileIfThere(path)
  if (text !== null) return { kind: 'list', path, text }
  throw new ItemFailedError(
    'environment',
    `Cannot make a ${tool} environment: neither the code nor the capture lists requirements. Add a requirements.txt, or set the queue's environment to "inherit".`,
  )
}

function findPython({ settings, runtime, variables, codeFolder, warn }: EnvironmentRequest): string {
  const captured = runtime === null ? ['python3', 'python'] : executableNames(`python${runtime}`)
  const names = settings.python === null ? captured : [settings.python]
  for (const name of names) {
    const found = findExecutable(name, variables['PATH'] ?? '', codeFolder)
    if (found === null) continue
    if (settings.python === null && runtime !== null && !/\d\.\d/.test(name)) {
      warn(
        `The job was captured with Python ${runtime}, which the agent's machine does not have; its environment is made with "${found}".`,
      )
    }
    return found
  }
  throw new ItemFailedError(
    'environment',
    `Cannot make a Python environment: there is no ${names.map((name) => `"${name}"`).join(' or ')} on the agent's machine. Install it, or set "python" in the queue's config.`,
  )
}

// Requirements that name files of the code are other requirements when the code is other code, and an editable install
// even points into the folder of this one item.
function contentKey({ kind, text }: Requirements, { codeKey, codeFolder }: EnvironmentRequest): string {
  if (/^\s*(-e|--editable)\b/m.test(text)) return codeFolder
  const namesFiles = /^\s*(-[rcf]|--requirement|--constraint|--find-links|[./])|\bfile:/m.test(text)
  return kind === 'project' || namesFiles ? codeKey : ''
}

async function buildWithUv(
  folder: string,
  python: string,
  requirements: Requirements,
  request: EnvironmentRequest,
): Promise<void> {
  const uv = (...args: readonly string[]): Promise<void> =>
    runTool({
      ...toolPlace(request),
      variables: { ...request.variables, UV_PROJECT_ENVIRONMENT: folder, VIRTUAL_ENV: folder },
      command: ['uv', ...args],
    })
  await uv('venv', '--quiet', '--python', python, folder)
  if (requirements.kind === 'lock') {
    await uv('sync', '--frozen', '--no-install-project', '--python', `${folder}/bin/python`)
  } else {
    await uv('pip', 'install', '--python', `${folder}/bin/python`, '-r', requirements.path)
  }
}

async function buildWithPip(
  folder: string,
  python: string,
  requirements: Requirements,
  request: EnvironmentRequest,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const place = toolPlace(request)
  await runTool({ ...place, command: [python, '-m', 'venv', folder] })
  const what = requirements.kind === 'project' ? ['.'] : ['-r', requirements.path]
  await runTool({
    ...place,
    command: [`${folder}/bin/python`, '-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', ...what],
  })
}

function toolPlace(request: EnvironmentRequest) {
  return {
    folder: request.codeFolder,
    variables: request.variables,
    outputFile: request.outputFile,
    secrets: request.secrets,
    signal: request.signal,
    stage: 'environment' as const,
    purpose: 'install the requirements',
  }
}

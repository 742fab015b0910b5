import { constants } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { type CodeRules, readCodeRules } from './code-rules.ts'
import { hasRegistryKey, isSecretFile, isSecretFolder } from './secret-files.ts'

/** Never code, whatever a `.gitignore` says. */
const NEVER: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.slipway',
  'wandb',
  '.wandb',
  '.venv',
  '__pycache__',
  '.DS_Store',
])
/** They say exactly which packages the program ran with, so they are taken even where they are ignored. */
const LOCK_FILES: readonly string[] = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
]
const MAX_FILE_BYTES = 100 * 2 ** 20
const MAX_BYTES = 2 ** 30
const MAX_FILES = 20_000

/**
 * Copies the code of a folder: all that no `.gitignore` leaves out, but never packages, repositories, or files that hold
 * secrets. So a job has the code as it was when the run began. Says by `warn` what is left out; copies nothing when it
 * is too much to be code.
 */
export async function stageCode(root: string, target: string, warn: (message: string) => void): Promise<void> {
  const found = await collectCode(await realpath(root))
  for (const [reason, paths] of Object.entries(found.left)) {
    if (paths.length > 0) warn(`Left out of the job's code: ${nameSome(paths)} (${reason}).`)
  }
  const bytes = found.files.reduce((sum, { size }) => sum + size, 0)
  if (bytes > MAX_BYTES || found.files.length > MAX_FILES) {
    warn(
      `No job is made: ${root} holds ${found.files.length} files with ${Math.round(bytes / 2 ** 20)} MiB, which is more than code. List what is none in .gitignore, or set WANDB_CODE_DIR.`,
    )
    return
  }
  const temporary = `${target}.part`
  await mkdir(temporary, { recursive: true })
  for (const { path, source } of found.files) {
    await mkdir(dirname(join(temporary, path)), { recursive: true })
    await copyFile(source, join(temporary, path), constants.COPYFILE_FICLONE)
  }
  await rm(target, { recursive: true, force: true })
  await rename(temporary, target)
}

interface CodeFile {
  readonly path: string
  readonly source: string
  readonly size: number
}

interface CollectedCode {
  readonly files: CodeFile[]
  /** Paths by the reason for which they are left out. */
  readonly left: Record<string, string[]>
}

async function collectCode(root: string): Promise<CollectedCode> {
  const collected: CollectedCode = { files: [], left: {} }
  await collectFolder(root, '', readCodeRules(root), collected)
  for (const name of LOCK_FILES) {
    if (!collected.files.some(({ path }) => path === name)) await collectFile(root, name, collected)
  }
  return collected
}

async function collectFolder(root: string, folder: string, rules: CodeRules, collected: CollectedCode): Promise<void> {
  const entries = await readdir(join(root, folder), { withFileTypes: true })
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    const place = join(root, path)
    const isFolder = entry.isDirectory()
    if (NEVER.has(entry.name) || rules.isIgnored(place, isFolder)) continue
    if (isFolder && isSecretFolder(entry.name)) leave(collected, 'it may hold secrets', path)
    else if (isFolder) await collectFolder(root, path, rules.below(place), collected)
    else if (entry.isFile() || entry.isSymbolicLink()) await collectFile(root, path, collected)
  }
}

async function collectFile(root: string, path: string, collected: CollectedCode): Promise<void> {
  const place = join(root, path)
  const name = path.slice(path.lastIndexOf('/') + 1)
  const source = await realpath(place).catch(() => null)
  const found = source === null ? null : await stat(source).catch(() => null)
  if (source === null || found === null) {
    if (!LOCK_FILES.includes(path)) leave(collected, 'a link that leads nowhere', path)
  } else if (!source.startsWith(`${root}${sep}`) || !found.isFile()) {
    leave(collected, 'a link out of the folder, or to a folder', path)
  } else if (isSecretFile(name) || isSecretFile(source.slice(source.lastIndexOf(sep) + 1))) {
    leave(collected, 'it may hold secrets', path)
  } else if (name === '.npmrc' && hasRegistryKey(await readFile(source, 'utf8'))) {
    leave(collected, 'it holds the key of a registry', path)
  } else if (found.size > MAX_FILE_BYTES) {
    leave(collected, `more than ${MAX_FILE_BYTES / 2 ** 20} MiB`, path)
  } else {
    collected.files.push({ path, source, size: found.size })
  }
}

function leave({ left }: CollectedCode, reason: string, path: string): void {
  left[reason] = [...(left[reason] ?? []), path]
}

function nameSome(paths: readonly string[]): string {
  const rest = paths.length - 5
  return paths.slice(0, 5).join(', ') + (rest > 0 ? ` and ${rest} more` : '')
}

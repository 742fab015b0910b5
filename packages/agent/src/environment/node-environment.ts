import { copyFile, mkdir, rm, symlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isJsonObject, type JsonObject, parseJson } from '@slipway/core'
import { ItemFailedError } from '../item/item-outcome.ts'
import { runTool } from '../run-tool.ts'
import { isMissing, readFileIfThere } from '../write-file.ts'
import type { BuiltFolderCache } from './built-folder-cache.ts'
import type { EnvironmentRequest } from './environment-request.ts'

const FILES = ['package.json', 'package-lock.json', '.npmrc'] as const

/**
 * Gives the code the packages of its `package-lock.json`: `npm ci` runs once for each lock file in the cache, and the
 * code gets a link to its `node_modules`. Of packages that lie in the code itself, tarballs (`file:vendor/package.tgz`) are
 * taken along; folders and workspaces are not supported.
 */
export async function linkNodeModules(request: EnvironmentRequest, cache: BuiltFolderCache): Promise<void> {
  const { codeFolder } = request
  const lock = await readFileIfThere(`${codeFolder}/package-lock.json`)
  if (lock === null) {
    throw new ItemFailedError(
      'environment',
      'Cannot make an npm environment: the code has no package-lock.json. Add it to the captured code.',
    )
  }
  const manifest = (await readFileIfThere(`${codeFolder}/package.json`)) ?? ''
  const built = await cache.get(
    ['npm', process.version, process.arch, lock, manifest],
    request.signal,
    async (folder) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      for (const file of [...FILES, ...listTarballs(lock)]) {
        await mkdir(dirname(`${folder}/${file}`), { recursive: true })
        await copyIfThere(`${codeFolder}/${file}`, `${folder}/${file}`)
      }
      await runTool({
        folder,
        variables: request.variables,
        outputFile: request.outputFile,
        secrets: request.secrets,
        signal: request.signal,
        stage: 'environment',
        purpose: 'install the packages',
        command: ['npm', 'ci', '--no-audit', '--no-fund', '--no-update-notifier'],
      })
      // npm makes no folder for a lock file without packages.
      await mkdir(`${folder}/node_modules`, { recursive: true })
    },
  )
  await rm(`${codeFolder}/node_modules`, { recursive: true, force: true })
  await symlink(`${built}/node_modules`, `${codeFolder}/node_modules`)
}

/** The tarballs of the code that a lock file names. Its integrity values tell two tarballs of one name apart in the cache. */
function listTarballs(lock: string): readonly string[] {
  const { packages } = parseLock(lock)
  const places = Object.values(isJsonObject(packages) ? packages : {}).flatMap((entry) =>
    isJsonObject(entry) && typeof entry['resolved'] === 'string' ? [entry['resolved']] : [],
  )
  return places.flatMap((place) => {
    const path = /^file:(?:\.\/)?([^/\\].*\.(?:tgz|tar\.gz))$/.exec(place)?.[1]
    return path === undefined || path.split('/').includes('..') ? [] : [path]
  })
}

function parseLock(lock: string): JsonObject {
  try {
    const value = parseJson(lock)
    return isJsonObject(value) ? value : {}
  } catch {
    // npm says better what is wrong with it.
    return {}
  }
}

async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

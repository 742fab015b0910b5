import { existsSync } from 'node:fs'
import { symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { EnvironmentRequest } from './environment-request.ts'

const NODE_COMMANDS: ReadonlySet<string> = new Set(['node', 'npm', 'npx', 'tsx'])

/**
 * Gives a Node program the packages of the folder in which the agent was started: Node looks for packages beside the
 * program, not on a path, so the code gets a link to that `node_modules`. Code that brings its own keeps it.
 */
export async function linkInheritedPackages(
  { codeFolder, entryPoint }: EnvironmentRequest,
  agentFolder: string,
): Promise<void> {
  const isNode = NODE_COMMANDS.has(basename(entryPoint[0] ?? '')) || existsSync(join(codeFolder, 'package.json'))
  const target = join(codeFolder, 'node_modules')
  if (!isNode || existsSync(target)) return
  const packages = findPackages(agentFolder)
  if (packages !== null) await symlink(packages, target)
}

/** The `node_modules` of a folder or of one above it. */
function findPackages(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const packages = join(folder, 'node_modules')
    if (existsSync(packages)) return packages
    if (folder === dirname(folder)) return null
  }
}

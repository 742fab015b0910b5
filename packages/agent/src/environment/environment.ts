import { delimiter } from 'node:path'
import type { EnvironmentRequest } from './environment-request.ts'
import { createBuiltFolderCache } from './built-folder-cache.ts'
import { linkInheritedPackages } from './inherited-packages.ts'
import { linkNodeModules } from './node-environment.ts'
import { makePythonEnvironment } from './python-environment.ts'

/** Makes the environment that a queue asks for, or finds it in the cache, and returns the variables that it adds. */
export type EnvironmentMaker = (request: EnvironmentRequest) => Promise<Readonly<Record<string, string>>>

/** Makes an EnvironmentMaker that keeps what it builds under `cachePath`; the agent was started in `agentFolder`. */
export function createEnvironmentMaker(cachePath: string, agentFolder: string): EnvironmentMaker {
  const cache = createBuiltFolderCache(cachePath)
  return async (request) => {
    const { environment } = request.settings
    const path = request.variables['PATH'] ?? ''
    switch (environment) {
      case 'inherit':
        await linkInheritedPackages(request, agentFolder)
        return {}
      case 'uv':
      case 'pip': {
        const folder = await makePythonEnvironment(environment, request, cache)
        return { VIRTUAL_ENV: folder, PATH: [`${folder}/bin`, path].join(delimiter) }
      }
      case 'npm':
        await linkNodeModules(request, cache)
        return { PATH: [`${request.codeFolder}/node_modules/.bin`, path].join(delimiter) }
      default:
        return environment satisfies never
    }
  }
}

import { hostname } from 'node:os'
import { basename } from 'node:path'
import type { JsonObject } from '@slipway/core'
import type { Host } from '../host.ts'
import type { GitState } from '../job/git-state.ts'
import type { RunStart } from '../record/run-start.ts'
import { VERSION } from '../version.ts'
import type { LaunchContext } from './launch-context.ts'
import type { RunSettings } from './run-settings.ts'

/** Puts together what a run is started with. */
export function describeStart(
  settings: RunSettings,
  host: Host,
  launch: LaunchContext,
  run: { readonly config: JsonObject; readonly git: GitState | null; readonly startedAt: number },
): RunStart {
  const program = host.argv[1]
  return {
    runId: settings.runId,
    entity: settings.entity,
    project: settings.project,
    name: settings.name,
    group: settings.group,
    jobType: settings.jobType,
    tags: settings.tags,
    notes: settings.notes,
    config: run.config,
    internal: {
      ...launch.internal,
      cli_version: `slipway-sdk ${VERSION}`,
      node_version: process.versions.node,
      // By this key the Python client and the server know that a program has begun the run (wandb client protocol).
      t: { '12': VERSION },
    },
    resume: settings.resume,
    usedJob: launch.job,
    sweepId: settings.sweepId,
    host: hostname(),
    program: program === undefined ? null : basename(program),
    commit: run.git?.commit ?? null,
    remote: run.git?.remote ?? null,
    startedAt: run.startedAt,
  }
}

/** What the program was started with, as the file `wandb-metadata.json` says it. */
export function describeEnvironment(host: Host, start: RunStart): JsonObject {
  return {
    os: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    startedAt: new Date(start.startedAt).toISOString(),
    args: host.argv.slice(2),
    program: start.program,
    root: host.workingFolder,
    host: start.host,
    executable: process.execPath,
    ...(start.remote === null && start.commit === null ? {} : { git: { remote: start.remote, commit: start.commit } }),
  }
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { ConflictError, InvalidInputError, mergeInputs, stringifyJson } from '@slipway/core'
import type { Host } from './host.ts'
import { describeJob, makesJob } from './job/describe-job.ts'
import { readGitPatch, readGitState } from './job/git-state.ts'
import { PATCH_FILE } from './job/job-capture.ts'
import { findCodeRoot, isFromRepository } from './job/program.ts'
import { createLaunch, type Launch } from './launch/launch.ts'
import type { ManagedFile } from './launch/manage-config-file.ts'
import { findLogin } from './login/find-login.ts'
import { ActiveRun } from './run/active-run.ts'
import { createDisabledRun } from './run/disabled-run.ts'
import type { FinishOptions, LogOptions, Run, RunConfigValues } from './run/run.ts'
import type { LogValues } from './run/row.ts'
import { toConfig } from './run/run-config.ts'
import { nameRunFolder } from './run/run-folder.ts'
import type { RunSummary } from './run/run-summary.ts'
import { describeEnvironment, describeStart } from './settings/describe-start.ts'
import type { InitOptions } from './settings/init-options.ts'
import { readLaunchContext } from './settings/launch-context.ts'
import { readRunSettings } from './settings/run-settings.ts'

/** What a program logs with: one run at a time. */
export interface Sdk {
  readonly init: <C extends object = RunConfigValues>(options?: InitOptions<C>) => Promise<Run<C>>
  readonly log: (values: LogValues, options?: LogOptions) => void
  readonly finish: (options?: FinishOptions) => Promise<void>
  readonly config: RunConfigValues
  readonly summary: RunSummary
  readonly launch: Launch
}

/** Makes the SDK of one program. */
export function createSdk(host: Host): Sdk {
  let current: Run<object> | null = null
  let isStarting = false
  const { launch, declared } = createLaunch(host, (file) => {
    if (current instanceof ActiveRun) keepManagedFile(current, file)
  })

  const onEnd = (): void => {
    current = null
  }

  async function start(options: InitOptions): Promise<Run<object>> {
    const context = readLaunchContext(host.environment)
    const ignored: string[] = []
    const settings = readRunSettings(options, host, context, (option, value) =>
      ignored.push(`The option ${option} "${value}" is not used: the launch decides where the run goes.`),
    )
    const warn = (message: string): void => {
      if (!settings.isSilent) process.stderr.write(`slipway: ${message}\n`)
    }
    for (const message of ignored) warn(message)
    const given = toConfig(options.config ?? {}, 'config')
    if (settings.mode === 'disabled')
      return createDisabledRun(settings.runId, { given, overrides: context.config }, { warn, onEnd })
    const server = settings.mode === 'online' ? findLogin(host) : null
    const git = await readGitState(host.workingFolder)
    const run = { config: mergeInputs(given, context.config), git, startedAt: Date.now() }
    const isCaptured = makesJob(host, context.isLaunched)
    const order = describeStart(settings, host, context, run)
    const active = await ActiveRun.start({
      settings,
      start: order,
      folder: nameRunFolder(settings.folder, server === null, settings.runId, new Date(run.startedAt)),
      server,
      config: given,
      overrides: context.config,
      codeRoot: isCaptured && !isFromRepository(host) ? findCodeRoot(host) : null,
      describeJob: (config) => (isCaptured ? describeJob(host, declared, { config, git }, warn) : null),
      warn,
      onEnd,
    })
    const patch = isCaptured && isFromRepository(host) ? await readGitPatch(host.workingFolder) : null
    if (patch !== null) writeFileSync(`${active.folder}/${PATCH_FILE}`, patch)
    writeFileSync(`${active.folder}/files/wandb-metadata.json`, stringifyJson(describeEnvironment(host, order), 2))
    active.keepFile('wandb-metadata.json')
    for (const { file } of declared.files.values()) keepManagedFile(active, file)
    if (server !== null && active.isOnServer)
      warn(`Run ${active.path}${active.isResumed ? ', resumed,' : ''} logs to ${server.baseUrl}.`)
    return active
  }

  const requireRun = (what: string): Run<object> => {
    if (current !== null) return current
    throw new InvalidInputError(`Cannot ${what}: there is no run. Start one with "await init()".`)
  }

  return {
    async init<C extends object>(options: InitOptions<C> = {}): Promise<Run<C>> {
      if (current !== null || isStarting) {
        throw new ConflictError(
          `Cannot start a run: ${current === null ? 'another one is being started' : `run "${current.id}" is not over`}. Finish it first, with "await finish()".`,
        )
      }
      isStarting = true
      try {
        current = await start(options)
      } finally {
        isStarting = false
      }
      // The config has the keys that were given; a launch puts other values of the same types there.
      return current as Run<C>
    },
    log: (values, options) => requireRun('log').log(values, options),
    finish: async (options) => current?.finish(options),
    get config() {
      return requireRun('read the config').config as RunConfigValues
    },
    get summary() {
      return requireRun('read the summary').summary
    },
    launch,
  }
}

/** Keeps a copy of a managed file where server and agents look for what the file was when the job was captured. */
function keepManagedFile(run: ActiveRun, file: ManagedFile): void {
  const name = `_wandb_configs/${file.path}`
  const place = `${run.folder}/files/${name}`
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, file.text)
  run.keepFile(name)
}

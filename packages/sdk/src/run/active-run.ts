import { mkdirSync, rmSync } from 'node:fs'
import { InvalidInputError, type JsonObject, stringifyJson } from '@slipway/core'
import { captureConsole, type ConsoleCapture } from '../console/capture-console.ts'
import type { JobCapture } from '../job/job-capture.ts'
import { formatRecord, type RecordKind } from '../record/record.ts'
import type { RunStart } from '../record/run-start.ts'
import type { RunSettings } from '../settings/run-settings.ts'
import { markWriter } from '../sync/writer-mark.ts'
import { startSending, type Sending } from '../thread/start-sending.ts'
import { createConfigView } from './config-view.ts'
import { installExitHooks, type ExitHooks } from './exit-hooks.ts'
import { createMetricLog, type MetricLog } from './metric-log.ts'
import type { LogOptions, FinishOptions, Run, UpdateConfigOptions } from './run.ts'
import type { LogValues, RowTexts } from './row.ts'
import { createRunConfig, type RunConfig } from './run-config.ts'
import { createRunSummary, type RunSummary } from './run-summary.ts'

/** What a run is made from. */
export interface RunOrder {
  readonly settings: RunSettings
  readonly start: RunStart
  readonly folder: string
  /** Null in offline mode. */
  readonly server: { readonly baseUrl: string; readonly apiKey: string } | null
  readonly config: JsonObject
  readonly overrides: JsonObject
  readonly codeRoot: string | null
  /** What a job is made of, asked for at the end; null when none is made. */
  readonly describeJob: (config: JsonObject) => JobCapture | null
  readonly warn: (message: string) => void
  /** Called once when the run is over. */
  readonly onEnd: () => void
}

const SUMMARY_MS = 1000
const STOP_MS = 5000
/** What the client gives a run that was interrupted. */
const INTERRUPTED = 255

/** A run that is written down and sent. */
export class ActiveRun implements Run<object> {
  readonly id: string
  readonly folder: string
  readonly config: object
  readonly summary: RunSummary
  isResumed = false
  readonly #order: RunOrder
  readonly #sending: Sending
  readonly #summaryTexts: RowTexts = new Map()
  #config: RunConfig
  #metrics: MetricLog
  #console: ConsoleCapture | null = null
  #hooks: ExitHooks | null = null
  #summaryAt = 0
  #ending: Promise<void> | null = null
  #stoppedAt: number | null = null

  private constructor(order: RunOrder, sending: Sending) {
    this.#order = order
    this.#sending = sending
    this.id = order.settings.runId
    this.folder = order.folder
    this.#config = this.#makeConfig(order.config)
    this.#metrics = this.#makeMetrics(0, 0)
    this.config = createConfigView(() => this.#config)
    this.summary = createRunSummary(this.#summaryTexts, () => this.#keepSummary())
  }

  /** Starts the run, on the server too when one answers in time. Throws what the server refuses. */
  static async start(order: RunOrder): Promise<ActiveRun> {
    mkdirSync(`${order.folder}/files`, { recursive: true })
    markWriter(order.folder)
    const { settings, start } = order
    const sending = startSending({ ...order, limits: settings.limits, isSilent: settings.isSilent }, () => run.#stop())
    const run = new ActiveRun(order, sending)
    run.#write('start', JSON.stringify({ ...start, config: run.#config.values }))
    try {
      const resumed = await sending.started
      if (resumed !== null) run.#resume(resumed.config, resumed.nextStep, resumed.runtimeSeconds, resumed.summary)
    } catch (error) {
      await sending.ended
      rmSync(order.folder, { recursive: true, force: true })
      throw error
    }
    run.#watch()
    return run
  }

  /** False while the server has not answered. */
  get isOnServer(): boolean {
    return this.#sending.place !== null
  }

  get name(): string | null {
    return this.#sending.place?.displayName ?? this.#order.settings.name
  }

  get project(): string | null {
    return this.#sending.place?.project ?? this.#order.settings.project
  }

  get entity(): string | null {
    return this.#sending.place?.entity ?? this.#order.settings.entity
  }

  get path(): string {
    return [this.entity, this.project, this.id].filter((part) => part !== null).join('/')
  }

  log(values: LogValues, options?: LogOptions): void {
    this.#requireLive('log to')
    this.#metrics.log(values, options)
    const now = performance.now()
    if (now - this.#summaryAt <= SUMMARY_MS) return
    this.#keepSummary()
    this.#hooks?.notice()
    if (this.#sending.isStopAsked) this.#stop()
  }

  updateConfig(values: Readonly<Record<string, unknown>>, options: UpdateConfigOptions = {}): void {
    this.#requireLive('change the config of')
    this.#config.update(values, options)
  }

  /** Takes a file of the folder `files` along. */
  keepFile(name: string): void {
    this.#write('file', name)
  }

  finish({ exitCode = 0 }: FinishOptions = {}): Promise<void> {
    if (!Number.isInteger(exitCode))
      throw new InvalidInputError(
        `Cannot finish the run with the exit code ${String(exitCode)}: it is not a whole number.`,
      )
    this.#ending ??= this.#end(exitCode, () => this.#sending.finish(exitCode))
    return this.#ending
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.finish()
  }

  /** Ends the run while nothing else can happen, since the process is about to be gone. */
  #finishNow(exitCode: number): void {
    if (this.#ending !== null && this.#sending.isEnded) return
    if (this.#ending === null) {
      this.#ending = Promise.resolve()
      this.#writeEnd(exitCode)
    }
    this.#sending.finishNow(exitCode)
  }

  async #end(exitCode: number, send: () => Promise<void>): Promise<void> {
    this.#writeEnd(exitCode)
    await send()
    this.#hooks?.remove()
    this.#order.onEnd()
  }

  #writeEnd(exitCode: number): void {
    this.#console?.release()
    this.#metrics.flush()
    this.#keepSummary()
    const job = this.#order.describeJob(this.#config.values)
    if (job !== null) this.#write('job', JSON.stringify(job))
    this.#write('end', JSON.stringify({ exitCode }))
  }

  #watch(): void {
    if (this.#order.settings.capturesConsole)
      this.#console = captureConsole(process, (line) => this.#write('output', line))
    this.#hooks = installExitHooks({
      onIdle: (code) => void this.finish({ exitCode: code }),
      onExit: (code) => this.#finishNow(code),
      onUncaught: (error) => {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
        for (const line of text.split('\n')) this.#write('output', `ERROR ${timestamp()} ${line}`)
      },
      onSignal: (signal) => this.finish({ exitCode: signal === 'SIGINT' ? INTERRUPTED : 1 }),
    })
  }

  #resume(config: JsonObject, nextStep: number, runtimeSeconds: number, summary: JsonObject): void {
    this.isResumed = true
    for (const [key, value] of Object.entries(summary)) this.#summaryTexts.set(key, stringifyJson(value))
    this.#metrics = this.#makeMetrics(nextStep, runtimeSeconds)
    this.#config = this.#makeConfig({ ...config, ...this.#order.config })
    this.#write('config', stringifyJson(this.#config.values))
  }

  #makeConfig(config: JsonObject): RunConfig {
    return createRunConfig(config, this.#order.overrides, {
      warn: this.#order.warn,
      onChange: (values) => this.#write('config', stringifyJson(values)),
    })
  }

  #makeMetrics(firstStep: number, earlierSeconds: number): MetricLog {
    return createMetricLog({
      summary: this.#summaryTexts,
      startedAt: this.#order.start.startedAt,
      firstStep,
      earlierSeconds,
      onLine: (line) => this.#write('history', line),
      onLate: (step, next) =>
        this.#order.warn(
          `Step ${step} is over, since step ${next} has begun: what is logged to it is left out. Give steps in rising order.`,
        ),
    })
  }

  #keepSummary(): void {
    this.#summaryAt = performance.now()
    this.#write('summary', this.#metrics.formatSummary())
  }

  // As a person would with Ctrl-C, so that the program may end in its own way. One that never yields hears no signal.
  #stop(): void {
    if (this.#stoppedAt === null) {
      this.#stoppedAt = performance.now()
      this.#order.warn('The run was asked to stop.')
      process.kill(process.pid, 'SIGINT')
    } else if (performance.now() - this.#stoppedAt > STOP_MS) {
      process.exit(INTERRUPTED)
    }
  }

  #write(kind: RecordKind, text: string): void {
    this.#sending.write(formatRecord(kind, text))
  }

  #requireLive(what: string): void {
    if (this.#ending === null) return
    throw new InvalidInputError(`Cannot ${what} run "${this.id}": it has finished. Start another with init().`)
  }
}

function timestamp(): string {
  return new Date().toISOString().slice(0, -1)
}

import type { PushToRunQueueByNameInput } from '@slipway/api'
import {
  type ComposedInputs,
  composeInputs,
  type InputLayer,
  type JobInputs,
  type JsonObject,
  type JsonValue,
  type LaunchSpec,
  type PresetSettings,
  type SweepPoint,
} from '@slipway/core'
import type { LaunchedVersion } from './launched-version.ts'
import { QUEUE_PROJECT, type QueuePlace } from '../queue/queue-place.ts'
import { buildLaunchSpec, encodeLaunchSpec, overridesOf, readTemplateValues } from './build-launch.ts'
import { fillName } from './fill-name.ts'
import type { LaunchOptions } from './launch-options.ts'

/** All that the launches of one command have in common. */
export interface LaunchPlan {
  readonly version: LaunchedVersion
  readonly inputs: JobInputs
  readonly base: LaunchSpec | null
  readonly layers: readonly InputLayer[]
  readonly place: QueuePlace
  readonly priority: number | null
  readonly settings: PresetSettings
  readonly options: LaunchOptions
}

/** One launch as it is sent. */
export interface PlannedLaunch {
  /** The values of the swept inputs; empty without a sweep. */
  readonly values: readonly JsonValue[]
  readonly composed: ComposedInputs
  readonly name: string | null
  /** The overrides as a launch spec holds them. */
  readonly overrides: JsonObject
  readonly input: PushToRunQueueByNameInput
}

/** Makes one launch for each point; without a sweep there is one point that sets nothing. */
export function planLaunches(plan: LaunchPlan, points: readonly SweepPoint[]): readonly PlannedLaunch[] {
  return points.map((point) => planLaunch(plan, point))
}

function planLaunch(plan: LaunchPlan, point: SweepPoint): PlannedLaunch {
  const { version, inputs, base, place, settings, options } = plan
  const layers = [...plan.layers, ...point.layers]
  const composed = composeInputs(inputs, layers)
  const template = options.name ?? base?.name ?? null
  const name = template === null || options.name === undefined ? template : fillName(template, inputs, composed)
  const spec = buildLaunchSpec({ version, base, layers, composed, name, settings, options })
  return {
    values: point.values,
    composed,
    name,
    overrides: overridesOf(spec),
    input: {
      entityName: place.entityName,
      projectName: QUEUE_PROJECT,
      queueName: place.queueName,
      runSpec: encodeLaunchSpec(spec),
      priority: plan.priority,
      templateVariableValues: readTemplateValues(options.template, settings, base),
    },
  }
}

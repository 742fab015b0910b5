import { z } from 'zod'

// The router reads `?name=5` as a number and `?name=true` as a truth value; here all of them are texts.
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const text = scalar.optional().catch(undefined)
const texts = z
  .union([z.array(scalar), scalar.transform((one) => [one])])
  .optional()
  .catch(undefined)

/** What a link says of a launch: the job, where values are taken from, and what is changed of them. */
export const launchSearchSchema = z.object({
  /** `entity/project/name:alias`. */
  job: text,
  /** An earlier run, `entity/project/run`, whose inputs are taken over. */
  from_run: text,
  /** The id of an earlier run queue item whose inputs are taken over. */
  from_item: text,
  /** Presets, as `NAME`, `NAME@v2` or `ENTITY/NAME@v2`; later ones win. */
  preset: texts,
  /** Overrides by the grammar of `slipway launch --set`. */
  set: texts,
  /** Many values, packed: see `packValues`. */
  values: text,
  /** `NAME` or `ENTITY/NAME`. */
  queue: text,
  /** `critical`, `high`, `medium` or `low`. */
  priority: text,
  /** Template variables of the queue, as `NAME=VALUE`. */
  template: texts,
  project: text,
  /** The display name of the run. */
  name: text,
  /** Arguments that are added to the program's command. */
  arg: texts,
  /** The command that replaces the job's, a word on each line. */
  command: text,
  /** Resource settings as YAML or JSON text. */
  resource: text,
})

/** The launch that an address describes. */
export type LaunchSearch = z.infer<typeof launchSearchSchema>

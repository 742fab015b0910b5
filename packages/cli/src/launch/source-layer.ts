import {
  formatInputAddress,
  type InputLayer,
  type InputOverrides,
  type JobInputs,
  leastOverrides,
  listOverrides,
  pickInputs,
  readLaunchRemovals,
} from '@slipway/core'
import type { InputSource } from './find-source.ts'

/** The inputs of an earlier run or item as the lowest layer of a launch. */
export interface SourceLayer {
  readonly layer: InputLayer
  /** What a run of no job had that the job does not take: nothing says that these were inputs. */
  readonly ignored: readonly string[]
}

/**
 * Takes over what were inputs of the source's own job version, whether the version at hand has them or not: what no longer
 * fits is for the caller to refuse. What is as it is by default is left out, since the launch has it anyway.
 */
export async function readSourceLayer(source: InputSource, inputs: JobInputs): Promise<SourceLayer> {
  const values = await source.readValues(Object.keys(inputs.files))
  const known = source.job?.inputs ?? inputs
  const picked = pickInputs(known, values)
  return {
    layer: {
      origin: source.origin,
      overrides: leastOverrides(inputs, picked),
      removals: source.spec === null ? [] : readLaunchRemovals(source.spec),
    },
    ignored: source.job === null ? listMissing(values, picked) : [],
  }
}

function listMissing(values: InputOverrides, picked: InputOverrides): readonly string[] {
  const taken = new Set(listOverrides(picked).map(({ address }) => formatInputAddress(address)))
  return listOverrides(values)
    .map(({ address }) => formatInputAddress(address))
    .filter((address) => !taken.has(address))
}

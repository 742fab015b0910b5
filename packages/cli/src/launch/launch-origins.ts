import {
  collectLaunchOrigins,
  type ComposedInputs,
  type InputLayer,
  type LaunchSpec,
  writeLaunchOrigins,
} from '@slipway/core'

/** Writes into a launch spec where its inputs come from, unless all of them were typed: then there is nothing to tell. */
export function withOrigins(spec: LaunchSpec, layers: readonly InputLayer[], composed: ComposedInputs): LaunchSpec {
  const isTyped = layers.every(({ origin }) => origin.kind === 'command-line')
  return isTyped ? spec : writeLaunchOrigins(spec, collectLaunchOrigins(layers, composed))
}

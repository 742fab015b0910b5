export { holdsPlainSecret, isSecretInput, mayHoldSecrets, withoutPlainSecrets } from './secret-input.ts'
export {
  checkConfigFilePath,
  configFileFormat,
  parseConfigFile,
  patchConfigFile,
  removeFromConfigFile,
} from './config-file.ts'
export type { ConfigFileFormat } from './config-file.ts'
export type { ParsedConfigFile } from './parsed-config-file.ts'
export { describeHelp, describeLimits } from './describe-schema.ts'
export type { ErrorCode, ErrorDetails, Problem } from './errors.ts'
export {
  ConflictError,
  GoneError,
  InvalidInputError,
  KnownError,
  NotAllowedError,
  NotAuthenticatedError,
  NotFoundError,
  TooLargeError,
  UnavailableError,
  UnsupportedError,
} from './errors.ts'
export { formatInputAddress, parseInputAddress } from './input-address.ts'
export type { InputAddress } from './input-address.ts'
export { filterInputs, isInputIncluded } from './input-filter.ts'
export type { InputFilter } from './input-filter.ts'
export { composeInputs, describeInputOrigin, mergeOverrides } from './input-layers.ts'
export type { ComposedInputs, InputLayer, InputOrigin } from './input-layers.ts'
export { flattenInputs, getInput, mergeInputs, setInput, unsetInput } from './input-merge.ts'
export type { InputEntry } from './input-merge.ts'
export { removedPaths, removeInputs } from './input-removals.ts'
export { formatInputPath, parseInputPath } from './input-path.ts'
export type { InputPath } from './input-path.ts'
export { findSchemaProblems, normalizeInputSchema } from './input-schema.ts'
export { describeInputType, inferInputType, presentInputType } from './input-type.ts'
export type { InputType, InputTypeHints } from './input-type.ts'
export { decodeJobInputs, encodeJobInputs } from './job-inputs.ts'
export type { InputOverrides, JobInputGroup, JobInputs } from './job-inputs.ts'
export { jobInputSchema } from './job-input-schema.ts'
export { isJsonObject, parseJson, stringifyJson } from './json.ts'
export { canonicalJson, isSameJson } from './json-equality.ts'
export type { JsonObject, JsonValue } from './json.ts'
export { fillMacros, launchEnvironment } from './launch-environment.ts'
export type { LaunchContext, LaunchMacro } from './launch-environment.ts'
export { formatLaunchSpec, parseLaunchSpec } from './launch-spec.ts'
export type { LaunchOverrides, LaunchSpec } from './launch-spec.ts'
export { fitLayer } from './fit-layer.ts'
export type { FittedLayer } from './fit-layer.ts'
export { readLaunchRemovals, writeLaunchRemovals } from './launch-removals.ts'
export type { LaunchRepository } from './launch-repository.ts'
export { isRepositoryAddress, launchRepository } from './launch-repository.ts'
export { collectLaunchOrigins, readLaunchOrigins, writeLaunchOrigins } from './launch-origins.ts'
export type { LaunchOrigin } from './launch-origins.ts'
export { ANY_INPUTS } from './any-inputs.ts'
export { listOverrides } from './list-overrides.ts'
export { leastOverrides } from './least-overrides.ts'
export { nearestName } from './nearest-name.ts'
export { findInputFile, findOverrideProblems } from './override-problems.ts'
export type { OverrideFindings } from './override-problems.ts'
export { pickInputs } from './pick-inputs.ts'
export { formatPresetContent, formatPresetPath, parsePresetContent } from './preset-content.ts'
export type { PresetContent } from './preset-content.ts'
export { parsePresetReference } from './preset-reference.ts'
export type { PresetReference } from './preset-reference.ts'
export { formatOverride, formatRemoval } from './override-grammar/format-override.ts'
export { readPlainValue } from './override-grammar/input-value.ts'
export { readOverrides } from './override-grammar/read-overrides.ts'
export { formatOverrideKey, parseOverride } from './override-grammar/override-text.ts'
export type { ParsedOverride } from './override-grammar/override-text.ts'
export { readSweepAxes } from './override-grammar/sweep-axes.ts'
export type { SweepAxis } from './override-grammar/sweep-axes.ts'
export { countSweepPoints, makeSweepPoints } from './override-grammar/sweep-points.ts'
export type { SweepPoint } from './override-grammar/sweep-points.ts'
export type { OverrideValue } from './override-grammar/override-value.ts'
export { listRange } from './override-grammar/range-values.ts'
export { resolveInputs } from './resolve-inputs.ts'
export type { ResolvedInput } from './resolve-inputs.ts'
export { checkSecretName, formatSecretReference, parseSecretReference, secretVariable } from './secret-reference.ts'
export { findSecretNames, findSecretUses, requiredSecrets, secretVariables } from './secret-use.ts'
export type { SecretFindings, SecretUse } from './secret-use.ts'
export { unwrapRunConfig } from './run-config.ts'
export { parseResourceConfig, QUEUE_RESOURCES } from './queue-config.ts'
export type { DeclaredTemplateVariable, ParsedResourceConfig } from './queue-config.ts'
export {
  fillTemplate,
  findDefaultProblem,
  findTemplateVariables,
  parseTemplateVariableSchema,
} from './template-variable.ts'
export type { TemplateVariable, TemplateVariableSchema } from './template-variable.ts'
export { inputsOfSchema } from './schema-input-type.ts'
export type { DeclaredInputs } from './schema-input-type.ts'
export { fromWandbType, toWandbType } from './wandb-type.ts'
export {
  describeInputShape,
  findShapeOption,
  fitsShape,
  initialValue,
  shapeAt,
  simplestValue,
} from './input-shape/input-shape.ts'
export type { InputShape, InputShapeKind } from './input-shape/input-shape.ts'
export type { InputChoice } from './input-shape/shape-alternatives.ts'
export { findValueProblem } from './value-problem.ts'
export { textPlaces } from './input-text/text-places.ts'
export type { FindTextPlace, TextPlace } from './input-text/text-places.ts'
export { suggestInputs } from './input-text/suggest-inputs.ts'
export type { InputSuggestion, InputSuggestions, SuggestionSource } from './input-text/suggest-inputs.ts'
export { writeConfigFile } from './write-config-file.ts'
export { parseSweepConfig, readSweepConfig } from './sweep/sweep-config.ts'
export type { ReadSweepConfig, SweepConfig, SweepMethod, SweepMetric } from './sweep/sweep-config.ts'
export type { SweepParameter } from './sweep/sweep-parameter.ts'
export type { SweepDistribution } from './sweep/distribution.ts'
export { valueAt } from './sweep/distribution.ts'
export { findRunsToStop } from './sweep/hyperband.ts'
export type { Hyperband, HyperbandRun } from './sweep/hyperband.ts'
export { pointToOverrides } from './sweep/point-overrides.ts'
export { samplePoints } from './sweep/sample-points.ts'
export { pointToTree, treeToValues, unwrapTree, wrapTree } from './sweep/point-values.ts'
export { seededRandom } from './sweep/random-source.ts'
export type { RandomSource } from './sweep/random-source.ts'
export { countExpectedRuns, suggestPoint } from './sweep/suggest-point.ts'
export type { SearchPoint, Trial } from './sweep/trial.ts'

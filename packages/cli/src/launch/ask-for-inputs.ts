import {
  composeInputs,
  decodeJobInputs,
  findOverrideProblems,
  formatInputAddress,
  formatOverrideKey,
  type JobInputs,
  KnownError,
  readOverrides,
  type ResolvedInput,
  resolveInputs,
} from '@slipway/core'
import { ask } from '../ask.ts'
import type { LaunchedVersion } from './launched-version.ts'
import { showValue } from '../show-value.ts'
import type { Terminal } from '../terminal.ts'

/** Offers the inputs of a job, and asks for a value of each that is to be another. Returns overrides as they are typed. */
export async function askForInputs(terminal: Terminal, version: LaunchedVersion): Promise<readonly string[]> {
  const inputs = decodeJobInputs(version.inputs)
  const offered = resolveInputs(inputs, { config: {}, files: {} })
  if (offered.length === 0) return []
  const chosen = await ask(terminal, 'no inputs were chosen', async ({ autocompleteMultiselect }, streams) =>
    autocompleteMultiselect({
      message: 'Which inputs shall be other than by default? (tab chooses one, enter goes on)',
      options: offered.map((input) => ({
        value: formatInputAddress(input.address),
        label: formatInputAddress(input.address),
        hint: `${input.type}, ${showValue(input.default)}`,
      })),
      required: false,
      ...streams,
    }),
  )
  const overrides: string[] = []
  for (const input of offered.filter(({ address }) => chosen.includes(formatInputAddress(address)))) {
    overrides.push(await askForValue(terminal, inputs, input))
  }
  return overrides
}

async function askForValue(terminal: Terminal, inputs: JobInputs, input: ResolvedInput): Promise<string> {
  const key = formatOverrideKey(input.address)
  const value = await ask(terminal, `no value was given for ${key}`, async ({ text }, streams) =>
    text({
      message: `${formatInputAddress(input.address)} (${input.type})`,
      placeholder: showValue(input.default),
      validate: (typed = '') => findFault(inputs, `${key}=${typed}`),
      ...streams,
    }),
  )
  return `${key}=${value}`
}

function findFault(inputs: JobInputs, override: string): string | undefined {
  try {
    const { overrides } = composeInputs(inputs, readOverrides([override], inputs, []))
    return findOverrideProblems(inputs, overrides).problems[0]?.message
  } catch (error) {
    if (error instanceof KnownError) return error.details.problems?.[0]?.message ?? error.message
    throw error
  }
}

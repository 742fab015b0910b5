import { CompletionInputsDocument } from '@slipway/api'
import { type Candidate, startingWith } from './candidate.ts'
import type { DescribedInput } from './describe-inputs.ts'
import { findJobPlace } from './job-candidates.ts'
import { secretReferences } from './named-candidates.ts'
import type { ServerAnswers } from './server-answers.ts'

const INPUTS_MS = 30_000
/** With more than this, whole groups are offered first. */
const MAX_ADDRESSES = 60

/**
 * Words that set an input of a job: addresses up to `=`, and behind it the values that the schema or the type names, and the
 * default. What stands before the address (`+`, `++`, `~`) stays. In a sweep a value may follow on a comma.
 */
export async function assignmentCandidates(
  answers: ServerAnswers,
  job: string | undefined,
  word: string,
  isSweep: boolean,
): Promise<readonly Candidate[]> {
  if (job === undefined) return []
  const sigil = /^(?:\+\+|\+|~)?/u.exec(word)?.[0] ?? ''
  const inputs = await readInputs(answers, job)
  const equals = word.indexOf('=')
  if (equals === -1) {
    const isDeletion = sigil === '~'
    return addressCandidates(inputs, word.slice(sigil.length)).map((candidate) => ({
      ...candidate,
      value: `${sigil}${candidate.value}${isDeletion || candidate.isOpen === true ? '' : '='}`,
      isOpen: candidate.isOpen === true || !isDeletion,
    }))
  }
  const input = inputs.find(({ address }) => address === word.slice(sigil.length, equals))
  if (input === undefined) return []
  const comma = isSweep ? word.lastIndexOf(',') : -1
  const before = word.slice(0, Math.max(equals, comma) + 1)
  const values = input.isSecret ? await secretReferences(answers) : input.values
  return values.map((candidate) => ({
    ...candidate,
    value: before + candidate.value,
    isOpen: isSweep || candidate.isOpen === true,
  }))
}

function addressCandidates(inputs: readonly DescribedInput[], word: string): readonly Candidate[] {
  const all = inputs.map(({ address, type }): Candidate => ({ value: address, description: type }))
  const found = startingWith(all, word)
  if (found.length <= MAX_ADDRESSES) return found
  return found.map((candidate) => {
    const end = endOfSegment(candidate.value, word.length)
    return end === -1 ? candidate : { value: candidate.value.slice(0, end), isOpen: true }
  })
}

// A dot or colon behind a backslash belongs to a key.
function endOfSegment(address: string, from: number): number {
  const match = /(?<!\\)[.:]/u.exec(address.slice(from))
  return match === null ? -1 : from + match.index + 1
}

async function readInputs(answers: ServerAnswers, job: string): Promise<readonly DescribedInput[]> {
  const place = await findJobPlace(answers, job)
  if (place === null) return []
  const { entityName, projectName, jobName } = place
  const name = `${jobName}:${job.split(':')[1] ?? 'latest'}`
  const inputs = await answers.keep(`inputs of ${entityName}/${projectName}/${name}`, INPUTS_MS, async () => {
    // Loaded only here, and while the server answers: it brings the whole input model along.
    const describing = import('./describe-inputs.ts')
    describing.catch(() => undefined)
    const answer = await answers.ask(CompletionInputsDocument, { entityName, projectName, name }, 0)
    const encoded = answer?.project?.jobVersion?.inputs
    return encoded === undefined ? null : (await describing).describeInputs(encoded)
  })
  return inputs ?? []
}

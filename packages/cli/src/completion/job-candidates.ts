import { CompletionJobsDocument, CompletionJobVersionsDocument } from '@slipway/api'
import { behind, type Candidate } from './candidate.ts'
import { eachEntity, nodesOf } from './each-entity.ts'
import type { ServerAnswers } from './server-answers.ts'

const JOBS_MS = 30_000
const VERSIONS_MS = 10_000

/** Where a job is. */
export interface JobPlace {
  readonly entityName: string
  readonly projectName: string
  readonly jobName: string
}

/** Jobs for a word such as `tr`, `vision/tr` or `ann/vision/tr`; behind a colon the versions and aliases of the job. */
export async function jobCandidates(answers: ServerAnswers, word: string): Promise<readonly Candidate[]> {
  const colon = word.indexOf(':')
  return colon === -1 ? nameCandidates(answers, word) : versionCandidates(answers, word.slice(0, colon))
}

/** Finds the job that a person means by `train`, `vision/train:v3` and the like; null when there is none, or several. */
export async function findJobPlace(answers: ServerAnswers, text: string): Promise<JobPlace | null> {
  const path = text.split(':')[0] ?? ''
  const found = (await listJobs(answers)).filter((job) => formsOf(job).includes(path))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** The entities of a person, and the projects in them. */
export async function listProjects(
  answers: ServerAnswers,
): Promise<readonly { readonly entityName: string; readonly projectName: string | null }[]> {
  const entities = eachEntity(await answers.ask(CompletionJobsDocument, {}, JOBS_MS))
  return entities.flatMap((entity) => [
    { entityName: entity.name, projectName: null },
    ...nodesOf(entity.projects).map((project) => ({ entityName: entity.name, projectName: project.name })),
  ])
}

interface ListedJob extends JobPlace {
  readonly description: string
}

async function listJobs(answers: ServerAnswers): Promise<readonly ListedJob[]> {
  const entities = eachEntity(await answers.ask(CompletionJobsDocument, {}, JOBS_MS))
  return entities.flatMap((entity) =>
    nodesOf(entity.projects).flatMap((project) =>
      nodesOf(project.jobs).map((job) => ({
        entityName: project.entityName,
        projectName: project.name,
        jobName: job.name,
        description:
          job.description ?? `${project.entityName}/${project.name}, ${job.latestVersion?.version ?? 'empty'}`,
      })),
    ),
  )
}

function formsOf({ entityName, projectName, jobName }: JobPlace): readonly [string, string, string] {
  return [jobName, `${projectName}/${jobName}`, `${entityName}/${projectName}/${jobName}`]
}

// The shortest form that means one job; a word with slashes gets the forms that have them.
async function nameCandidates(answers: ServerAnswers, word: string): Promise<readonly Candidate[]> {
  const jobs = await listJobs(answers)
  const counts = new Map<string, number>()
  for (const job of jobs) for (const form of formsOf(job)) counts.set(form, (counts.get(form) ?? 0) + 1)
  const slashes = word.split('/').length - 1
  const groups = jobs.flatMap(({ entityName, projectName }) =>
    slashes === 0 && word !== '' ? [`${projectName}/`, `${entityName}/`].map((value) => ({ value, isOpen: true })) : [],
  )
  const named = jobs.flatMap((job) => {
    const forms = formsOf(job).slice(slashes)
    const shortest = forms.find((form) => counts.get(form) === 1)
    const chosen = slashes === 0 ? [shortest] : forms
    return chosen.flatMap((value) => (value === undefined ? [] : [{ value, description: job.description }]))
  })
  return [...named, ...groups]
}

async function versionCandidates(answers: ServerAnswers, path: string): Promise<readonly Candidate[]> {
  const place = await findJobPlace(answers, path)
  if (place === null) return []
  const variables = { entityName: place.entityName, projectName: place.projectName, name: place.jobName }
  const answer = await answers.ask(CompletionJobVersionsDocument, variables, VERSIONS_MS)
  const versions = nodesOf(answer?.project?.job?.versions)
  const aliases = versions.flatMap((version) =>
    version.aliases.map((alias) => ({ value: alias, description: `now ${version.version}` })),
  )
  const numbers = versions.map((version) => ({
    value: version.version,
    description: `captured ${version.createdAt.slice(0, 16).replace('T', ' ')}`,
  }))
  return behind(`${path}:`, [...aliases, ...numbers])
}

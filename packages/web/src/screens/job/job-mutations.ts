import {
  WebAddAliasDocument,
  WebDeleteJobDocument,
  WebDeleteJobVersionDocument,
  WebDescribeJobDocument,
  WebRemoveAliasDocument,
} from '@slipway/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../../api/ask.ts'
import { showDone, showFailure } from '../../components/toast.ts'

/** What names a version for a change of its aliases. */
export interface VersionToChange {
  readonly id: string
  readonly entityName: string
  readonly projectName: string
  readonly jobName: string
}

/** A change of a job: on success says what was done and has everything about jobs asked again. */
function useJobMutation<Input>(work: (input: Input) => Promise<unknown>, describe: (input: Input) => string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: work,
    onError: showFailure,
    async onSuccess(_data, input) {
      showDone(describe(input))
      await Promise.all(['job', 'jobs'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })))
    },
  })
}

export function useDescribeJob(artifactSequenceID: string) {
  return useJobMutation(
    (description: string) => ask(WebDescribeJobDocument, { input: { artifactSequenceID, description } }),
    () => 'The description is saved.',
  )
}

export function useAddAlias(version: VersionToChange) {
  return useJobMutation(
    (alias: string) => ask(WebAddAliasDocument, { input: aliasInput(version, alias) }),
    (alias) => `The alias "${alias}" names this version now.`,
  )
}

export function useRemoveAlias(version: VersionToChange) {
  return useJobMutation(
    (alias: string) => ask(WebRemoveAliasDocument, { input: aliasInput(version, alias) }),
    (alias) => `The alias "${alias}" is removed.`,
  )
}

export function useDeleteJobVersion() {
  return useJobMutation(
    ({ id }: { readonly id: string; readonly version: string }) =>
      ask(WebDeleteJobVersionDocument, { input: { artifactID: id, deleteAliases: true } }),
    ({ version }) => `Version ${version} is deleted.`,
  )
}

export function useDeleteJob() {
  return useJobMutation(
    ({ id }: { readonly id: string; readonly name: string }) =>
      ask(WebDeleteJobDocument, { input: { artifactSequenceID: id } }),
    ({ name }) => `The job "${name}" is deleted.`,
  )
}

function aliasInput({ id, entityName, projectName, jobName }: VersionToChange, alias: string) {
  return {
    artifactID: id,
    aliases: [{ alias, entityName, projectName, artifactCollectionName: jobName }],
  }
}

import type { TypedDocumentString } from '@slipway/api'
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { ask } from '../api/ask.ts'
import { showDone, showFailure } from './toast.ts'

/**
 * A change by one mutation of the API: it says in a corner what was done or why not, and has everything asked again that
 * it may have changed.
 */
export function useChange<Data, Input>(
  document: TypedDocumentString<Data, { readonly input: Input }>,
  options: {
    readonly done: (input: Input, data: Data) => string
    readonly changes: readonly QueryKey[]
    /** Set for an answer that holds a secret: it is forgotten with the component. */
    readonly isSecret?: boolean
  },
) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => ask(document, { input }),
    ...(options.isSecret === true ? { gcTime: 0 } : {}),
    onError: showFailure,
    async onSuccess(data, input) {
      showDone(options.done(input, data))
      await Promise.all(options.changes.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
    },
  })
}

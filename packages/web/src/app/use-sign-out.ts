import { CloseSessionDocument } from '@slipway/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { ask } from '../api/ask.ts'
import { buildViewerQuery } from '../api/viewer.ts'

/** Ends the browser's session, leads to the login page, and forgets every answer that the session got. */
export function useSignOut() {
  const queryClient = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: () => ask(CloseSessionDocument, {}),
    async onSuccess() {
      queryClient.setQueryData(buildViewerQuery().queryKey, null)
      await router.navigate({ to: '/login' })
      queryClient.clear()
    },
  })
}

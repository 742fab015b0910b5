import { OpenSessionDocument, type OpenSessionInput } from '@slipway/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { ask } from '../../api/ask.ts'

const route = getRouteApi('/login')

/** Opens a session and goes where the person wanted to go. */
export function useOpenSession() {
  const queryClient = useQueryClient()
  const router = useRouter()
  const { next } = route.useSearch()
  return useMutation({
    mutationFn: (input: OpenSessionInput) => ask(OpenSessionDocument, { input }),
    async onSuccess() {
      queryClient.clear()
      await router.navigate({ href: safePath(next), replace: true })
    },
  })
}

/** Only a path of this server: a link to the login page must not lead to another site. */
function safePath(next: string | undefined): string {
  if (next === undefined) return '/'
  const url = new URL(next, window.location.origin)
  return url.origin === window.location.origin ? `${url.pathname}${url.search}${url.hash}` : '/'
}

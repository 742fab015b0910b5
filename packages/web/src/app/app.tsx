import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { createTabConnection } from '../api/live/tab-connection.ts'
import { LiveContext } from '../api/live/use-live.ts'
import { createQueryClient } from '../api/query-client.ts'
import { styleNonce } from '../theme/style-nonce.ts'
import { theme } from '../theme/theme.ts'
import { createAppRouter } from './router.tsx'

/** The whole application, with what its screens share. */
export function App() {
  const [{ queryClient, live, router }] = useState(createParts)
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => styleNonce}>
      <QueryClientProvider client={queryClient}>
        <LiveContext value={live}>
          <ModalsProvider>
            <Notifications position="bottom-right" />
            <RouterProvider router={router} />
          </ModalsProvider>
        </LiveContext>
      </QueryClientProvider>
    </MantineProvider>
  )
}

function createParts() {
  const endSession = (): void => {
    queryClient.setQueryData(['viewer'], null)
    void router.invalidate()
  }
  const queryClient = createQueryClient(endSession)
  const router = createAppRouter(queryClient)
  return { queryClient, router, live: createTabConnection(endSession) }
}

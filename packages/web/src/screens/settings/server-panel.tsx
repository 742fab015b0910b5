import { Anchor, Stack, Text, Title } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLiveQueries } from '../../api/live/use-live.ts'
import { buildServerInfoQuery } from '../../api/settings.ts'
import { CommandBlock } from '../../components/command-block.tsx'

/** What runs here, and how clients reach it. */
export function ServerPanel() {
  const { data: info } = useSuspenseQuery(buildServerInfoQuery())
  // Nothing of it changes but by another start of the server, after which everybody who watches asks again.
  useLiveQueries([{ kind: 'VIEWER' }], [buildServerInfoQuery().queryKey])
  const address = window.location.origin
  return (
    <Stack maw={720} gap="lg">
      <Fact name="Version">
        <Text className="mono">{info?.version}</Text>
      </Fact>
      <Fact name="Address for clients">
        <CommandBlock command={`export WANDB_BASE_URL=${address}`} />
      </Fact>
      <Fact name="Figures for Prometheus">
        <Anchor href="/metrics" target="_blank">
          {address}/metrics
        </Anchor>
      </Fact>
      <Fact name="Health">
        <Anchor href="/ready" target="_blank">
          {address}/ready
        </Anchor>
      </Fact>
    </Stack>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h6" mb={4}>
        {name}
      </Title>
      {children}
    </section>
  )
}

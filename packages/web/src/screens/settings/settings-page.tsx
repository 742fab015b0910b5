import { Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useViewer } from '../../app/use-viewer.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { PageLoader } from '../../components/page-loader.tsx'
import { TabStrip } from '../../components/tab-strip.tsx'
import { KeysPanel } from './keys-panel.tsx'
import { NoPermission } from './no-permission.tsx'
import { ProfilePanel } from './profile-panel.tsx'
import { SecretsPanel } from './secrets-panel.tsx'
import { ServerPanel } from './server-panel.tsx'
import type { SettingsTab } from './settings-tabs.ts'
import { TeamsPanel } from './teams-panel.tsx'
import { UsersPanel } from './users-panel.tsx'

const route = getRouteApi('/shell/settings')

const PANELS: readonly { readonly tab: SettingsTab; readonly title: string; readonly panel: () => React.ReactNode }[] =
  [
    { tab: 'profile', title: 'Profile', panel: ProfilePanel },
    { tab: 'keys', title: 'API keys', panel: KeysPanel },
    { tab: 'teams', title: 'Teams', panel: TeamsPanel },
    { tab: 'secrets', title: 'Secrets', panel: SecretsPanel },
    { tab: 'users', title: 'Users', panel: UsersPanel },
    { tab: 'server', title: 'Server', panel: ServerPanel },
  ]

/** What a person sets about themself, and an administrator about the server. */
export function SettingsPage() {
  const { tab = 'profile' } = route.useSearch()
  const navigate = route.useNavigate()
  const viewer = useViewer()
  const shown = PANELS.filter((panel) => panel.tab !== 'users' || viewer.admin === true)
  return (
    <>
      <PageHeader title="Settings" />
      <Tabs
        value={tab}
        onChange={(next) => void navigate({ search: { tab: next as SettingsTab } })}
        keepMounted={false}
      >
        <TabStrip open={tab} mb="lg">
          {shown.map((panel) => (
            <Tabs.Tab key={panel.tab} value={panel.tab}>
              {panel.title}
            </Tabs.Tab>
          ))}
        </TabStrip>
        {shown.map(({ tab: name, panel: Panel }) => (
          <Tabs.Panel key={name} value={name}>
            <Suspense fallback={<PageLoader />}>
              <Panel />
            </Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
      {shown.every((panel) => panel.tab !== tab) && (
        <NoPermission title="Only administrators see the users">
          Ask an administrator of this server to make or change a user, or to make you one. Your teams and their members
          are under Teams.
        </NoPermission>
      )}
    </>
  )
}

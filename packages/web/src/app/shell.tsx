import { AppShell, Burger, Group } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { getRouteApi, Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useLiveQueries } from '../api/live/use-live.ts'
import { buildViewerQuery } from '../api/viewer.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { Brand } from './brand.tsx'
import { Keyboard } from './keyboard.tsx'
import { NavigationProgress } from './navigation-progress.tsx'
import { Navigation } from './navigation.tsx'
import { usePageFocus } from './use-page-focus.ts'
import { UserMenu } from './user-menu.tsx'
import classes from './shell.module.css'

const route = getRouteApi('/shell')
const LaunchDrawer = lazy(async () => ({ default: (await import('../screens/launch/launch-drawer.tsx')).LaunchDrawer }))

/** The frame: navigation at the side (a drawer on a phone), the page, and what concerns the whole application. */
export function Shell() {
  const [isOpen, { toggle, close }] = useDisclosure(false)
  const pathname = useRouterState({ select: ({ location }) => location.pathname })
  const { launch } = route.useSearch()
  useEffect(close, [pathname, close])
  usePageFocus('main')
  useLiveQueries([{ kind: 'VIEWER' }], [buildViewerQuery().queryKey])
  useHotkeys(isOpen ? [['Escape', close]] : [])
  return (
    <AppShell
      header={{ height: { base: 52, sm: 0 } }}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <NavigationProgress />
      <a className={classes.skip} href="#main">
        Skip to the page
      </a>
      <AppShell.Header hiddenFrom="sm" px="sm">
        <Group h="100%" gap="sm">
          <Burger opened={isOpen} onClick={toggle} size="sm" aria-label={isOpen ? 'Close menu' : 'Open menu'} />
          <Brand />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" className={classes.navbar} mod={{ closed: !isOpen }}>
        <AppShell.Section visibleFrom="sm" pb="md" px={6}>
          <Brand />
        </AppShell.Section>
        <AppShell.Section grow>
          <Navigation />
        </AppShell.Section>
        <AppShell.Section>
          <UserMenu />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes.main}>
        <ConnectionBanner />
        <Outlet />
        <Suspense>{launch !== undefined && <LaunchDrawer search={launch} />}</Suspense>
      </AppShell.Main>
      <Keyboard />
    </AppShell>
  )
}

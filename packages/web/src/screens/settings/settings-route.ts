import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../../app/shell-route.tsx'
import { settingsTabs } from './settings-tabs.ts'

/** Settings: `/settings`, with `tab`, and `entity` for the secrets of a team. */
export const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  validateSearch: z.object({
    tab: z.enum(settingsTabs).optional().catch(undefined),
    entity: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
})

/** The address to which the Python client's login command sends people for a key. */
export const authorizeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/authorize',
  beforeLoad() {
    // oxlint-disable-next-line typescript/only-throw-error -- the router's way to redirect
    throw redirect({ to: '/settings', search: { tab: 'keys' }, replace: true })
  },
})

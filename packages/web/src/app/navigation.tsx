import { Button, NavLink } from '@mantine/core'
import {
  IconBox,
  IconChartLine,
  IconRocket,
  IconRobot,
  IconSettings,
  IconStack2,
  type Icon as IconType,
} from '@tabler/icons-react'
import { Link, useMatchRoute } from '@tanstack/react-router'

const PLACES = [
  { to: '/jobs', label: 'Jobs', icon: IconBox },
  { to: '/runs', label: 'Runs', icon: IconChartLine },
  { to: '/queues', label: 'Queues', icon: IconStack2 },
  { to: '/agents', label: 'Agents', icon: IconRobot },
  { to: '/settings', label: 'Settings', icon: IconSettings },
] as const satisfies readonly { readonly to: string; readonly label: string; readonly icon: IconType }[]

/** The links to the parts of the application, and to a launch from anywhere. */
export function Navigation() {
  const matchRoute = useMatchRoute()
  return (
    <nav aria-label="Main">
      <Button
        renderRoot={(props) => <Link to="/launch" {...props} />}
        leftSection={<IconRocket size={18} />}
        fullWidth
        mb="md"
      >
        Launch
      </Button>
      {PLACES.map(({ to, label, icon: Icon }) => (
        <NavLink
          key={to}
          renderRoot={(props) => <Link to={to} {...props} />}
          label={label}
          leftSection={<Icon size={18} stroke={1.7} />}
          active={matchRoute({ to, fuzzy: true }) !== false}
          variant="light"
          style={{ borderRadius: 'var(--mantine-radius-md)' }}
        />
      ))}
    </nav>
  )
}

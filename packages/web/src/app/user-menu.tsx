import {
  Avatar,
  Group,
  Menu,
  Text,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
  type MantineColorScheme,
} from '@mantine/core'
import { IconDeviceDesktop, IconLogout, IconMoon, IconSettings, IconSun } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useViewer } from './use-viewer.ts'
import { useSignOut } from './use-sign-out.ts'

const SCHEMES = [
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
  { value: 'auto', label: 'As the system', icon: IconDeviceDesktop },
] as const satisfies readonly { readonly value: MantineColorScheme; readonly label: string; readonly icon: unknown }[]

/** Who is logged in, the colour scheme, and the way out. */
export function UserMenu() {
  const viewer = useViewer()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = useSignOut()
  return (
    <Menu position="top-start" width={208}>
      <Menu.Target>
        <UnstyledButton p={6} w="100%">
          <Group gap="sm" wrap="nowrap">
            <Avatar aria-hidden name={viewer.username ?? '?'} color="harbour" variant="filled" size={30} radius="xl" />
            <Text size="sm" truncate>
              {viewer.username}
              <VisuallyHidden> menu</VisuallyHidden>
            </Text>
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item renderRoot={(props) => <Link to="/settings" {...props} />} leftSection={<IconSettings size={16} />}>
          Settings
        </Menu.Item>
        <Menu.Label>Colours</Menu.Label>
        {SCHEMES.map(({ value, label, icon: Icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon size={16} />}
            onClick={() => setColorScheme(value)}
            aria-current={colorScheme === value}
            fw={colorScheme === value ? 600 : 400}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          Log out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

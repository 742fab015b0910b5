import { Group, Text, UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import mark from '../assets/slipway.svg'

/** The mark and name, which lead home. */
export function Brand() {
  return (
    <UnstyledButton component={Link} to="/">
      <Group gap={10} wrap="nowrap">
        <img src={mark} alt="" width={26} height={26} />
        <Text fw={650} size="lg" lh={1}>
          Slipway
        </Text>
      </Group>
    </UnstyledButton>
  )
}

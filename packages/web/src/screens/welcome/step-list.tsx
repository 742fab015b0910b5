import { Stack, Text } from '@mantine/core'
import { CommandBlock } from '../../components/command-block.tsx'
import type { Step } from './steps.ts'
import classes from './step-list.module.css'

/** Commands in the order in which they are given. */
export function StepList({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <Stack component="ol" gap="md" className={classes.list}>
      {steps.map(({ title, command }) => (
        <li key={title}>
          <Text fw={500} mb={6}>
            {title}
          </Text>
          <CommandBlock command={command} />
        </li>
      ))}
    </Stack>
  )
}

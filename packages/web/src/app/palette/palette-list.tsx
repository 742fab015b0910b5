import { Group, Text } from '@mantine/core'
import {
  IconArrowRight,
  IconBolt,
  IconBox,
  IconChartLine,
  IconRocket,
  IconStack2,
  type Icon,
} from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { PaletteEntry } from './palette-entry.ts'
import classes from './palette-list.module.css'

const SIGNS: Readonly<Record<PaletteEntry['kind'], { readonly icon: Icon; readonly word: string }>> = {
  job: { icon: IconBox, word: 'Job' },
  run: { icon: IconChartLine, word: 'Run' },
  queue: { icon: IconStack2, word: 'Queue' },
  place: { icon: IconArrowRight, word: '' },
  launch: { icon: IconRocket, word: '' },
  action: { icon: IconBolt, word: '' },
}

/** The lines of the palette, of which one is active. */
export function PaletteList({
  id,
  entries,
  active,
  onActive,
  onChoose,
}: {
  readonly id: string
  readonly entries: readonly PaletteEntry[]
  readonly active: number
  readonly onActive: (index: number) => void
  readonly onChoose: (entry: PaletteEntry) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div id={id} ref={list} role="listbox" aria-label="Found" className={classes.list}>
      {entries.map((entry, index) => {
        const { icon: Sign, word } = SIGNS[entry.kind]
        return (
          <div
            key={entry.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={classes.entry}
            onMouseMove={() => onActive(index)}
            onClick={() => onChoose(entry)}
            onKeyDown={(event) => event.key === 'Enter' && onChoose(entry)}
          >
            <Group gap="sm" wrap="nowrap">
              <Sign size={17} stroke={1.7} aria-hidden className={classes.sign} />
              <Text size="sm" truncate flex={1}>
                {entry.label}
              </Text>
              <Text size="xs" c="var(--slipway-muted)" truncate maw="50%">
                {[word, entry.detail].filter((text) => text !== '').join(' · ')}
              </Text>
            </Group>
          </div>
        )
      })}
    </div>
  )
}

import { Box, Button, Group, Switch, Text } from '@mantine/core'
import { IconEqual, IconSearchOff } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { SearchInput } from '../../../components/search-input.tsx'
import { StatePage } from '../../../components/state-page.tsx'
import type { ComparedRun } from '../api/compared-run.ts'
import { isSameValue, type CompareRow } from './compare-rows.ts'
import classes from './compare-values.module.css'
import { RunHeading, type RunHeadingActions } from './run-heading.tsx'
import { ValueCell } from './value-cell.tsx'

const ROW_HEIGHT = 34

/** The values of the runs side by side; those that are the same everywhere only when asked for. */
export function CompareValues({
  runs,
  names,
  colours,
  rows,
  base,
  showSame,
  search,
  onShowSame,
  onSearch,
  actions,
}: {
  readonly runs: readonly ComparedRun[]
  readonly names: readonly string[]
  readonly colours: readonly string[]
  readonly rows: readonly CompareRow[]
  /** The place of the run that the others are compared with. */
  readonly base: number
  readonly showSame: boolean
  readonly search: string
  readonly onShowSame: (isShown: boolean) => void
  readonly onSearch: (text: string) => void
  readonly actions: RunHeadingActions
}) {
  const wanted = search.trim().toLowerCase()
  const found = rows.filter(({ label }) => label.toLowerCase().includes(wanted))
  const shown = found.filter(({ isSame }) => showSame || !isSame)
  const hidden = found.length - shown.length
  return (
    <>
      <Group mb="sm" gap="md">
        <Box flex="1 1 200px" maw={360}>
          <SearchInput label="Search values" value={search} onChange={onSearch} />
        </Box>
        <Switch
          label="Show values that are the same"
          checked={showSame}
          onChange={(event) => onShowSame(event.currentTarget.checked)}
        />
        <Text size="sm" c="var(--slipway-muted)" role="status">
          {hidden === 0 ? '' : hidden === 1 ? '1 identical value is hidden' : `${hidden} identical values are hidden`}
        </Text>
      </Group>
      <ValueTable runs={runs} names={names} colours={colours} rows={shown} base={base} actions={actions} />
      {shown.length === 0 && (
        <StatePage
          icon={wanted === '' ? IconEqual : IconSearchOff}
          title={wanted === '' ? 'No differences' : 'No value matches'}
        >
          {hidden > 0 && (
            <Button variant="default" onClick={() => onShowSame(true)}>
              Show what is the same
            </Button>
          )}
        </StatePage>
      )}
    </>
  )
}

type Line = { readonly section: string } | { readonly row: CompareRow }

function ValueTable({
  runs,
  names,
  colours,
  rows,
  base,
  actions,
}: Pick<Parameters<typeof CompareValues>[0], 'runs' | 'names' | 'colours' | 'rows' | 'base' | 'actions'>) {
  const scroller = useRef<HTMLDivElement>(null)
  const lines = withSections(rows)
  // oxlint-disable-next-line react/incompatible-library -- the compiler leaves this component as it is, which is right
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  })
  // The same for every row, whatever is in it: each row lays itself out.
  const columns = `min(240px, 40vw) repeat(${runs.length}, 212px) 1fr`
  return (
    <div
      ref={scroller}
      role="table"
      aria-label="Values of the runs"
      aria-rowcount={lines.length + 1}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
      tabIndex={0}
      className={classes['scroller']}
      style={{ ['--columns' as string]: columns }}
    >
      <div role="row" aria-rowindex={1} className={`${classes['row']} ${classes['head']}`}>
        <div role="columnheader" className={`${classes['cell']} ${classes['first']}`}>
          Value
        </div>
        {runs.map((run, position) => (
          <RunHeading
            key={run.path}
            run={run}
            name={names[position] ?? run.name}
            colour={colours[position] ?? ''}
            isBase={position === base}
            position={position}
            count={runs.length}
            actions={actions}
          />
        ))}
      </div>
      <div role="rowgroup" className={classes['body']} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          return line === undefined ? null : (
            <TableLine key={index} line={line} index={index} offset={start} base={base} />
          )
        })}
      </div>
    </div>
  )
}

function TableLine({
  line,
  index,
  offset,
  base,
}: {
  readonly line: Line
  readonly index: number
  readonly offset: number
  readonly base: number
}) {
  const style = { transform: `translateY(${offset}px)` }
  if ('section' in line) {
    return (
      <div
        role="row"
        aria-rowindex={index + 2}
        className={`${classes['row']} ${classes['item']} ${classes['section']}`}
        style={style}
      >
        <div role="rowheader" className={`${classes['cell']} ${classes['first']}`}>
          <span className={classes['text']}>{line.section}</span>
        </div>
      </div>
    )
  }
  const { label, cells } = line.row
  const standard = cells[base]?.value
  return (
    <div role="row" aria-rowindex={index + 2} className={`${classes['row']} ${classes['item']}`} style={style}>
      <div role="rowheader" className={`${classes['cell']} ${classes['first']}`} title={label}>
        <span className={`mono ${classes['text']}`}>{label}</span>
      </div>
      {cells.map((cell, position) => (
        <ValueCell
          // oxlint-disable-next-line react/no-array-index-key -- a cell is its run's place
          key={position}
          cell={cell}
          base={standard}
          differs={position !== base && !isSameValue(cell.value, standard)}
        />
      ))}
    </div>
  )
}

function withSections(rows: readonly CompareRow[]): readonly Line[] {
  return rows.flatMap((row, index): readonly Line[] =>
    rows[index - 1]?.section === row.section ? [{ row }] : [{ section: row.section }, { row }],
  )
}

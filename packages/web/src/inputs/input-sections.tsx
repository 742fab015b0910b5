import { Button, Group, Skeleton, Stack } from '@mantine/core'
import { lazy, memo, Suspense, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useLatest } from '../components/use-latest.ts'
import { FormContext } from './form/form-context.ts'
import { AddElementRow, AddKeyRow } from './form/add-row.tsx'
import { FieldRow } from './form/field-row.tsx'
import { filterRows, isFiltering, type RowFilter } from './form/filter-rows.ts'
import type { FormRow } from './form/form-row.ts'
import { HolderRow } from './form/holder-row.tsx'
import { listUsedValues, presentUsage, type InputUsage } from './form/present-usage.ts'
import { isSameValue } from './form/present-value.ts'
import { RowBuilder } from './form/row-builder.ts'
import { RowList } from './form/row-list.tsx'
import { SectionRow } from './form/section-row.tsx'
import { Toolbar } from './form/toolbar.tsx'
import { hasProblem, placeOnRows } from './form/row-problems.ts'
import { useDraftProblems } from './form/use-draft-problems.ts'
import { useProblemJump } from './form/use-problem-jump.ts'
import { useFormKeys } from './form/use-form-keys.ts'
import type { DraftAction, InputDraft } from './model/input-draft.ts'
import { findOrigin, findTyped, listDraftChanges } from './model/read-draft.ts'
import classes from './form/form.module.css'

const TextSection = lazy(async () => {
  const { TextSection: component } = await import('./editor/text-section.tsx')
  return { default: component }
})

const NO_FILTER: RowFilter = { search: '', onlyChanged: false, onlyErrors: false }
const NO_SECRETS: readonly string[] = []
const NO_USAGE: readonly InputUsage[] = []
const NONE_CLOSED: ReadonlySet<string> = new Set()

/**
 * The inputs of a launch: a section for the run config and one for each config file, each as a form or as text. All
 * state is the draft's, except for what is looked at: search, filters, and which groups are closed.
 */
export const InputSections = memo(function InputSections({
  draft,
  dispatch,
  secrets = NO_SECRETS,
  usage = NO_USAGE,
  scrollElement = null,
}: {
  readonly draft: InputDraft
  readonly dispatch: (action: DraftAction) => void
  /** The names of the secrets that may be referred to. */
  readonly secrets?: readonly string[]
  /** What earlier runs had for the inputs: `JobVersion.inputUsage`. */
  readonly usage?: readonly InputUsage[]
  /** What scrolls the form, such as the body of a drawer. Defaults to the window. */
  readonly scrollElement?: HTMLElement | null
}) {
  const [builder] = useState(() => new RowBuilder())
  const [closed, setClosed] = useState(NONE_CLOSED)
  const [filter, setFilter] = useState(NO_FILTER)
  const [focused, setFocused] = useState<string | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const setOpen = useCallback((id: string, isOpen: boolean) => {
    setClosed((before) => {
      const { size } = before
      const after = new Set(before)
      if (isOpen) after.delete(id)
      else after.add(id)
      return after.size === size ? before : after
    })
  }, [])
  const toggle = useCallback((id: string) => {
    setClosed((before) =>
      before.has(id) ? new Set([...before].filter((other) => other !== id)) : new Set([...before, id]),
    )
  }, [])
  const context = useMemo(() => ({ dispatch, secrets, toggle }), [dispatch, secrets, toggle])
  const settled = useDeferredValue(draft)
  const problems = useDraftProblems(draft, settled)
  const usageOf = useMemo(() => indexUsage(usage), [usage])
  const all = useMemo(
    () => builder.build(draft.sections, isFiltering(filter) ? NONE_CLOSED : closed),
    [builder, draft.sections, filter, closed],
  )
  const placed = useMemo(() => placeOnRows(problems.all, all), [problems.all, all])
  const rows = filterRows(all, filter, {
    isChanged: (row) => 'byDefault' in row && !isSameValue(row.value, row.byDefault),
    hasProblem: (row) => hasProblem(placed, row),
  })
  const { sections, typed, origins } = settled
  const changes = useMemo(() => listDraftChanges({ sections, typed, origins }), [sections, typed, origins])
  const goToProblem = useProblemJump({
    sections: settled.sections,
    problems: problems.all,
    rows,
    root,
    pin: setFocused,
    setOpen,
    clearFilter: () => setFilter(NO_FILTER),
  })
  const handleKeys = useFormKeys({ rows, root, search, dispatch, pin: setFocused, setOpen, goToProblem })
  const problemOf = (row: FormRow): string | null => problems.of(row, placed.byRow.get(row.id) ?? null)
  const renderRow = (row: FormRow) => {
    switch (row.kind) {
      case 'field': {
        const typed = findTyped(draft, row.address)
        const origin = findOrigin(draft, row.address)
        const used = usageOf.get(row.id) ?? NOT_USED
        return <FieldRow row={row} typed={typed} problem={problemOf(row)} origin={origin} {...used} />
      }
      case 'group':
      case 'list':
        return (
          <HolderRow
            row={row}
            problem={problemOf(row)}
            inside={placed.inside.get(row.id) ?? 0}
            origin={findOrigin(draft, row.address)}
          />
        )
      case 'section': {
        const { file, format, mode, fault } = row.section
        return (
          <SectionRow
            id={row.id}
            file={file}
            format={format}
            mode={mode}
            isReadable={fault === null}
            isOpen={row.isOpen}
            changes={changes.filter((change) => change.file === file).length}
            problems={placed.counts.get(row.id) ?? 0}
            problem={describeSection(placed.bySection.get(row.id) ?? NO_MESSAGES)}
          />
        )
      }
      case 'text':
        return (
          <Suspense fallback={<Skeleton height={320} />}>
            <TextSection section={row.section} problems={problems.inFile(row.section.file)} dispatch={dispatch} />
          </Suspense>
        )
      case 'add-element':
        return <AddElementRow row={row} />
      case 'add-key':
        return <AddKeyRow row={row} />
      case 'empty':
        return <p className={classes.note}>{row.message}</p>
    }
  }
  return (
    <FormContext value={context}>
      <Stack
        ref={root}
        gap={0}
        role="group"
        aria-label="Inputs"
        onKeyDown={handleKeys}
        onFocus={(event) => setFocused(event.target.closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null)}
        onBlur={() => dispatch({ type: 'end-edit' })}
      >
        <Toolbar
          filter={filter}
          onFilter={setFilter}
          searchRef={search}
          changes={changes.length}
          problems={problems.all.length}
          canUndo={draft.past.length > 0}
          canRedo={draft.future.length > 0}
          onNextProblem={useLatest(() => goToProblem(1))}
        />
        {rows.length === 0 ? (
          <Group gap="xs" py="md">
            <span className={classes.note}>No input matches.</span>
            <Button size="compact-xs" variant="default" onClick={() => setFilter(NO_FILTER)}>
              Show all
            </Button>
          </Group>
        ) : (
          <RowList
            rows={rows}
            scrollElement={scrollElement}
            renderRow={renderRow}
            pinned={(row) => row.kind === 'text' || row.id === focused}
          />
        )}
      </Stack>
    </FormContext>
  )
})

const NOT_USED = { hint: null, suggestions: [] } as const

function indexUsage(usage: readonly InputUsage[]) {
  return new Map(usage.map((used) => [used.address, { hint: presentUsage(used), suggestions: listUsedValues(used) }]))
}

const MAX_LISTED = 5

const NO_MESSAGES: readonly string[] = []

/** What is wrong with a section as a whole, and what has no row there. */
function describeSection(messages: readonly string[]): string | null {
  if (messages.length === 0) return null
  const more = messages.length > MAX_LISTED ? [`and ${messages.length - MAX_LISTED} more`] : []
  return [...messages.slice(0, MAX_LISTED), ...more].join('\n')
}

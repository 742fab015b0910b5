import { Box, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useLiveQueries } from '../../api/live/use-live.ts'
import { useLatest } from '../../components/use-latest.ts'
import { InputSections } from '../../inputs/input-sections.tsx'
import { listDraftChanges, readDraftProblems } from '../../inputs/model/read-draft.ts'
import type { LaunchBeginning, LaunchState } from './begin-launch.ts'
import { buildLaunch, findSettingProblems, readTemplateVariables } from './build-launch.ts'
import { CommandFields } from './command-fields.tsx'
import type { DraftPlace } from './draft-store.ts'
import { focusField } from './focus-field.ts'
import { FormSection } from './form-section.tsx'
import { LaunchBar } from './launch-bar.tsx'
import { LaunchHead } from './launch-head.tsx'
import { LaunchedItems } from './launched-items.tsx'
import type { LaunchedJob } from './launched-job.ts'
import { buildLaunchSearch } from './launch-link.ts'
import { LaunchNotices } from './launch-notices.tsx'
import type { LaunchFrame } from './launch-frame.ts'
import { buildSecretNamesQuery, buildUsageQuery } from './launch-queries.ts'
import type { LaunchSearch } from './launch-search.ts'
import type { LaunchSeed } from './launch-seed.ts'
import { useLaunch } from './use-launch.ts'
import { PlaceFields } from './place-fields.tsx'
import { readAsked } from './read-asked.ts'
import { ReviewStep } from './review-step.tsx'
import { TemplateFields } from './template-fields.tsx'
import { useKeptDraft } from './use-kept-draft.ts'
import { useLaunchQueue } from './use-launch-queue.ts'
import { useLaunchState } from './use-launch-state.ts'

const NONE: readonly never[] = []

/** The form of one job version: what runs with which inputs and where, the review, and what was launched from it. */
export function LaunchForm({
  jobPath,
  job,
  seed,
  search,
  place,
  begin,
  noteWritten,
  onDiscard,
  onSearchChange,
  onDialogChange,
}: LaunchFrame & {
  /** As the address names the job. */
  readonly jobPath: string
  readonly job: LaunchedJob
  readonly seed: LaunchSeed
  /** What the address says now. */
  readonly search: LaunchSearch
  readonly place: DraftPlace
  readonly begin: () => LaunchBeginning
  readonly noteWritten: (search: LaunchSearch) => void
  /** Called with an address that says nothing but the job: the form begins anew. */
  readonly onDiscard: (bare: LaunchSearch) => void
}) {
  const { version } = job
  const [beginning, setBeginning] = useState(begin)
  const [begun] = useState(beginning.state)
  const [state, dispatch] = useLaunchState(() => beginning.state)
  const { draft, settings, base } = state
  const [isReviewing, setReviewing] = useState(false)
  const [scrollElement, setScrollElement] = useState<HTMLElement | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const queue = useLaunchQueue(version, settings)
  const { data: usage = NONE } = useQuery(buildUsageQuery(version))
  const secretNames = buildSecretNamesQuery(version.project.entityName)
  const { data: secrets = NONE } = useQuery(secretNames)
  useLiveQueries([{ kind: 'SECRETS', entityName: version.project.entityName }], [secretNames.queryKey])
  const kept = useKeptDraft({
    place,
    job: jobPath,
    search,
    begun,
    state,
    onSearch(search) {
      noteWritten(search)
      onSearchChange(search)
    },
  })
  // A key that is typed draws its field at once; what follows from it, when the browser has time.
  const settled = useDeferredValue(draft)
  const { sections, typed, origins } = settled
  const changes = useMemo(() => listDraftChanges({ sections, typed, origins }), [sections, typed, origins])
  const asked = useMemo(() => readAsked({ sections, typed, origins }, changes), [sections, typed, origins, changes])
  const built = useMemo(() => buildLaunch({ version, asked, settings, queue }), [version, asked, settings, queue])
  const variables = useMemo(() => readTemplateVariables(queue), [queue])
  const launch = useLaunch(() => {
    kept.forget()
    setReviewing(false)
  })

  useEffect(() => setScrollElement(findScroller(root.current)), [])
  const review = (): void => {
    setReviewing(true)
    findScroller(root.current)?.scrollTo({ top: 0 })
  }
  const advance = (): void => {
    if (!isReviewing) {
      review()
      return
    }
    // Of what is in the form now, which may be more than what is shown of it yet.
    const { input, problems } = buildLaunch({ version, asked: readAsked(draft), settings, queue })
    const isReady = problems.length === 0 && readDraftProblems(draft).length === 0
    if (input !== null && isReady) launch.send(input)
  }
  const handleKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (isAdvance(event) && !event.defaultPrevented && !isElsewhere(event.target, root.current)) advance()
  })
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => handleKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  // Before an editor of text takes the key for a new line.
  const takeKey = (event: KeyboardEvent): void => {
    if (!isAdvance(event.nativeEvent)) return
    event.preventDefault()
    event.stopPropagation()
    advance()
  }
  const goTo = (address: string): void => {
    setReviewing(false)
    requestAnimationFrame(() => focusField(root.current, address))
  }
  const refusals = launch.problems
  const settingProblems = useMemo(
    () => [...findSettingProblems({ version, settings, queue }), ...refusals],
    [version, settings, queue, refusals],
  )
  const launchToWrite = { version, queue, settings, base, built, draft: settled }
  // Elements that stay the same are not drawn again.
  const settingFields = useMemo(() => {
    const fields = {
      settings,
      problems: settingProblems,
      onChange: (changed: Partial<LaunchState['settings']>) => dispatch({ type: 'set-settings', settings: changed }),
    }
    return {
      place: (
        <FormSection title="Where it runs">
          <PlaceFields version={version} queue={queue} {...fields} />
          {variables.length > 0 && <TemplateFields variables={variables} {...fields} />}
        </FormSection>
      ),
      command: (
        <FormSection title="Command and settings" isClosable startsClosed={isCommandPlain(settings)}>
          <CommandFields version={version} queue={queue} hasVariables={variables.length > 0} {...fields} />
        </FormSection>
      ),
    }
  }, [version, queue, variables, settings, settingProblems, dispatch])
  const inputFields = useMemo(
    () => (
      <FormSection title="Inputs">
        <InputSections
          draft={draft}
          dispatch={dispatch}
          secrets={secrets}
          usage={usage}
          scrollElement={scrollElement}
        />
      </FormSection>
    ),
    [draft, dispatch, secrets, usage, scrollElement],
  )
  return (
    <Stack ref={root} gap="lg" onKeyDownCapture={takeKey}>
      <LaunchHead
        job={job}
        state={state}
        onVersion={async (name) => {
          const path = `${version.path.replace(/:[^:]*$/u, '')}:${name}`
          // The address is that of the other version now, though this form is shown until that one is loaded.
          kept.leave()
          onSearchChange(await buildLaunchSearch(path, state))
        }}
        onOtherJob={() => {
          kept.leave()
          onSearchChange({})
        }}
        dispatch={dispatch}
        onDialogChange={onDialogChange}
      />
      <LaunchNotices
        beginning={beginning}
        unfit={beginning.restoredAt === null ? seed.unfit : NONE}
        warnings={version.warnings}
        isPartial={version.isPartial}
        isUnkept={kept.isUnkept}
        onUse={useLatest((other) => {
          dispatch({ type: 'restore', state: other.state })
          setBeginning((before) => ({ ...before, other: null, restoredAt: other.savedAt }))
        })}
        onForgetOther={useLatest(() => setBeginning((before) => ({ ...before, other: null })))}
        place={place}
        onDiscard={useLatest(() => {
          kept.leave()
          kept.forget()
          onDiscard({ job: jobPath })
        })}
      />
      <LaunchedItems ids={launch.launchedIds} />
      <Box hidden={isReviewing}>
        <Stack gap="lg">
          {settingFields.place}
          {inputFields}
          {settingFields.command}
        </Stack>
      </Box>
      {isReviewing && (
        <ReviewStep
          built={built}
          changes={changes}
          draft={settled}
          queue={queue}
          priority={settings.priority}
          refusals={refusals}
          refusal={launch.error}
          onRevert={({ file, path }) => dispatch({ type: 'reset', address: { file, path } })}
          onGoTo={goTo}
        />
      )}
      <LaunchBar
        isReviewing={isReviewing}
        isSending={launch.isSending}
        changes={changes.length}
        problems={readDraftProblems(settled).length + built.problems.length}
        launchToWrite={launchToWrite}
        onReview={review}
        onBack={() => setReviewing(false)}
        onLaunch={advance}
        onDialogChange={onDialogChange}
      />
    </Stack>
  )
}

function isAdvance(event: globalThis.KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing && !event.repeat
}

/** Whether a key was pressed in something else that is open, such as a dialog or another part of the page. */
function isElsewhere(target: EventTarget | null, root: HTMLElement | null): boolean {
  return target instanceof Element && target !== document.body && !(root?.parentElement?.contains(target) ?? false)
}

function isCommandPlain({ argsText, commandText, resourceText }: LaunchState['settings']): boolean {
  return argsText === '' && commandText === '' && resourceText === ''
}

/** What scrolls the form: the body of the drawer, or null for the window. */
function findScroller(root: HTMLElement | null): HTMLElement | null {
  return root?.closest<HTMLElement>('[data-launch-scroller]') ?? null
}

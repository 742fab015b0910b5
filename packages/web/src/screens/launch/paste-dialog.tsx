import { Alert, Button, Group, Modal, SegmentedControl, Stack, Tabs, Text } from '@mantine/core'
import { decodeJobInputs, type InputLayer, listOverrides, type Problem } from '@slipway/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { messageOf } from '../../api/api-error.ts'
import { createInputDraft } from '../../inputs/model/create-draft.ts'
import type { LaunchState } from './begin-launch.ts'
import { ChoosePreset } from './choose-preset.tsx'
import { ChooseRun } from './choose-run.tsx'
import type { LaunchVersion } from './launch-queries.ts'
import { describeIgnored, fitLayers, layOn, layOnSettings, NO_BASE } from './launch-seed.ts'
import { PasteText } from './paste-text.tsx'
import type { PastedSource } from './pasted-source.ts'
import { Notice } from './notice.tsx'
import { ProblemList } from './problem-list.tsx'
import { showPasted } from './show-pasted.tsx'
import type { LaunchAction } from './use-launch-state.ts'

/** Takes values over from an earlier run or item, a preset, or a text; says first what fits and what does not. */
export function PasteDialog({
  version,
  state,
  dispatch,
  onClose,
}: {
  readonly version: LaunchVersion
  readonly state: LaunchState
  readonly dispatch: (action: LaunchAction) => void
  readonly onClose: () => void
}) {
  const [chosen, setChosen] = useState<PastedSource | null>(null)
  const [error, setError] = useState<unknown>(null)
  const attempt = async (read: () => Promise<PastedSource> | PastedSource): Promise<void> => {
    setError(null)
    try {
      setChosen(await read())
    } catch (caught) {
      setChosen(null)
      setError(caught)
    }
  }
  return (
    <Modal opened onClose={onClose} title="Paste values from" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack>
        {chosen === null ? (
          <Tabs defaultValue="run" keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="run">An earlier run</Tabs.Tab>
              <Tabs.Tab value="preset">A preset</Tabs.Tab>
              <Tabs.Tab value="text">A text</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="run" pt="md">
              <ChooseRun version={version} onChoose={(read) => void attempt(read)} />
            </Tabs.Panel>
            <Tabs.Panel value="preset" pt="md">
              <ChoosePreset version={version} onChoose={(read) => void attempt(read)} />
            </Tabs.Panel>
            <Tabs.Panel value="text" pt="md">
              <PasteText version={version} onRead={(read) => void attempt(read)} />
            </Tabs.Panel>
          </Tabs>
        ) : (
          <PasteReport
            version={version}
            pasted={chosen}
            onBack={() => setChosen(null)}
            onApply={({ isReplacing, layers }) => {
              const next = paste(version, state, chosen, { isReplacing, layers })
              dispatch({ type: 'restore', state: next })
              onClose()
              showPasted(chosen.name, () => dispatch({ type: 'restore', state }))
            }}
          />
        )}
        {error !== null && (
          <Alert color="red" icon={<IconAlertTriangle size={18} />} role="alert">
            {messageOf(error)}
            <ProblemList problems={problemsOf(error)} />
          </Alert>
        )}
      </Stack>
    </Modal>
  )
}

function PasteReport({
  version,
  pasted,
  onBack,
  onApply,
}: {
  readonly version: LaunchVersion
  readonly pasted: PastedSource
  readonly onBack: () => void
  readonly onApply: (choice: { readonly isReplacing: boolean; readonly layers: readonly InputLayer[] }) => void
}) {
  const isRun = pasted.base.run !== undefined || pasted.base.item !== undefined
  const [mode, setMode] = useState(isRun ? 'replace' : 'over')
  const { layers, unfit } = useMemo(() => {
    const found: Problem[] = [...describeIgnored(pasted.source.ignored)]
    return { layers: fitLayers(decodeJobInputs(version.inputs), pasted.source.layers, found), unfit: found }
  }, [pasted, version])
  const count = layers.reduce(
    (sum, { overrides, removals }) => sum + listOverrides(overrides).length + removals.length,
    0,
  )
  return (
    <Stack>
      <Text>
        From <strong>{pasted.name}</strong>
        {pasted.source.jobPath !== null && pasted.source.jobPath !== version.path && (
          <> (of job version {pasted.source.jobPath})</>
        )}
        : {count === 1 ? '1 value fits' : `${count} values fit`} this job version
        {isRun && ' and differ from its defaults'}.
      </Text>
      {unfit.length > 0 && (
        <Notice
          color="yellow"
          icon={<IconAlertTriangle size={18} />}
          title={unfit.length === 1 ? 'One value does not fit' : `${unfit.length} values do not fit`}
        >
          <ProblemList problems={unfit} />
        </Notice>
      )}
      <SegmentedControl
        fullWidth
        styles={{ label: { whiteSpace: 'normal' } }}
        aria-label="How to paste"
        value={mode}
        onChange={setMode}
        data={[
          { value: 'replace', label: 'In place of what is set' },
          { value: 'over', label: 'Over what is set' },
        ]}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          Back
        </Button>
        <Button data-autofocus onClick={() => onApply({ isReplacing: mode === 'replace', layers })}>
          Paste
        </Button>
      </Group>
    </Stack>
  )
}

/** The form after the values were pasted. One step of undo brings the inputs back as well. */
function paste(
  version: LaunchVersion,
  state: LaunchState,
  { source, base }: PastedSource,
  { isReplacing, layers }: { readonly isReplacing: boolean; readonly layers: readonly InputLayer[] },
): LaunchState {
  const { draft } = state
  const empty = createInputDraft(version)
  const below = isReplacing
    ? { ...empty, sections: empty.sections.map((section) => ({ ...section, mode: modeOf(draft, section.file) })) }
    : draft
  const laid = layOn(below, layers)
  const step = { sections: draft.sections, typed: draft.typed, origins: draft.origins }
  const kept = layers.filter(({ origin }) => origin.kind !== 'command-line')
  const presets = kept.flatMap(({ origin }) => (origin.kind === 'preset' ? [`${origin.name}@v${origin.version}`] : []))
  const before = isReplacing ? NO_BASE : state.base
  const isRun = base.run !== undefined || base.item !== undefined
  // A run below what is there already cannot be told in a link; its values are, as if they were typed.
  const next =
    isRun && !isReplacing
      ? before
      : {
          fromRun: base.run ?? before.fromRun,
          fromItem: base.item ?? before.fromItem,
          presets: [...before.presets, ...presets],
          layers: [...before.layers, ...kept],
        }
  return {
    draft: { ...laid, past: [...draft.past, step], future: [], editing: null },
    settings: layOnSettings(state.settings, source.settings, version.project.entityName),
    base: next,
  }
}

function modeOf(draft: LaunchState['draft'], file: string | null) {
  return draft.sections.find((section) => section.file === file)?.mode ?? 'form'
}

function problemsOf(error: unknown): readonly Problem[] {
  if (typeof error !== 'object' || error === null || !('details' in error)) return []
  const { details } = error as { readonly details?: { readonly problems?: readonly Problem[] } }
  return details?.problems ?? []
}

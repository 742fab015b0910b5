import type { InputDraft } from '../../inputs/model/input-draft.ts'
import { listDraftChanges, readOverrides } from '../../inputs/model/read-draft.ts'
import type { AskedInputs } from './build-launch.ts'

/** What a draft asks of a job's inputs. */
export function readAsked(
  draft: Pick<InputDraft, 'sections' | 'typed' | 'origins'>,
  changes = listDraftChanges(draft),
): AskedInputs {
  const { run_config: config, files, removals } = readOverrides(draft)
  const origins = changes.flatMap(({ address, origin }) =>
    origin.kind === 'typed' ? [] : [[address, origin] as const],
  )
  return { overrides: { config, files }, removals, origins: new Map(origins) }
}

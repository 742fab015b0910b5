import { type JsonValue, parseJson } from '@slipway/core'
import { toJsonText } from './json-text.ts'
import { createLiveView } from './live-view.ts'
import type { RowTexts } from './row.ts'

/** The summary of a run: for each metric the latest value, or what the program set itself. Read and written like an object. */
export interface RunSummary {
  [name: string]: JsonValue
}

/** Makes the summary as an object over the texts of its values. `onSet` is called when the program sets one itself. */
export function createRunSummary(texts: RowTexts, onSet: () => void): RunSummary {
  const view = createLiveView({
    keys: () => [...texts.keys()],
    get: (name) => parseJson(texts.get(name) ?? 'null'),
    set(name, value) {
      texts.set(name, toJsonText(value, `"${name}" in the summary`))
      onSet()
    },
    delete(name) {
      texts.delete(name)
      onSet()
    },
  })
  return view as RunSummary
}

/** The summary's JSON text, with what every summary has. */
export function formatSummary(
  texts: RowTexts,
  last: { readonly step: number; readonly runtimeSeconds: number; readonly timestamp: number },
): string {
  const own = [...texts].map(([name, text]) => `${JSON.stringify(name)}:${text},`).join('')
  const { step, runtimeSeconds, timestamp } = last
  const wandb = `"_wandb":{"runtime":${Math.floor(runtimeSeconds)}}`
  return `{${own}${step < 0 ? '' : `"_step":${step},`}"_runtime":${runtimeSeconds},"_timestamp":${timestamp},${wandb}}`
}

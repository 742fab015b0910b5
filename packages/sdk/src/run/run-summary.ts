import { type JsonValue, parseJson } from '@slipway/core'
import { toJsonText } from './json-text.ts'
import { type RowTexts } from './row.ts'

/** The summary of a run: for each metric the latest value, or what the program set itself. Read and written like an object. */
export interface RunSummary {
  [name: string]: JsonValue
}

/** Makes the summary as an object over the texts of its values. `onSet` is called when the program sets one itself. */
export function createRunSummary(texts: RowTexts, onSet: () => void): RunSummary {
  return new Proxy(
    {},
    {
      get: (_target, name) => {
        const text = typeof name === 'string' ? texts.get(name) : undefined
        return text === undefined ? undefined : parseJson(text)
      },
      has: (_target, name) => typeof name === 'string' && texts.has(name),
      set(_target, name, value: unknown) {
        texts.set(String(name), toJsonText(value, `"${String(name)}" in the summary`))
        onSet()
        return true
      },
      deleteProperty(_target, name) {
        texts.delete(String(name))
        onSet()
        return true
      },
      ownKeys: () => [...texts.keys()],
      getOwnPropertyDescriptor(_target, name) {
        const text = typeof name === 'string' ? texts.get(name) : undefined
        if (text === undefined) return undefined
        return { value: parseJson(text), enumerable: true, configurable: true, writable: true }
      },
    },
  )
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

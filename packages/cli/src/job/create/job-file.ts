import { InvalidInputError } from '@slipway/core'

/** Where the program of a job comes from, as `wandb-job.json` states it (wandb client protocol, job artifacts). */
export type JobSource =
  | { readonly type: 'artifact'; readonly artifactId: string; readonly entryPoint: readonly string[] }
  | { readonly type: 'repo'; readonly remote: string; readonly commit: string; readonly entryPoint: readonly string[] }
  | { readonly type: 'image'; readonly image: string }

const NOTHING = { wb_type: 'typedDict', params: { type_map: {} } }

/** The text of `wandb-job.json`, byte for byte as `wandb job create` writes it. */
export function formatJobFile(source: JobSource, runtime: string): string {
  const document = {
    _version: 'v0',
    source_type: source.type,
    source: formatSource(source),
    input_types: NOTHING,
    output_types: NOTHING,
    runtime,
  }
  // Python escapes what is not ASCII.
  return JSON.stringify(document, null, 4).replaceAll(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function formatSource(source: JobSource): object {
  switch (source.type) {
    case 'artifact':
      return {
        entrypoint: source.entryPoint,
        notebook: false,
        artifact: `wandb-artifact://_id/${source.artifactId}`,
      }
    case 'repo':
      return {
        git: { remote: source.remote, commit: source.commit },
        entrypoint: source.entryPoint,
        notebook: false,
      }
    case 'image':
      return { image: source.image }
  }
}

/** Splits a command into words at spaces; quotes keep spaces. Throws InvalidInputError for an open quote or no word. */
export function splitCommand(text: string): readonly string[] {
  const words = [...text.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) =>
    word.replaceAll(
      /"([^"]*)"|'([^']*)'/g,
      (_, double: string | undefined, single: string | undefined) => double ?? single ?? '',
    ),
  )
  const isWhole = text.replaceAll(/"[^"]*"|'[^']*'/g, '').match(/["']/) === null
  if (words.length > 0 && isWhole) return words
  throw new InvalidInputError(
    `Cannot read the entry point "${text}": ${isWhole ? 'it is empty' : 'a quote is not closed'}. Give a command such as "python train.py".`,
  )
}

/** A name that artifacts may have: other characters become `_`. Source: wandb client, make_artifact_name_safe. */
export function safeName(text: string): string {
  const cleaned = text.replaceAll(/[^a-zA-Z0-9_\-.]/g, '_')
  return cleaned.length <= 128 ? cleaned : `${cleaned.slice(0, 63)}..${cleaned.slice(-63)}`
}

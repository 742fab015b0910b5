/** How a file is shown. */
export type FileKind = 'image' | 'audio' | 'video' | 'table' | 'json' | 'text' | 'unknown'

const KINDS: Readonly<Record<string, FileKind>> = {
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  gif: 'image',
  webp: 'image',
  svg: 'image',
  mp3: 'audio',
  wav: 'audio',
  ogg: 'audio',
  flac: 'audio',
  mp4: 'video',
  webm: 'video',
  csv: 'table',
  tsv: 'table',
  json: 'json',
}

const TEXTS = new Set(
  'txt log md markdown rst yaml yml toml ini cfg conf html htm xml css js mjs ts tsx jsx py ipynb r jl sh bash sql jsonl ndjson patch diff lock requirements env dockerfile gitignore'.split(
    ' ',
  ),
)

/** How a file is shown, by the end of its name; a picture in a page of ours can run nothing, markup is shown as text. */
export function fileKindOf(name: string): FileKind {
  const last = name.split('/').at(-1) ?? ''
  const extension = last.slice(last.lastIndexOf('.') + 1).toLowerCase()
  return KINDS[extension] ?? (TEXTS.has(extension) ? 'text' : 'unknown')
}

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  gif: 'image/gif',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  jsonl: 'application/jsonl',
  log: 'text/plain',
  md: 'text/markdown',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  parquet: 'application/vnd.apache.parquet',
  patch: 'text/x-diff',
  pdf: 'application/pdf',
  png: 'image/png',
  py: 'text/x-python',
  svg: 'image/svg+xml',
  toml: 'application/toml',
  txt: 'text/plain',
  wav: 'audio/wav',
  webm: 'video/webm',
  webp: 'image/webp',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  zip: 'application/zip',
}

/** Types that a browser may show in place: none of them can run a script. */
const SHOWN_IN_PLACE = /^(?:text\/(?:plain|csv)|image\/(?:png|jpeg|gif|webp)|audio\/|video\/|application\/json$)/u

/** The media type of a file by the end of its name. */
export function mimeTypeOf(name: string): string {
  const extension = /\.([^./]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(TYPES, extension) ? (TYPES[extension] ?? '') : 'application/octet-stream'
}

/** Tells whether a browser may show this type instead of saving it. */
export function mayShowInPlace(mimeType: string): boolean {
  return SHOWN_IN_PLACE.test(mimeType)
}

const STEPS: readonly (readonly [limit: number, size: number, name: string])[] = [
  [60, 1, 'second'],
  [3600, 60, 'minute'],
  [86_400, 3600, 'hour'],
  [Infinity, 86_400, 'day'],
]

/** How long ago a moment was, in its largest unit: `3 minutes ago`. */
export function showAge(moment: string | null, now: number): string {
  if (moment === null) return ''
  const seconds = Math.max(0, Math.floor((now - Date.parse(moment)) / 1000))
  const [, size, name] = STEPS.find(([limit]) => seconds < limit) ?? [0, 1, 'second']
  const count = Math.floor(seconds / size)
  return `${count} ${name}${count === 1 ? '' : 's'} ago`
}

/** A length of time in its two largest units: `1 h 5 min`, `42 s`. */
export function showDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return join(Math.floor(seconds / 60), 'min', seconds % 60, 's')
  if (seconds < 86_400) return join(Math.floor(seconds / 3600), 'h', Math.floor((seconds % 3600) / 60), 'min')
  return join(Math.floor(seconds / 86_400), 'd', Math.floor((seconds % 86_400) / 3600), 'h')
}

function join(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`
}

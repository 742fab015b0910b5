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

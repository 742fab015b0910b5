const UNITS = [
  { unit: 'year', ms: 31_557_600_000 },
  { unit: 'month', ms: 2_629_800_000 },
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const

/** How long ago a moment was (or how far ahead it is) in one unit, such as "3 minutes ago". Times in milliseconds. */
export function formatRelativeTime(at: number, now: number): string {
  const difference = at - now
  const found = UNITS.find(({ ms }) => Math.abs(difference) >= ms)
  if (found === undefined) return Math.abs(difference) < 10_000 ? 'just now' : phrase(difference / 1000, 'second')
  return phrase(difference / found.ms, found.unit)
}

function phrase(value: number, unit: Intl.RelativeTimeFormatUnit): string {
  return new Intl.RelativeTimeFormat('en', { numeric: 'always' }).format(Math.trunc(value), unit)
}

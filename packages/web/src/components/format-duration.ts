/** A length of time in at most two units: `850 ms`, `42 s`, `3 min 5 s`, `2 h 10 min`, `4 d 3 h`. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return pair(seconds, 60, 'min', 's', 1)
  if (seconds < 86_400) return pair(seconds, 3600, 'h', 'min', 60)
  return pair(seconds, 86_400, 'd', 'h', 3600)
}

function pair(seconds: number, big: number, bigUnit: string, smallUnit: string, small: number): string {
  const rest = Math.floor((seconds % big) / small)
  const whole = `${Math.floor(seconds / big)} ${bigUnit}`
  return rest === 0 ? whole : `${whole} ${rest} ${smallUnit}`
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const

/** A number of bytes in decimal units: `512 B`, `1.2 kB`, `35 MB`. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1)
  const value = bytes / 1000 ** power
  return `${power === 0 || value >= 10 ? Math.round(value) : value.toFixed(1)} ${UNITS[power]}`
}

import { InvalidInputError } from '@slipway/core'

const MAX_BYTES = 1024

/** The name under which a file is kept: programs also say `./model.pt` for `model.pt`. */
export function toFileName(name: string): string {
  return name.replace(/^(?:\.\/+)+(?=.)/u, '')
}

/** Refuses a file name that leads out of its run's folder or that a file system or database cannot hold. */
export function checkFileName(name: string): void {
  const reason = findFault(name)
  if (reason !== null) {
    throw new InvalidInputError(
      `Cannot store file "${name.slice(0, 200).replaceAll('\0', '\\0')}": ${reason}. Use a relative path such as "media/plot.png".`,
    )
  }
}

function findFault(name: string): string | null {
  if (name === '') return 'the name is empty'
  if (Buffer.byteLength(name) > MAX_BYTES) return `the name has more than ${MAX_BYTES} bytes`
  if (name.includes('\0')) return 'the name holds a NUL character'
  if (name.startsWith('/') || /^[A-Za-z]:[/\\]/u.test(name)) return 'the path is absolute'
  if (name.split(/[/\\]/u).includes('..')) return 'the path leaves its folder by ".."'
  return null
}

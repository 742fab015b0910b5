/** The ids of presets and their versions on the wire. They are opaque to clients. */
export function formatPresetId(id: number): string {
  return Buffer.from(`Preset:${id}`).toString('base64')
}

export function parsePresetId(text: string): number | null {
  return decode(text, /^Preset:(\d{1,15})$/u)
}

export function formatPresetVersionId(id: number): string {
  return Buffer.from(`PresetVersion:${id}`).toString('base64')
}

export function parsePresetVersionId(text: string): number | null {
  return decode(text, /^PresetVersion:(\d{1,15})$/u)
}

function decode(text: string, form: RegExp): number | null {
  const match = form.exec(Buffer.from(text, 'base64').toString('latin1'))
  return match === null ? null : Number(match[1])
}

/** The id of a launch agent on the wire. It is opaque to clients. */
export function formatLaunchAgentId(id: number): string {
  return Buffer.from(`LaunchAgent:${id}`).toString('base64')
}

/** Reads an id made by `formatLaunchAgentId`; null for any other text. */
export function parseLaunchAgentId(text: string): number | null {
  const match = /^LaunchAgent:(\d{1,15})$/u.exec(Buffer.from(text, 'base64').toString('latin1'))
  return match === null ? null : Number(match[1])
}

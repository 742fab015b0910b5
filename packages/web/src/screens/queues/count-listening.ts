/** How many agents of a queue take items now: those that end take none. */
export function countListening(agents: readonly { readonly stopPolling?: boolean | null }[]): number {
  return agents.filter(({ stopPolling }) => stopPolling !== true).length
}

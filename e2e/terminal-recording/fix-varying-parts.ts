/** What each run of the session gets anew, and what the recording shows instead. */
const FIXED: readonly (readonly [RegExp, string])[] = [
  [/\b[a-z]+-[a-z]+-(?=1\b)/g, 'brisk-river-'],
  [/\b\d+ (?:second|minute)s? ago/g, '2 seconds ago'],
  // Between the words may be what makes them bold.
  // oxlint-disable-next-line no-control-regex
  [/(?<=Ran for(?:\u001b\[\d+m|\s)+)\d+ (?:s|min)(?: \d+ s)?/g, '2 s'],
  [/\bagent-[a-z0-9]{8}\b/g, 'agent-iobxzkol'],
  [/\bpython3\.\d+\b/g, 'python3.13'],
  [/(?<=Python\s.{0,12}\s)3\.\d+\.\d+\b/g, '3.13.5'],
]

/** By its path, or with its display name behind it. */
const RUN_ID = /(?<=\/vision\/)[a-z0-9]{8}\b|\b[a-z0-9]{8}(?=[^\w\n]{1,12}[a-z]+-[a-z]+-\d)/g
const SHOWN_RUN_IDS: readonly string[] = ['606umqhh', '9r4ymlcg']

/**
 * Puts the same ids, names and times in every recording, so that it changes only where the commands do. `runIds` are the
 * runs of the session in the order in which they came up; new ones are added.
 */
export function fixVaryingParts(text: string, runIds: string[]): string {
  let fixed = text.replaceAll(RUN_ID, (id) => {
    if (!runIds.includes(id)) runIds.push(id)
    return SHOWN_RUN_IDS[runIds.indexOf(id)] ?? id
  })
  for (const [pattern, shown] of FIXED) fixed = fixed.replaceAll(pattern, shown)
  return fixed
}

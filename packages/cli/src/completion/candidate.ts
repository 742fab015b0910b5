/** One way in which the word that is being typed may go on. */
export interface Candidate {
  /** The whole word. */
  readonly value: string
  /** For shells that show one. */
  readonly description?: string
  /** True when more of the same word is to come, so that the shell adds no space: `lr=`, `train:`, `folder/`. */
  readonly isOpen?: boolean
}

/** What a shell is to offer: words, or what it knows better itself. */
export type Completion =
  | { readonly kind: 'words'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'files' | 'folders' }

/** Words that go on from a text, each once. */
export function startingWith(candidates: readonly Candidate[], text: string): readonly Candidate[] {
  const found = new Map<string, Candidate>()
  for (const candidate of candidates)
    if (candidate.value.startsWith(text) && !found.has(candidate.value)) found.set(candidate.value, candidate)
  return [...found.values()]
}

/** The same candidates behind a text that was typed before them. */
export function behind(text: string, candidates: readonly Candidate[]): readonly Candidate[] {
  return text === '' ? candidates : candidates.map((candidate) => ({ ...candidate, value: text + candidate.value }))
}

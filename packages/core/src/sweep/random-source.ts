/** Gives numbers from 0 up to, not with, 1. */
export type RandomSource = () => number

/**
 * A source whose numbers depend on the seed alone, so that a search can be repeated. Good enough for search; never for
 * secrets.
 */
export function seededRandom(seed: string): RandomSource {
  let state = hashText(seed)
  return () => {
    // A 32-bit Weyl sequence, its bits mixed by two multiplications: the "splitmix" construction.
    state = (state + 0x9e3779b9) | 0
    let bits = state
    bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad)
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97)
    return ((bits ^ (bits >>> 15)) >>> 0) / 0x1_0000_0000
  }
}

/** FNV-1a over the characters' codes. */
function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash | 0
}

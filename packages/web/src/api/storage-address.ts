/**
 * The address of a stored file on this page's own origin: the server signs absolute ones, under whichever name it was
 * asked by. Null for what lies elsewhere.
 */
export function storageAddress(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url, 'http://localhost')
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || !parsed.pathname.startsWith('/storage/')) return null
  return `${parsed.pathname}${parsed.search}`
}

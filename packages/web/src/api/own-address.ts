/**
 * An address that the API gave out, on the origin of this page: the server writes its public address, and a page that was
 * opened by another name of the same server may load nothing from there.
 */
export function ownAddress(url: string): string {
  const { pathname, search } = new URL(url, window.location.origin)
  return `${pathname}${search}`
}

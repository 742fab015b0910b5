/** A link of a queue to somewhere else, such as a dashboard. */
export interface QueueLink {
  readonly label: string
  readonly url: string
}

/** The links of a queue as the API gives them, `{links: [{label, url}]}`. */
export function readLinks(externalLinks: unknown): readonly QueueLink[] {
  const links = fieldsOf(externalLinks)['links']
  if (!Array.isArray(links)) return []
  return links.flatMap((link: unknown) => {
    const { label, url } = fieldsOf(link)
    return typeof url === 'string' ? [{ label: typeof label === 'string' ? label : url, url }] : []
  })
}

/** Whether a link leads to a web page; others, such as `javascript:`, are never made links. */
export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol)
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}

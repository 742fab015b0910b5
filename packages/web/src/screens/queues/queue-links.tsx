import { Anchor, Group, Text } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { isWebAddress, readLinks } from './external-links.ts'

/** The links of a queue to other pages. What leads to no web page is shown as text. */
export function QueueLinks({ externalLinks }: { readonly externalLinks: unknown }) {
  const links = readLinks(externalLinks)
  if (links.length === 0) return null
  return (
    <Group gap="sm">
      {links.map(({ label, url }) =>
        isWebAddress(url) ? (
          <Anchor key={`${label} ${url}`} href={url} target="_blank" rel="noreferrer noopener" size="sm">
            {label || url} <IconExternalLink size={13} aria-hidden />
          </Anchor>
        ) : (
          <Text key={`${label} ${url}`} size="sm">
            {label}: {url}
          </Text>
        ),
      )}
    </Group>
  )
}

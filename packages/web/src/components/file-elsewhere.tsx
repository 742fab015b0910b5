import { Text } from '@mantine/core'
import { CopyButton } from './copy-button.tsx'

/** Stands in place of a file whose bytes this server does not have: where they are, as far as it is known. */
export function FileElsewhere({ url }: { readonly url: string | null }) {
  return (
    <Text size="sm" c="var(--slipway-muted)">
      {url === null ? (
        'The bytes of this file are not here.'
      ) : (
        <>
          This file lies elsewhere: <span className="mono">{url}</span> <CopyButton text={url} what="its address" />
        </>
      )}
    </Text>
  )
}

import { Alert, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { messageOf } from '../../api/api-error.ts'
import type { SourceFile } from '../../api/jobs.ts'
import { buildFileStartQuery } from '../../api/read-file-start.ts'
import { storageAddress } from '../../api/storage-address.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { FileElsewhere } from '../../components/file-elsewhere.tsx'
import { PageLoader } from '../../components/page-loader.tsx'
import classes from './source-text.module.css'

/** A stored file as text. */
export function SourceText({ file }: { readonly file: SourceFile }) {
  const address = storageAddress(file.directUrl)
  if (address === null) return <FileElsewhere url={file.directUrl} />
  return <StoredText address={address} name={file.name ?? ''} size={file.sizeBytes ?? 0} />
}

function StoredText({
  address,
  name,
  size,
}: {
  readonly address: string
  readonly name: string
  /** In bytes. */
  readonly size: number
}) {
  const { data, error } = useQuery(buildFileStartQuery(address, size))
  if (error !== null) return <Alert color="red">{messageOf(error)}</Alert>
  if (data === undefined) return <PageLoader />
  if (data.text === null) return <Alert>This file is not text, so it is not shown.</Alert>
  return <TextView name={name} text={data.text} isCut={data.isCut} />
}

/** Text with line numbers. */
export function TextView({
  name,
  text,
  isCut = false,
}: {
  readonly name: string
  readonly text: string
  readonly isCut?: boolean
}) {
  const lines = text.replace(/\n$/, '').split('\n')
  return (
    <figure className={classes.figure} aria-label={name}>
      <Group component="figcaption" justify="space-between" px="sm" py={6} className={classes.caption}>
        <Text size="sm" className="mono">
          {name}
        </Text>
        <CopyButton text={text} what={`the text of ${name}`} />
      </Group>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <pre className={classes.text} tabIndex={0}>
        <code className={classes.numbers} aria-hidden>
          {lines.map((_, index) => index + 1).join('\n')}
        </code>
        <code>{text}</code>
      </pre>
      {isCut && (
        <Text size="sm" c="var(--slipway-muted)" p="sm">
          Only the beginning of this file is shown.
        </Text>
      )}
    </figure>
  )
}

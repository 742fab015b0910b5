import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { storageAddress } from '../../../api/storage-address.ts'
import { FileElsewhere } from '../../../components/file-elsewhere.tsx'
import { formatBytes } from '../../../components/format-bytes.ts'
import { RelativeTime } from '../../../components/relative-time.tsx'
import type { StoredFile } from '../api/run-files.ts'
import { fileKindOf } from './file-kind.ts'
import classes from './files.module.css'
import { TextPreview } from './text-preview.tsx'

/** A look into a file, and its download. Nothing in it can run: markup is text, and pictures are shown as pictures only. */
export function FilePreview({ file }: { readonly file: StoredFile }) {
  const name = file.name ?? ''
  const address = storageAddress(file.directUrl)
  return (
    <Stack component="section" gap="sm" miw={0} aria-label={`Preview of ${name}`}>
      <Group justify="space-between" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Title order={2} size="h5" className="mono" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Title>
          <Text size="xs" c="var(--slipway-muted)">
            {file.sizeBytes === null ? '' : `${formatBytes(file.sizeBytes)}, `}
            {file.updatedAt !== null && <RelativeTime at={file.updatedAt} />}
          </Text>
        </div>
        {address !== null && (
          <Button
            component="a"
            href={address}
            download={name.split('/').at(-1)}
            size="xs"
            variant="default"
            leftSection={<IconDownload size={15} />}
          >
            Download
          </Button>
        )}
      </Group>
      {address === null ? (
        <FileElsewhere url={file.directUrl} />
      ) : (
        <Content address={address} file={file} name={name} />
      )}
    </Stack>
  )
}

function Content({
  address,
  file,
  name,
}: {
  readonly address: string
  readonly file: StoredFile
  readonly name: string
}) {
  const kind = fileKindOf(name)
  if (kind === 'image') return <img className={classes['image']} src={address} alt={name} />
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody but the program that made it could write captions
  if (kind === 'audio') return <audio controls src={address} aria-label={name} />
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- as above
  if (kind === 'video') return <video controls src={address} className={classes['image']} aria-label={name} />
  return <TextPreview address={address} kind={kind} name={name} size={file.sizeBytes ?? 0} />
}

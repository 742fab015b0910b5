import { Anchor, Code, Group, Stack, Table, Text, Title } from '@mantine/core'
import { isJsonObject, type JsonValue } from '@slipway/core'
import type { ReactNode } from 'react'
import type { JobVersionDetails } from '../../api/jobs.ts'
import { CommandBlock } from '../../components/command-block.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { SourceFiles } from './source-files.tsx'

/** What a version runs: its command, its files, its commit or its image. */
export function JobSource({ version }: { readonly version: JobVersionDetails }) {
  const facts = readFacts(version)
  const artifact = version.sourceArtifact
  return (
    <Stack gap="lg">
      <Table withRowBorders={false} verticalSpacing={4} w="auto" maw="100%">
        <Table.Tbody>
          {facts.map(({ name, value }) => (
            <Table.Tr key={name}>
              <Table.Th w={140} c="var(--slipway-muted)" fw={500}>
                {name}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {version.entryPoint && (
        <section>
          <Title order={2} size="h5" mb="xs">
            Command
          </Title>
          <CommandBlock command={version.entryPoint.join(' ')} />
        </section>
      )}
      <SourceFiles artifactId={artifact?.id ?? null} configFiles={version.configFiles as Record<string, string>} />
    </Stack>
  )
}

interface Fact {
  readonly name: string
  readonly value: ReactNode
}

const KINDS: Readonly<Record<string, string>> = {
  artifact: 'files, logged by the run that captured it',
  repo: 'a commit of a git repository',
  image: 'a container image',
}

function readFacts(version: JobVersionDetails): readonly Fact[] {
  const source = asObject(version.source)
  const git = asObject(source['git'])
  const facts: readonly (Fact | null)[] = [
    { name: 'Kind', value: KINDS[version.sourceType] ?? version.sourceType },
    version.runtime ? { name: 'Runtime', value: version.runtime } : null,
    text(git['remote']) === null ? null : { name: 'Repository', value: <SafeLink href={text(git['remote']) ?? ''} /> },
    text(git['commit']) === null ? null : { name: 'Commit', value: <Copied text={text(git['commit']) ?? ''} /> },
    text(source['image']) === null ? null : { name: 'Image', value: <Copied text={text(source['image']) ?? ''} /> },
    version.sourceArtifact
      ? {
          name: 'Artifact',
          value: `${version.sourceArtifact.artifactSequence.name}:v${version.sourceArtifact.versionIndex ?? 0}`,
        }
      : null,
    { name: 'Version', value: <Copied text={version.path} /> },
  ]
  return facts.filter((fact) => fact !== null)
}

/** Only addresses that a browser opens as a page become links. */
function SafeLink({ href }: { readonly href: string }) {
  const isWeb = /^https?:\/\//.test(href)
  return isWeb ? (
    <Anchor href={href} target="_blank" rel="noreferrer noopener">
      {href}
    </Anchor>
  ) : (
    <Text span size="sm" className="mono">
      {href}
    </Text>
  )
}

function Copied({ text }: { readonly text: string }) {
  return (
    <Group gap={4} wrap="nowrap">
      <Code>{text}</Code>
      <CopyButton text={text} what={text} />
    </Group>
  )
}

function asObject(value: unknown): Readonly<Record<string, JsonValue>> {
  return isJsonObject(value) ? value : {}
}

function text(value: JsonValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

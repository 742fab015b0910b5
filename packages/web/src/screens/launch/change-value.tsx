import { Text } from '@mantine/core'
import { type JsonValue, stringifyJson } from '@slipway/core'

const MOST_CHARACTERS = 200

/** A value in the table of changes, or a word where there is none. */
export function ChangeValue({
  value,
  absent,
  isHidden = false,
  isStrong = false,
  isWhole = false,
}: {
  readonly value: JsonValue | undefined
  readonly absent: string
  /** For the plain text of a secret. */
  readonly isHidden?: boolean
  readonly isStrong?: boolean
  /** Whether it is shown however long it is. */
  readonly isWhole?: boolean
}) {
  if (value === undefined || isHidden) return <ChangeNote>{isHidden ? 'hidden' : absent}</ChangeNote>
  const text = stringifyJson(value)
  return (
    <Text size="sm" className="mono" fw={isStrong ? 600 : 400} style={{ overflowWrap: 'anywhere' }}>
      {text.length > MOST_CHARACTERS && !isWhole ? `${text.slice(0, MOST_CHARACTERS)}…` : text}
    </Text>
  )
}

/** A word in the place of a value. */
export function ChangeNote({ children }: { readonly children: string }) {
  return (
    <Text size="sm" fs="italic" c="var(--slipway-muted)">
      {children}
    </Text>
  )
}

import { Anchor, Button, List, Text } from '@mantine/core'
import type { Problem } from '@slipway/core'
import { useState } from 'react'

const MOST_SHOWN = 8

/** Problems, one a line, with their place; a place can be gone to where `onGoTo` is given. */
export function ProblemList({
  problems,
  onGoTo,
}: {
  readonly problems: readonly Problem[]
  readonly onGoTo?: (path: string) => void
}) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? problems : problems.slice(0, MOST_SHOWN)
  return (
    <>
      <List size="sm" spacing={4} listStyleType="none" styles={{ itemWrapper: { display: 'block' } }}>
        {shown.map(({ path, message }) => (
          <List.Item key={`${path} ${message}`}>
            {path !== '' && (
              <>
                {onGoTo === undefined ? (
                  <Text span className="mono" size="sm" fw={600}>
                    {path}
                  </Text>
                ) : (
                  <Anchor component="button" type="button" className="mono" size="sm" onClick={() => onGoTo(path)}>
                    {path}
                  </Anchor>
                )}{' '}
              </>
            )}
            <Text span size="sm" style={{ overflowWrap: 'anywhere' }}>
              {message}
            </Text>
          </List.Item>
        ))}
      </List>
      {shown.length < problems.length && (
        <Button size="compact-sm" variant="subtle" mt={4} onClick={() => setWhole(true)}>
          Show all {problems.length}
        </Button>
      )}
    </>
  )
}

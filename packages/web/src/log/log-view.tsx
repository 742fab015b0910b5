import { Button, Group, Stack, Text } from '@mantine/core'
import { useDebouncedValue, useLocalStorage } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { showDone, showFailure } from '../components/toast.ts'
import { stepMatch, type LogMatches } from './log-matches.ts'
import { LogOptions } from './log-options.tsx'
import { LogRows } from './log-rows.tsx'
import { LogSearch } from './log-search.tsx'
import type { LogSource } from './log-source.ts'
import { useSaveLog } from './use-save-log.ts'

/** Lines that can be scrolled through at once: browsers have no room for the pixels of a few millions. */
const STRETCH = 200_000
/** A search begins once nothing was typed for so long. */
const DEBOUNCE_MS = 200

/** A log: searched, followed while it grows, and saved. */
export function LogView({
  source,
  isLive,
  name,
  cacheKey,
}: {
  readonly source: LogSource
  readonly isLive: boolean
  /** The name of the file that it is saved as. */
  readonly name: string
  /** Tells one log from another. */
  readonly cacheKey: string
}) {
  const queryClient = useQueryClient()
  const [text, setText] = useState('')
  const [target, setTarget] = useState<{ readonly line: number } | null>(null)
  const [isFollowing, setIsFollowing] = useState(isLive)
  const [stretch, setStretch] = useState<number | null>(null)
  const [isWrapped, setIsWrapped] = useLocalStorage({ key: 'slipway-log-wrap', defaultValue: false })
  const [showTimes, setShowTimes] = useLocalStorage({ key: 'slipway-log-times', defaultValue: false })
  const save = useSaveLog(source, name)

  const lastStretch = Math.floor(Math.max(0, source.lineCount - 1) / STRETCH)
  const shownStretch = isFollowing ? lastStretch : Math.min(stretch ?? (isLive ? lastStretch : 0), lastStretch)
  const first = shownStretch * STRETCH
  const count = Math.min(STRETCH, source.lineCount - first)

  const [wanted] = useDebouncedValue(text, DEBOUNCE_MS)
  const queryKey = ['log-matches', cacheKey, wanted]
  const { data, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => source.search(wanted, queryClient.getQueryData<LogMatches>(queryKey) ?? null, signal),
    enabled: wanted !== '',
    staleTime: Infinity,
  })
  const searchedTo = data?.isCut === false ? data.searchedTo : Infinity
  useEffect(() => {
    // A search that runs is not cut short by lines that come meanwhile: those are searched after it.
    if (searchedTo < source.lineCount) void refetch({ cancelRefetch: false })
  }, [searchedTo, source.lineCount, refetch])
  const matches = text === '' || text !== wanted ? null : (data ?? null)

  function showLine(line: number): void {
    setIsFollowing(false)
    setStretch(Math.floor(line / STRETCH))
    setTarget({ line })
  }

  /** Goes to the next line that matches; whoever does not wait for the search to begin by itself begins it. */
  async function step(direction: 1 | -1): Promise<void> {
    if (text === '') return
    const found =
      matches ??
      (await queryClient.fetchQuery({
        queryKey: ['log-matches', cacheKey, text],
        queryFn: ({ signal }) => source.search(text, null, signal),
        staleTime: Infinity,
      }))
    if (found === null) return
    const place = stepMatch(found.lines, target?.line ?? (direction === 1 ? -1 : Infinity), direction)
    const line = found.lines[place]
    if (line !== undefined) showLine(line)
  }

  async function showError(): Promise<void> {
    const errors = await source.search(null, null)
    const line = errors.lines[stepMatch(errors.lines, target?.line ?? -1, 1)]
    if (line === undefined) showDone('No line of this log looks like an error.')
    else showLine(line)
  }

  return (
    <Stack gap="xs">
      <Group gap="sm">
        <LogSearch
          text={text}
          onChange={setText}
          matches={matches}
          position={matches === null || target === null ? -1 : matches.lines.indexOf(target.line)}
          onStep={(direction) => void step(direction).catch(showFailure)}
        />
        <LogOptions
          isWrapped={isWrapped}
          onWrap={setIsWrapped}
          times={source.hasTimes ? { areShown: showTimes, onShow: setShowTimes } : null}
          isFollowing={isFollowing}
          onFollow={(next) => {
            setIsFollowing(next)
            if (next) setTarget(null)
            else setStretch(lastStretch)
          }}
          onError={() => void showError().catch(showFailure)}
          onSave={save}
        />
      </Group>
      <LogRows
        key={first}
        first={first}
        count={count}
        lineAt={(line) => source.lineAt(line)}
        onView={(from, to) => source.view(from, to)}
        onFollow={(isAtEnd) => {
          if (isFollowing && !isAtEnd) {
            setStretch(shownStretch)
            setIsFollowing(false)
          } else if (isLive && isAtEnd && shownStretch === lastStretch) setIsFollowing(true)
        }}
        target={target}
        isFollowing={isFollowing}
        isWrapped={isWrapped}
        showTimes={source.hasTimes && showTimes}
        matches={new Set(matches?.lines ?? [])}
      />
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="var(--slipway-muted)">
          {source.lineCount.toLocaleString('en')} {source.lineCount === 1 ? 'line' : 'lines'}
          {lastStretch > 0 &&
            `, shown are ${(first + 1).toLocaleString('en')} to ${(first + count).toLocaleString('en')}`}
        </Text>
        {lastStretch > 0 && (
          <Group gap="xs">
            <Button size="xs" variant="default" disabled={shownStretch === 0} onClick={() => showLine(first - 1)}>
              Earlier lines
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={shownStretch === lastStretch}
              onClick={() => showLine(first + STRETCH)}
            >
              Later lines
            </Button>
          </Group>
        )}
      </Group>
    </Stack>
  )
}

import { Group, Text, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { niceCeiling, toSegments, type ActivitySpan, type SpanSeries } from './span-series.ts'
import classes from './span-chart.module.css'

const WIDTH = 480
const HEIGHT = 120

/**
 * A small chart over spans of time. Above it stand the values of the span under the pointer; without one those of the last
 * span, or of bars the sums. What it shows is also a table, for whoever does not see it.
 */
export function SpanChart({
  spans,
  spanSeconds,
  series,
  kind,
  format,
}: {
  readonly spans: readonly ActivitySpan[]
  readonly spanSeconds: number
  readonly series: readonly SpanSeries[]
  readonly kind: 'lines' | 'bars'
  readonly format: (value: number) => string
}) {
  const [pointed, setPointed] = useState<number | null>(null)
  const values = series.map(({ of }) => spans.map(of))
  const isEmpty = values.flat().every((value) => value === null || value === 0)
  const top = niceCeiling(values.flat())
  const step = WIDTH / Math.max(1, spans.length)
  const y = (value: number): number => HEIGHT - (value / top) * HEIGHT
  const shown = pointed ?? spans.length - 1
  const hasSums = kind === 'bars' && pointed === null
  return (
    <div>
      <Group justify="space-between" gap="xs" mb={4}>
        <Group gap="sm">
          {series.map(({ name, colour }, index) => (
            <Text key={name} size="xs" component="span">
              <span className={classes.key} style={{ background: colour }} aria-hidden /> {name}
              {!isEmpty && <b> {formatValue(hasSums ? sumOf(values[index] ?? []) : values[index]?.[shown], format)}</b>}
            </Text>
          ))}
        </Group>
        <Text size="xs" c="var(--slipway-muted)">
          {hasSums ? 'in all' : formatSpan(spans[shown], spanSeconds)}
        </Text>
      </Group>
      {isEmpty ? (
        <div className={classes.empty}>Nothing in this time</div>
      ) : (
        <div className={classes.plot}>
          <span className={classes.top}>{format(top)}</span>
          <svg
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            className={classes.svg}
            aria-hidden
            onPointerMove={(event) => {
              const box = event.currentTarget.getBoundingClientRect()
              const at = Math.floor(((event.clientX - box.left) / box.width) * spans.length)
              setPointed(Math.min(Math.max(0, at), spans.length - 1))
            }}
            onPointerLeave={() => setPointed(null)}
          >
            <line x1={0} x2={WIDTH} y1={0.5} y2={0.5} className={classes.grid} />
            <line x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} className={classes.grid} />
            <line x1={0} x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className={classes.grid} />
            {pointed !== null && (
              <rect x={pointed * step} y={0} width={step} height={HEIGHT} className={classes.pointed} />
            )}
            {series.map(({ name, colour }, index) =>
              kind === 'lines'
                ? toSegments(values[index] ?? []).map((points) => (
                    <polyline
                      key={`${name} ${points[0]?.[0] ?? 0}`}
                      points={points
                        .flatMap(([at, value]) => [
                          [at * step + 1, y(value)] as const,
                          [(at + 1) * step - 1, y(value)] as const,
                        ])
                        .map((point) => point.join(','))
                        .join(' ')}
                      fill="none"
                      stroke={colour}
                      strokeWidth={2}
                      vectorEffect="non-scaling-stroke"
                    />
                  ))
                : (values[index] ?? []).map((value, at) =>
                    value === null || value === 0 ? null : (
                      <rect
                        // oxlint-disable-next-line react/no-array-index-key -- a span is its place
                        key={`${name} ${at}`}
                        x={at * step + 1 + (index * (step - 2)) / series.length}
                        width={Math.max(1, (step - 2) / series.length)}
                        y={y(value)}
                        height={HEIGHT - y(value)}
                        fill={colour}
                      />
                    ),
                  ),
            )}
          </svg>
          <Group justify="space-between" aria-hidden>
            <Text size="xs" c="var(--slipway-muted)">
              {formatMoment(spans[0]?.start, spanSeconds * spans.length)}
            </Text>
            <Text size="xs" c="var(--slipway-muted)">
              now
            </Text>
          </Group>
        </div>
      )}
      <VisuallyHidden>
        <SpanTable spans={spans} spanSeconds={spanSeconds} series={series} values={values} format={format} />
      </VisuallyHidden>
    </div>
  )
}

function SpanTable({
  spans,
  spanSeconds,
  series,
  values,
  format,
}: {
  readonly spans: readonly ActivitySpan[]
  readonly spanSeconds: number
  readonly series: readonly SpanSeries[]
  readonly values: readonly (readonly (number | null)[])[]
  readonly format: (value: number) => string
}) {
  return (
    <table>
      <thead>
        <tr>
          <th>From</th>
          {series.map(({ name }) => (
            <th key={name}>{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {spans.flatMap((span, at) =>
          values.every((line) => (line[at] ?? 0) === 0)
            ? []
            : [
                <tr key={span.start}>
                  <td>{formatSpan(span, spanSeconds)}</td>
                  {series.map(({ name }, index) => (
                    <td key={name}>{formatValue(values[index]?.[at], format)}</td>
                  ))}
                </tr>,
              ],
        )}
      </tbody>
    </table>
  )
}

function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

/** When the chart begins; with the day where it shows more than one. */
function formatMoment(start: string | undefined, seconds: number): string {
  if (start === undefined) return ''
  const time = { hour: '2-digit', minute: '2-digit' } as const
  const day = { day: 'numeric', month: 'short' } as const
  return new Date(start).toLocaleString(undefined, seconds > 12 * 3600 ? { ...day, ...time } : time)
}

function formatValue(value: number | null | undefined, format: (value: number) => string): string {
  return value === null || value === undefined ? '–' : format(value)
}

function formatSpan(span: ActivitySpan | undefined, spanSeconds: number): string {
  if (span === undefined) return ''
  const start = new Date(span.start)
  const end = new Date(start.getTime() + spanSeconds * 1000)
  const time = { hour: '2-digit', minute: '2-digit' } as const
  const day = spanSeconds >= 3600 ? `${start.toLocaleDateString(undefined, { day: 'numeric', month: 'short' })} ` : ''
  return `${day}${start.toLocaleTimeString(undefined, time)} to ${end.toLocaleTimeString(undefined, time)}`
}

import { Alert, type AlertProps } from '@mantine/core'

/** A box that says something without alarm. Its title has the colour of text: that of its border is too pale on yellow. */
export function Notice(props: AlertProps) {
  return <Alert styles={{ label: { color: 'var(--mantine-color-text)' } }} {...props} />
}

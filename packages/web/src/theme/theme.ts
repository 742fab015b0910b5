import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** The colour of the brand: a harbour's deep green-blue, light enough at 6 for white text (contrast 5.3). */
const harbour: MantineColorsTuple = [
  '#e6f7f6',
  '#d2ebe9',
  '#a4d6d2',
  '#73c0ba',
  '#4daea7',
  '#35a29a',
  '#0f7b76',
  '#0b6e6e',
  '#085f5f',
  '#034f50',
]

/** Red that white text is readable on. */
const alarm: MantineColorsTuple = [
  '#fff0f0',
  '#ffdcdc',
  '#fdb6b6',
  '#f98c8c',
  '#f06a6a',
  '#e54f4f',
  '#d1383c',
  '#c12b30',
  '#a62227',
  '#8a1b20',
]

const closeButtonProps = { 'aria-label': 'Close' }

/** Colours, sizes and defaults of all components. */
export const theme = createTheme({
  primaryColor: 'harbour',
  primaryShade: { light: 7, dark: 6 },
  colors: { harbour, red: alarm },
  respectReducedMotion: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  autoContrast: true,
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  headings: { fontWeight: '600' },
  components: {
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Modal: { defaultProps: { centered: true, closeButtonProps } },
    Drawer: { defaultProps: { closeButtonProps } },
  },
})

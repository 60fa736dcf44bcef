// Mantine told to look like our tokens: the same teal and stone scales, type, radii; its variables are set in mantine.css.

import { createTheme, type MantineColorsTuple } from '@mantine/core'

const scale = (name: string): MantineColorsTuple =>
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((step) => `var(--${name}-${step})`) as unknown as MantineColorsTuple

export const theme = createTheme({
  colors: { teal: scale('teal'), stone: scale('stone') },
  primaryColor: 'teal',
  primaryShade: 7,
  fontFamily: 'var(--font)',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    // The page behind a dialog is held still by our own style sheet, so no style element is written at run time.
    Modal: { defaultProps: { lockScroll: false, centered: true } },
    // Not in a portal: panels stay inside their landmark, and inside a dialog of the browser's top layer.
    Popover: { defaultProps: { shadow: 'md', withinPortal: false } },
    Menu: { defaultProps: { shadow: 'md', withinPortal: false } },
    Combobox: { defaultProps: { withinPortal: false } },
  },
})

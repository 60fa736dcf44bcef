// How a form inside a dialog is left without sending it; the dialog says it once for whatever form stands in it.

import { createContext } from 'react'

export const WayOut = createContext<(() => void) | undefined>(undefined)

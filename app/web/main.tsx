// Starts the staff application in the browser.

import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Kit } from '../../platform/web/kit.tsx'
import { router } from './router.tsx'

const place = document.getElementById('root')
if (!place) throw new Error('The page has no place for the application')
createRoot(place).render(
  <StrictMode>
    <Kit>
      <RouterProvider router={router} />
    </Kit>
  </StrictMode>,
)

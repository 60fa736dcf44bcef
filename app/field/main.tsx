// Starts the phone application in the browser.

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { keepSyncing, lockWhenQuiet, PhoneApp, putOnPhone, startPhone } from '../../modules/field/web/phone/public.ts'

const place = document.getElementById('root')
if (!place) throw new Error('The page has no place for the application')
createRoot(place).render(
  <StrictMode>
    <PhoneApp />
  </StrictMode>,
)
void startPhone()
keepSyncing()
lockWhenQuiet()
putOnPhone()

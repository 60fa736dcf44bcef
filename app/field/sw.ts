// Keeps the files of the phone application on the phone, so that it opens with no network. Answers of the server are never
// kept here: what may lie on the phone lies in its locked store.

import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

/** Put in by the build (app/precache.ts): every file of the application, with what tells one version from the next. */
declare const FILES_OF_THE_BUILD: { url: string; revision: string | null }[]

precacheAndRoute(FILES_OF_THE_BUILD)
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL('/field/index.html')))

type Worker = { skipWaiting(): Promise<void>; clients: { claim(): Promise<void> } }
type Waits = Event & { waitUntil(promise: Promise<unknown>): void }
const worker = globalThis as unknown as Worker
globalThis.addEventListener('install', () => void worker.skipWaiting())
globalThis.addEventListener('activate', (event) => (event as Waits).waitUntil(worker.clients.claim()))

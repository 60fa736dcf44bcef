// Builds the staff application: served at /app/, written to dist/staff.

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from './app/compress.ts'

/** What every screen stands on. */
const everywhere = [
  /\/node_modules\/(react|react-dom|scheduler|@tanstack\/react-query)\//,
  /\/platform\/(web|contract)\/(language|words|route|format|operation|refusal)\.tsx?$/,
  /\/platform\/web\/components\/(icon|button|card|marks|status)\.tsx$/,
]

export default defineConfig({
  root: 'app/web',
  base: '/app/',
  plugins: [react(), compressed()],
  build: {
    outDir: '../../dist/staff',
    emptyOutDir: true,
    target: 'es2023',
    // A strict policy for content allows no data: fonts and no inline module preload.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // A contract only declares: what a screen does not use of it stays out of what a phone has to load.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /\/contract(\/[^/]+)?\.ts$/, sideEffects: false }] },
      // As one file: each file more costs a request, whose head weighs more than some of them.
      output: {
        codeSplitting: {
          groups: [{ name: 'base', test: (file) => everywhere.some((each) => each.test(file)) }],
        },
      },
    },
  },
  server: {
    proxy: { '/api': process.env.BINHYEN_DEV_SERVER ?? 'http://127.0.0.1:8080' },
  },
})

// Builds the staff application: served at /app/, written to dist/staff.

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from './app/compress.ts'

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
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /\/contract(\/[^/]+)?\.ts$/, sideEffects: false }] } },
  },
  server: {
    proxy: { '/api': process.env.BINHYEN_DEV_SERVER ?? 'http://127.0.0.1:8080' },
  },
})

// Builds the phone application: served at /field/, written to dist/field, with the worker that keeps it on the phone.

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from './app/compress.ts'
import { precached } from './app/precache.ts'

export default defineConfig({
  root: 'app/field',
  base: '/field/',
  plugins: [react(), precached(), compressed()],
  build: {
    outDir: '../../dist/field',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'app/field/index.html', sw: 'app/field/sw.ts' },
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
      treeshake: { moduleSideEffects: [{ test: /\/contract(\/[^/]+)?\.ts$/, sideEffects: false }] },
    },
  },
})

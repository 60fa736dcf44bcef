// Which folder may import from which. tests/architecture.test.ts holds the tree to it, and names every arrow that is wrong.
// A module is known to others by its contract and by what it publishes on purpose: server/public.ts, web/public.tsx.

import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser'

const tests = '\\.test\\.tsx?$'
const published = '^modules/[^/]+/(contract\\.ts|contract/|server/public\\.ts|web/public\\.tsx?)'
/** Two worlds that never join: taking part in the programme, and the files of persons. */
const participation = '^modules/(rosters|commitments|field|links|paper|verification|outreach)/'
const personFiles = '^modules/(cases|handover|support)/'

export const arrows: IForbiddenRuleType[] = [
  {
    name: 'platform imports nothing of the product',
    severity: 'error',
    from: { path: '^platform/', pathNot: tests },
    to: { path: '^(modules|app|rules|programmes|bench|chaos|tests)/' },
  },
  {
    name: 'rules are plain data and decisions',
    severity: 'error',
    from: { path: '^rules/', pathNot: tests },
    to: { path: '^(modules|app|programmes|bench|tests|platform/(server|web|database|testing))/' },
  },
  {
    name: 'modules never import from app, programmes or tests',
    severity: 'error',
    from: { path: '^modules/', pathNot: tests },
    to: { path: '^(app|programmes|bench|chaos|tests)/' },
  },
  {
    name: 'a module knows of another only what it publishes',
    severity: 'error',
    from: { path: '^modules/([^/]+)/', pathNot: tests },
    to: { path: '^modules/', pathNot: ['^modules/$1/', published] },
  },
  {
    name: 'a contract is light enough for a browser',
    severity: 'error',
    from: { path: '^(modules/[^/]+/contract(\\.ts|/)|platform/contract/)', pathNot: tests },
    to: { path: '/(server|web|database|testing)/|^node_modules/(?!zod/)', pathNot: '^node_modules/zod/' },
  },
  {
    name: 'a contract uses zod/mini only',
    severity: 'error',
    from: { path: '^(modules/[^/]+/contract(\\.ts|/)|platform/contract/|.*/web/)', pathNot: tests },
    to: { path: '^node_modules/zod/', pathNot: '^node_modules/zod/mini/' },
  },
  {
    name: 'screens never import the server',
    severity: 'error',
    from: { path: '^(modules/[^/]+/web|platform/web|app/web)/', pathNot: tests },
    to: { path: '^(modules/[^/]+/server|platform/(server|database|testing)|db|app/(?!web/))' },
  },
  {
    name: 'the server never imports screens',
    severity: 'error',
    from: { path: '^(modules/[^/]+/server|platform/(server|database))/', pathNot: tests },
    // The pages of the portal draw with the same words for figures and the same shapes; those files know no browser.
    to: {
      path: '^(modules/[^/]+/web|platform/web|app/web)/',
      pathNot: '^platform/web/(format|day|icons|hexes|flat-map)\\.ts$',
    },
  },
  {
    name: 'the product runs without its tools',
    severity: 'error',
    from: {
      path: '^(app|modules|platform|rules|programmes)/',
      pathNot: [tests, '^platform/testing/', '^app/(check|docs|db-types|schema-types|web/gallery)'],
    },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'type-import'] },
  },
  {
    name: 'nothing goes round in circles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import', 'dynamic-import'] } },
  },
  {
    name: 'participation never reaches into person files',
    severity: 'error',
    from: { path: participation },
    to: { path: personFiles },
  },
  {
    name: 'person files never reach into participation',
    severity: 'error',
    from: { path: personFiles },
    to: { path: participation },
  },
  {
    name: 'every import leads somewhere',
    severity: 'error',
    from: {},
    // What the build turns into the address of a file is no module.
    to: { couldNotResolve: true, pathNot: '\\?url$' },
  },
]

export const reading: ICruiseOptions = {
  doNotFollow: { path: '^node_modules/' },
  exclude: { path: '^dist/' },
  tsPreCompilationDeps: true,
}
/** How packages are resolved: as Node does, with types where a package has nothing else. */
export const resolving = { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] }

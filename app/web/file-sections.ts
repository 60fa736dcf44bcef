// What other modules show beside an open file: the files may not import them, so they are handed over here, before the first
// file is drawn.

import { provideFileSections } from '../../modules/cases/web/public.tsx'

provideFileSections([
  { key: 'hand-over', views: ['police'], load: () => import('../../modules/handover/web/file/section.tsx') },
])

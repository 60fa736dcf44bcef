// What the portal plugs into the server for staff; readers are served by the pages in public.ts.

import type { Slice } from '../../../platform/server/slice.ts'
import { portalRefusals } from '../refusals.ts'
import { changeArticle } from './commands/change.ts'
import { changeHelp } from './commands/change-help.ts'
import { correctArticle } from './commands/correct.ts'
import { publishArticle } from './commands/publish.ts'
import { withdrawArticle } from './commands/withdraw.ts'
import { writeArticle } from './commands/write.ts'
import { findArticle } from './queries/find.ts'
import { listHelp } from './queries/help.ts'
import { listArticles } from './queries/list.ts'
import { listPlaces } from './queries/places.ts'

export const slice: Slice = {
  module: 'portal',
  handlers: [
    listArticles,
    findArticle,
    listPlaces,
    listHelp,
    writeArticle,
    changeArticle,
    publishArticle,
    correctArticle,
    withdrawArticle,
    changeHelp,
  ],
  constraints: { article_pkey: portalRefusals.there_already },
}

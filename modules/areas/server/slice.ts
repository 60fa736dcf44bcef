// What the areas module plugs into the server.

import type { Slice } from '../../../platform/server/slice.ts'
import { areaRefusals } from '../contract/refusals.ts'
import { addBody, changeBody, endBody } from './commands/bodies.ts'
import { addFigure, correctFigure } from './commands/figures.ts'
import { cancelImport, startImport, uploadImportFile } from './commands/import.ts'
import { recordSuccession } from './commands/succession.ts'
import { listBodies } from './queries/bodies.ts'
import { listFigures, restateFigures } from './queries/figures.ts'
import { lineageFlow } from './queries/flow.ts'
import { listImportErrors, listImports, showImport } from './queries/imports.ts'
import { areaMap } from './queries/map.ts'
import { publicAreas, publicLineage } from './queries/public.ts'
import { areaTree, listAreas } from './queries/tree.ts'
import { showUnit } from './queries/unit.ts'

export const slice: Slice = {
  module: 'areas',
  handlers: [
    publicAreas,
    publicLineage,
    areaTree,
    listAreas,
    showUnit,
    areaMap,
    lineageFlow,
    listBodies,
    addBody,
    changeBody,
    endBody,
    listFigures,
    restateFigures,
    addFigure,
    correctFigure,
    recordSuccession,
    uploadImportFile,
    startImport,
    cancelImport,
    showImport,
    listImports,
    listImportErrors,
  ],
  constraints: {
    area_denominator_once: areaRefusals.denominator_twice,
    area_unit_overlap: areaRefusals.overlap,
    area_succession_once: areaRefusals.succession_twice,
    area_unit_pkey: areaRefusals.id_taken,
    area_body_pkey: areaRefusals.id_taken,
    area_denominator_pkey: areaRefusals.id_taken,
    area_body_superior: areaRefusals.superior_wrong,
  },
}

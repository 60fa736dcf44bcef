// Where the file of the list comes from, with the filters in force.

import type * as z from 'zod/mini'
import { parametersOf } from '../../../platform/web/wire.ts'
import { type TaskExport, taskExportPath } from '../contract.ts'

export const exportAddress = (input: z.input<typeof TaskExport>): string => taskExportPath + parametersOf(input)

// Ids of the demonstration programme: the same name gives the same id on every machine, so loading twice changes nothing.

import { v5 as uuidv5 } from 'uuid'

const namespace = '6d7c6f0e-2b1d-5c57-9a61-0a4c1f0b2024'

/** The id of a thing of the demonstration, for example `demoId('task:07')`. */
export const demoId = (name: string): string => uuidv5(name, namespace)

/** The day from which the older units are on record: the province was set up again on it. */
export const onRecordFrom = '1997-01-01'
export const communesMergedOn = '2024-12-01'
export const districtsEndedOn = '2025-07-01'

/** The id of a unit: its code and the day its validity begins, for a code alone is not an identity. */
export const areaId = (code: string, validFrom: string = onRecordFrom): string => demoId(`area:${code}:${validFrom}`)
/** The id of a post, for example `postId('chair', '12280')` for the head of that commune. */
export const postId = (kind: string, code: string): string => demoId(`post:${kind}:${code}`)
export const personId = (key: string): string => demoId(`person:${key}`)
export const documentId = (number: string): string => demoId(`document:${number}`)
export const programmeId = demoId('programme')
export const plan2024Id = demoId('plan:2024')

// What was said to open a file in an emergency: it may name somebody, so it is sealed; those who review need no key of a person.

import { createHmac } from 'node:crypto'
import type { Db } from '../../../../platform/server/slice.ts'
import { indexKey } from './keys.ts'
import { openJson, sealJson } from './person.ts'

export type Statement = { ground: string; statement: string }

/** A key of its own, which follows from the one that is there for searching: one key, one use. */
const keyFrom = (index: Buffer): Buffer => createHmac('sha256', index).update('statements of emergencies').digest()

export const sealStatement = async (files: Db, openingId: string, said: Statement): Promise<Buffer> =>
  sealJson(keyFrom(await indexKey(files)), said, `emergency ${openingId}`)

export const openStatement = async (files: Db, openingId: string, sealed: Buffer): Promise<Statement> =>
  openJson(keyFrom(await indexKey(files)), sealed, `emergency ${openingId}`) as Statement

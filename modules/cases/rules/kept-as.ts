// How far the law went with a person, which decides how long their file is kept.

import type { KeptAs } from '../../../rules/retention/retention.ts'
import type { Life, StatusKind } from './life.ts'

const furthest: Record<StatusKind, KeptAs> = {
  managed: 'user',
  addict: 'rehabilitation',
  home: 'rehabilitation',
  private: 'rehabilitation',
  public: 'rehabilitation',
  'reform-school': 'rehabilitation',
  substitution: 'rehabilitation',
  dossier: 'rehabilitation',
  compulsory: 'compulsory',
  after: 'rehabilitation',
  ended: 'nothing-decided',
}
const order: readonly KeptAs[] = ['nothing-decided', 'user', 'rehabilitation', 'compulsory']

export function keptAsOf({ status, history }: Pick<Life, 'status' | 'history'>): KeptAs {
  const all = [...history, ...(status ? [status] : [])].map(({ kind }) => order.indexOf(furthest[kind]))
  return order[Math.max(0, ...all)] as KeptAs
}

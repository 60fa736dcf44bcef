// A connection for long work: no statement and no pause in it is cut short.

import pg from 'pg'

export const longClient = (config: pg.ClientConfig): pg.Client =>
  new pg.Client({ ...config, idle_in_transaction_session_timeout: 0 })

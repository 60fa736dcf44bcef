// What a monitor reads at /metrics (Prometheus text format). Labels name operations, never people or places.

import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export const metrics = new Registry()
collectDefaultMetrics({ register: metrics, prefix: 'binhyen_' })

export const operationSeconds = new Histogram({
  name: 'binhyen_operation_seconds',
  help: 'Duration of one operation through the door, in seconds',
  labelNames: ['operation'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
  registers: [metrics],
})

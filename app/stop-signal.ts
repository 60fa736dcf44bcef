// Tells a long-running program when to stop: Ctrl-C, SIGTERM, a closed terminal, or a launcher that is gone.
// Said twice (a terminal tells launcher and program, and the launcher passes it on) it still means once.

export interface StopSignal {
  readonly asked: Promise<void>
  isAsked(): boolean
}

export function listenForStop(): StopSignal {
  let asked = false
  const promise = new Promise<void>((resolve) => {
    const stop = () => {
      asked = true
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
    process.on('disconnect', stop)
    process.channel?.unref()
  })
  return { asked: promise, isAsked: () => asked }
}

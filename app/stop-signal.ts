// Tells a long-running program when to stop: Ctrl-C, SIGTERM, a closed terminal, or a launcher that is gone.
// Said twice (a terminal tells launcher and program, and the launcher passes it on) it still means once.

export interface StopSignal {
  readonly asked: Promise<void>
  isAsked(): boolean
  /** Stops because something broke that cannot be mended from here. */
  fail(): void
  exitCode(): number
}

export function listenForStop(): StopSignal {
  let asked = false
  let code = 0
  let ask = () => {}
  const promise = new Promise<void>((resolve) => {
    const stop = () => {
      asked = true
      resolve()
    }
    ask = stop
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
    process.on('disconnect', stop)
    process.channel?.unref()
  })
  const fail = () => {
    code = 1
    ask()
  }
  return { asked: promise, isAsked: () => asked, fail, exitCode: () => code }
}

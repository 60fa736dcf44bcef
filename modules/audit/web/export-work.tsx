// Puts the parts of the sealed log together into one file, with its progress, and hands it over when it is whole.

import { useEffect, useState } from 'react'
import { ask } from '../../../platform/web/call.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { LongWork, Refused } from '../../../platform/web/components/states.tsx'
import { showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { type Problem, ProblemError } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { ExportAudit } from '../contract.ts'
import { chainWords } from './words.ts'

export function ExportWork({ onClose }: { onClose: () => void }) {
  const w = useWords(chainWords)
  const language = useLanguage()
  const [lines, setLines] = useState(0)
  const [address, setAddress] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt starts the export over
  useEffect(() => {
    const stop = new AbortController()
    let made: string | undefined
    gather(stop.signal, setLines)
      .then((file) => {
        made = URL.createObjectURL(file)
        setAddress(made)
      })
      .catch((fault: unknown) => {
        if (!stop.signal.aborted && fault instanceof ProblemError) setProblem(fault.problem)
      })
    return () => {
      stop.abort()
      if (made) URL.revokeObjectURL(made)
    }
  }, [attempt])

  const again = () => {
    setProblem(undefined)
    setLines(0)
    setAttempt(attempt + 1)
  }
  return (
    <Dialog open title={w.export} icon="download" onClose={onClose}>
      {problem ? (
        <Refused problem={problem} onAgain={again} />
      ) : (
        <LongWork
          title={address ? w.exported : w.exporting}
          done={w.lines(showNumber(lines, language))}
          onCancel={onClose}
          result={
            address && (
              <LinkButton small main icon="download" href={address} download="binh-yen-nhat-ky.jsonl">
                {w.save}
              </LinkButton>
            )
          }
        />
      )}
      <p className="muted">{w.howToCheck}</p>
    </Dialog>
  )
}

async function gather(signal: AbortSignal, onLines: (count: number) => void): Promise<Blob> {
  const parts: string[] = []
  let count = 0
  let cursor: string | undefined
  do {
    const part = await ask(ExportAudit, { cursor }, signal)
    parts.push(`${part.lines.join('\n')}\n`)
    count += part.lines.length
    onLines(count)
    cursor = part.next
  } while (cursor)
  return new Blob(parts, { type: 'application/x-ndjson' })
}

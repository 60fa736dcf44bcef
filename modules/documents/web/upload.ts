// Sends the chosen file up once; the same file is not sent twice when the form is sent again.

import { useRef } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import type { Problem } from '../../../platform/web/problem.ts'
import { UploadFile } from '../contract.ts'

export function useUpload() {
  const command = useCommand(UploadFile)
  const sent = useRef<{ file: File; id: string }>(undefined)
  const upload = async (file: File, areaId: string): Promise<{ id?: string; problem?: Problem }> => {
    if (sent.current?.file === file) return { id: sent.current.id }
    const result = await command.send({ areaId, name: file.name }, file)
    if (!result.ok) return { problem: result.problem }
    sent.current = { file, id: result.answer.id }
    return { id: result.answer.id }
  }
  return { upload, uploading: command.sending }
}

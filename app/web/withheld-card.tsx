// On the first screen, for those alone whose rights to files wait for a second factor: nobody else loads what it says.

import { lazy } from 'react'
import { Me } from '../../modules/access/contract.ts'
import { useAnswer } from '../../platform/web/answer.ts'

const FilesWithheld = lazy(() => import('../../modules/access/web/files-withheld.tsx'))

export function WithheldCard() {
  const { answer } = useAnswer(Me, {})
  return answer?.signIn.filesWithheld ? <FilesWithheld /> : null
}

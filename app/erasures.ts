// Whoever was erased stays erased: the register outside the database is read before anything is served, and a database that was
// restored from an older back-up is brought up to it.

import './answers.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { keepErasures } from '../modules/cases/server/public.ts'
import type { Bilingual } from '../platform/contract/words.ts'
import type { Database } from '../platform/database/connect.ts'
import { makeFolder } from '../platform/private-files.ts'
import type { Settings } from '../platform/settings.ts'

/** Beside the master key: without that folder no back-up can be read again, so the register comes along wherever one is. */
export const erasedFile = ({ data }: Pick<Settings, 'data'>): string =>
  path.join(data, 'secrets', 'erased-persons.jsonl')

export async function eraseAgain(db: Database['db'], settings: Settings): Promise<Bilingual[]> {
  const file = erasedFile(settings)
  makeFolder(path.dirname(file), 0o700)
  const { again, damaged } = await keepErasures(db, file)
  return [
    ...(again > 0
      ? [
          {
            vi: `Đã xóa lại danh tính của ${again} người theo sổ xóa: cơ sở dữ liệu này cũ hơn lần xóa.`,
            en: `Erased ${again} persons again by the register of erasures: this database is older than the erasing.`,
          },
        ]
      : []),
    ...(damaged > 0
      ? [
          {
            vi: `Sổ xóa ${file} có ${damaged} dòng bị sửa hoặc hỏng: không làm theo các dòng đó, hãy kiểm tra.`,
            en: `${damaged} lines of the register of erasures ${file} were changed or damaged: nothing was done by them, look into it.`,
          },
        ]
      : []),
  ]
}

/** After a restore: without the register nobody knows who was erased since the back-up was taken. */
export const registerMissing = (settings: Settings): Bilingual[] =>
  existsSync(erasedFile(settings))
    ? []
    : [
        {
          vi: 'Chưa có sổ xóa danh tính ở nơi mới: chép thư mục secrets/ của nơi cũ vào thư mục dữ liệu trước khi chạy, để người đã xóa không trở lại.',
          en: 'There is no register of erasures here yet: copy the folder secrets/ of the old place into the data folder before starting, so that nobody who was erased comes back.',
        },
      ]

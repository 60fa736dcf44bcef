// Why a file is opened: a closed list, each with the article that allows it. What is not on it is no reason.

import type { Bilingual } from '../../../platform/contract/words.ts'

/** `for`: the rights of which one is needed; the law gives each of them its own work. */
type Purpose = {
  title: Bilingual
  source: Bilingual
  for: readonly ('cases.police' | 'cases.health' | 'cases.help')[]
  /** Opens a restricted file too, for those who hold this. */
  restricted?: 'cases.police' | 'cases.keep'
}

export const purposes = {
  decide: {
    title: { vi: 'Ra quyết định quản lý, dừng, chấm dứt', en: 'Decide on management, its stop or end' },
    source: { vi: 'Luật 120/2025/QH15, Điều 24', en: 'Law 120/2025/QH15, Art. 24' },
    for: ['cases.police'],
  },
  check: {
    title: { vi: 'Kiểm tra nơi cư trú, tư vấn hằng tháng', en: 'Monthly residence check and counselling' },
    source: { vi: 'Nghị định 163/2026/NĐ-CP, Điều 61', en: 'Decree 163/2026/ND-CP, Art. 61' },
    for: ['cases.police', 'cases.help'],
  },
  determine: {
    title: { vi: 'Xác định tình trạng nghiện', en: 'Determination of addiction' },
    source: { vi: 'Luật 120/2025/QH15, Điều 31', en: 'Law 120/2025/QH15, Art. 31' },
    for: ['cases.police', 'cases.health'],
  },
  treat: {
    title: { vi: 'Cai nghiện tự nguyện, điều trị thay thế', en: 'Voluntary rehabilitation, substitution treatment' },
    source: { vi: 'Luật 120/2025/QH15, Điều 32–34', en: 'Law 120/2025/QH15, Art. 32–34' },
    for: ['cases.police', 'cases.health', 'cases.help'],
  },
  court: {
    title: { vi: 'Lập hồ sơ, làm việc với Tòa án', en: 'The dossier and the court' },
    source: { vi: 'Nghị định 163/2026/NĐ-CP, Điều 100–107', en: 'Decree 163/2026/ND-CP, Art. 100–107' },
    for: ['cases.police'],
  },
  after: {
    title: { vi: 'Quản lý sau cai, giúp đỡ hòa nhập', en: 'Post-rehabilitation and reintegration' },
    source: { vi: 'Luật 120/2025/QH15, Điều 42', en: 'Law 120/2025/QH15, Art. 42' },
    for: ['cases.police', 'cases.help'],
  },
  move: {
    title: { vi: 'Chuyển hồ sơ khi thay đổi nơi cư trú', en: 'Hand the file over when the person moves' },
    source: { vi: 'Nghị định 163/2026/NĐ-CP, Điều 60, 62', en: 'Decree 163/2026/ND-CP, Art. 60, 62' },
    for: ['cases.police'],
  },
  rights: {
    title: { vi: 'Trả lời yêu cầu của chính người đó', en: 'Answer a request of the person' },
    source: { vi: 'Luật 91/2025/QH15', en: 'Law 91/2025/QH15' },
    for: ['cases.police', 'cases.health'],
    restricted: 'cases.police',
  },
  oversee: {
    title: { vi: 'Kiểm tra, thanh tra theo quyết định', en: 'Inspection under a decision' },
    source: { vi: 'Quyết định kiểm tra, thanh tra', en: 'The decision on the inspection' },
    for: ['cases.police'],
    restricted: 'cases.keep',
  },
  need: {
    title: { vi: 'Cơ quan có thẩm quyền yêu cầu bằng văn bản', en: 'A competent body asks for it in writing' },
    source: { vi: 'Văn bản yêu cầu, ghi ở căn cứ', en: 'The paper that asks, named as the ground' },
    for: ['cases.police'],
    restricted: 'cases.keep',
  },
  /** Chosen by nobody: it is the purpose of what was opened in an emergency. */
  emergency: {
    title: { vi: 'Mở khẩn cấp', en: 'Opened in an emergency' },
    source: { vi: 'Rà soát sau khi mở', en: 'Reviewed afterwards' },
    for: [],
  },
} satisfies Record<string, Purpose>
export type PurposeId = keyof typeof purposes
export const purposeIds = Object.keys(purposes) as [PurposeId, ...PurposeId[]]

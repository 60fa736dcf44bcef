// Who decides by law, in words of posts.

import { defineNames, keysOf } from '../../platform/contract/words.ts'

export const deciders = defineNames({
  'police-head': { vi: 'Trưởng Công an cấp xã', en: 'Head of the commune police' },
  'police-deputy': { vi: 'Phó Trưởng Công an cấp xã', en: 'Deputy head of the commune police' },
  chair: { vi: 'Chủ tịch UBND cấp xã', en: 'Chair of the commune People’s Committee' },
  'district-chair': { vi: 'Chủ tịch UBND cấp huyện', en: 'Chair of the district People’s Committee' },
  'provincial-police': { vi: 'Giám đốc Công an cấp tỉnh', en: 'Director of the provincial police' },
  'district-court': { vi: 'Tòa án nhân dân cấp huyện', en: 'District People’s Court' },
  'regional-court': { vi: 'Tòa án nhân dân khu vực', en: 'Regional People’s Court' },
  'health-facility': { vi: 'Cơ sở y tế có thẩm quyền', en: 'The competent health facility' },
  'treatment-facility': { vi: 'Cơ sở điều trị thay thế', en: 'The substitution treatment facility' },
  centre: { vi: 'Người đứng đầu cơ sở cai nghiện, trường giáo dưỡng', en: 'Head of the centre or reform school' },
})
export type Decider = keyof typeof deciders
export const deciderIds = keysOf(deciders)

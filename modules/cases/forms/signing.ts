// By which right somebody signs a paper, and how that stands above the name (Decree 30/2020/ND-CP, Art. 13 and Annex I). Pure: each
// answer comes with its reason.

import { type Bilingual, defineNames, keysOf } from '../../../platform/contract/words.ts'

export const signingWays = defineNames({
  head: { vi: 'Cấp trưởng ký', en: 'The head signs' },
  deputy: { vi: 'Cấp phó ký thay (KT.)', en: 'A deputy signs in place of the head (KT.)' },
  'in-charge': {
    vi: 'Cấp phó được giao phụ trách, điều hành (KT.)',
    en: 'A deputy who was put in charge (KT.)',
  },
  acting: { vi: 'Người được giao quyền cấp trưởng (Q.)', en: 'An acting head (Q.)' },
  'by-order': { vi: 'Ký thừa lệnh (TL.)', en: 'By order of the head (TL.)' },
  authorised: { vi: 'Ký thừa ủy quyền (TUQ.)', en: 'By written authority of the head (TUQ.)' },
})
export type SigningWay = keyof typeof signingWays
export const signingWayIds = keysOf(signingWays)

/**
 * Whose paper it is. `personal`: the law gives the decision to the post itself; `head`: of an office that one person leads;
 * `collective`: of a body that decides together, for which somebody signs (TM.).
 */
export type Authority = 'personal' | 'head' | 'collective'
/** The post above the signature, and the body for which a collective paper is signed. */
export type SignedPost = { post: string; collective?: string }

export type Signature =
  | { may: true; lines: string; because: Bilingual }
  | {
      may: false
      because: Bilingual
    }

const article = { vi: 'Nghị định 30/2020/NĐ-CP, Phụ lục I', en: 'Decree 30/2020/ND-CP, Annex I' }
const because = (vi: string, en: string): Bilingual => ({ vi: `${vi} (${article.vi})`, en: `${en} (${article.en})` })
const reasons = {
  head: because('cấp trưởng ký, không ghi thêm gì trước chức vụ', 'the head signs, nothing stands before the post'),
  deputy: because(
    'cấp phó ký thay thì ghi KT. trước chức vụ của cấp trưởng',
    'a deputy signs in place of the head: KT. before the head’s post',
  ),
  'in-charge': because(
    'cấp phó được giao phụ trách ký như cấp phó ký thay cấp trưởng',
    'a deputy who was put in charge signs like a deputy in place of the head',
  ),
  acting: because(
    'người được giao quyền cấp trưởng thì ghi Q. trước chức vụ của người đứng đầu',
    'an acting head: Q. before the head’s post',
  ),
  'by-order': because('ký thừa lệnh thì ghi TL.', 'signed by order: TL. before the head’s post'),
  authorised: because('ký thừa ủy quyền thì ghi TUQ.', 'signed by written authority: TUQ. before the head’s post'),
} as const satisfies Record<SigningWay, Bilingual>

const ownToDecide = {
  vi: 'luật giao việc này cho chính người giữ chức danh quyết định: chỉ cấp trưởng, cấp phó ký thay hoặc người được giao quyền ký',
  en: 'the law gives this decision to the post itself: only the head, a deputy in the head’s place or an acting head signs',
}

/** `ownPost`: of whoever signs by order or by authority, for their own post stands under the head's. */
export function signatureOf(
  way: SigningWay,
  authority: Authority,
  { post, collective }: SignedPost,
  ownPost?: string,
): Signature {
  if ((way === 'by-order' || way === 'authorised') && authority === 'personal')
    return { may: false, because: ownToDecide }
  const own = ownPost?.toLocaleUpperCase('vi') || '……………………'
  const deputy = [`KT. ${post}`, `PHÓ ${post}`]
  const lines = {
    head: [post],
    deputy,
    'in-charge': deputy,
    acting: [`Q. ${post}`],
    'by-order': [`TL. ${post}`, own],
    authorised: [`TUQ. ${post}`, own],
  }[way]
  // By order or authority it is the head who is signed for, and not the body.
  const together = authority === 'collective' && collective && way !== 'by-order' && way !== 'authorised'
  return {
    may: true,
    lines: (together ? [`TM. ${collective}`, ...lines] : lines).join('\n'),
    because: together
      ? {
          vi: `ký thay mặt tập thể thì ghi TM. trước tên cơ quan; ${reasons[way].vi}`,
          en: `signed for the body: TM. before its name; ${reasons[way].en}`,
        }
      : reasons[way],
  }
}

/** Who holds the post on the day, and who acts for them by a delegation in force. */
type HeadNow = { holder: string | null; standIn: { name: string; deputy: boolean } | null }
type Proposed = { way: SigningWay; name: string | null; because: Bilingual }

/** What is proposed to whoever makes the paper; they know better and may choose otherwise. `byDeputy`: the file says who decided. */
export function proposedSigner({ holder, standIn }: HeadNow, byDeputy = false): Proposed {
  if (byDeputy)
    return {
      way: 'deputy',
      name: null,
      because: { vi: 'hồ sơ ghi cấp phó quyết định', en: 'the file says that a deputy decided' },
    }
  if (standIn?.deputy)
    return {
      way: 'in-charge',
      name: standIn.name,
      because: {
        vi: `${standIn.name} là cấp phó, đang được giao điều hành thay`,
        en: `${standIn.name} is a deputy and acts for the head today`,
      },
    }
  if (standIn)
    return {
      way: 'head',
      name: holder,
      because: {
        vi: `${standIn.name} đang thay nhưng không giữ chức danh cấp phó: không ký thay được`,
        en: `${standIn.name} stands in but holds no post of a deputy, and cannot sign in the head’s place`,
      },
    }
  if (holder)
    return {
      way: 'head',
      name: holder,
      because: { vi: `${holder} đang giữ chức danh này`, en: `${holder} holds the post` },
    }
  return {
    way: 'head',
    name: null,
    because: {
      vi: 'chưa ghi ai giữ chức danh này: nếu đã giao quyền thì chọn Q., nếu cấp phó phụ trách thì chọn KT.',
      en: 'nobody is entered as holder of the post: choose Q. for an acting head, KT. for a deputy in charge',
    },
  }
}

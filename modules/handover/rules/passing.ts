// With which paper a file is passed on, by where the person stands. Whoever moves while something runs is followed by their file,
// whether or not a form was printed for it; so is who has completed rehabilitation and waits for the decision on what follows.

import type { Bilingual } from '../../../platform/contract/words.ts'

export type Passing = { form: string } | { form: null; why: Bilingual; toCheck: Bilingual }

const sameForm: Bilingual = {
  vi: 'Luật, Điều 48.2 yêu cầu chuyển hồ sơ của người nghiện trong 24 giờ; trong các mẫu đã đối chiếu của Nghị định 163/2026/NĐ-CP chỉ có III-06, V-26 và V-54.',
  en: 'Art. 48.2 of the Law wants the file of an addicted person sent within 24 hours; of the forms of Decree 163/2026 that were seen only III-06, V-26 and V-54 are for this.',
}
const none = (why: Bilingual, toCheck: Bilingual): Passing => ({ form: null, why, toCheck })

const inCentre = none(
  {
    vi: 'Không có mẫu số cho người đang cai nghiện tại cơ sở: người đó ở cơ sở, chỉ nơi cư trú thay đổi; xã mới sẽ nhận thông báo trước khi ra và lập hồ sơ quản lý sau cai.',
    en: 'No form is fixed for somebody in a centre: they live there and only their residence changes; the new commune will be told before the release and has the post-rehabilitation to prepare.',
  },
  sameForm,
)
const passings: Readonly<Record<string, Passing>> = {
  managed: { form: 'III-06' },
  home: { form: 'V-26' },
  after: { form: 'V-54' },
  addict: none(
    {
      vi: 'Không có mẫu số cho người đã xác định nghiện mà chưa có quyết định hình thức cai nghiện hay điều trị.',
      en: 'No form is fixed for somebody found addicted for whom no rehabilitation or treatment is decided yet.',
    },
    sameForm,
  ),
  substitution: none(
    {
      vi: 'Không có mẫu số cho người đang điều trị bằng thuốc thay thế: V-26 chỉ dùng khi cai nghiện tại gia đình, cộng đồng.',
      en: 'No form is fixed for somebody in substitution treatment: V-26 is for rehabilitation at home and in the community only.',
    },
    {
      vi: 'Cơ sở điều trị chuyển người bệnh theo quy định riêng của Chính phủ (Nghị định, Điều 89.2), chưa đối chiếu.',
      en: 'The facility moves its patient by rules of the Government of their own (Decree, Art. 89.2), which were not seen.',
    },
  ),
  dossier: none(
    {
      vi: 'Không có mẫu số cho hồ sơ đề nghị cai nghiện bắt buộc đang lập: hồ sơ đi cùng toàn bộ bút lục.',
      en: 'No form is fixed for a compulsory dossier in the making: it goes along with all its folios.',
    },
    {
      vi: 'Luật, Điều 35 không nói rõ nơi nào hoàn tất hồ sơ khi người đó chuyển nơi cư trú giữa chừng, và Tòa án nào giải quyết.',
      en: 'Art. 35 of the Law does not clearly say who completes the dossier of somebody who moves meanwhile, and which court decides.',
    },
  ),
  'after-decision': none(
    {
      vi: 'Không có mẫu số cho người đã xong cai nghiện mà chưa có quyết định quản lý sau cai: V-54 chỉ dùng khi đã có quyết định. Hạn đề nghị và quyết định vẫn chạy, nơi đến làm tiếp.',
      en: 'No form is fixed for somebody who completed rehabilitation before post-rehabilitation is decided on: V-54 is for after the decision. The time to propose and decide runs on, and the new place goes on with it.',
    },
    {
      vi: 'Luật, Điều 48.2 nói về người nghiện và người bị quản lý sau cai; Điều 42.1, 42.2 tính quản lý sau cai từ ngày hoàn thành. Nơi nào quyết định khi người đó chuyển đi trước quyết định thì luật không nói rõ.',
      en: 'Art. 48.2 of the Law speaks of the addicted and of those in post-rehabilitation; Art. 42.1 and 42.2 count post-rehabilitation from the completion. Which place decides when the person moves before the decision is not clearly said.',
    },
  ),
  private: inCentre,
  public: inCentre,
  'reform-school': inCentre,
  compulsory: inCentre,
}

/** The status, or between two of them what the person waits for. */
export const placeOf = ({
  status,
  awaits,
}: {
  status?: { kind: string } | undefined
  awaits?: { kind: string } | undefined
}): string | undefined => status?.kind ?? awaits?.kind

/** Undefined where nothing runs: then the law does not ask for the file to be sent. */
export const passingOf = (status: string | null | undefined): Passing | undefined =>
  status && Object.hasOwn(passings, status) ? passings[status] : undefined

// How to recognise drugs: a box on the first page, and a page of its own. Signs, never verdicts about people.

import { html } from 'hono/html'
import { defineWords, inLanguage } from '../../../../platform/contract/words.ts'
import type { Reader } from '../reader.ts'
import { type IconName, icon } from './icons.ts'
import { type Html, page } from './layout.ts'

const words = defineWords({
  title: { vi: 'Nhận biết ma túy', en: 'Recognise drugs' },
  lead: { vi: 'Nhiều loại được giấu trong đồ dùng quen thuộc.', en: 'Many are hidden in familiar things.' },
  vape: { vi: 'Thuốc lá điện tử, tinh dầu lạ', en: 'Vapes and unknown liquids' },
  vapeShort: { vi: 'không nhãn, bán lẻ, mời hút thử', en: 'no label, sold singly, offered to try' },
  vapeLong: {
    vi: 'Tinh dầu có thể bị trộn cần sa tổng hợp. Dấu hiệu: lọ không nhãn, mùi hắc, bán qua mạng, người hút loạng choạng, nôn, co giật sau vài hơi. Từ năm 2025 thuốc lá điện tử bị cấm mua bán.',
    en: 'The liquid may hold synthetic cannabis. Signs: a bottle without a label, a sharp smell, sold on the internet, somebody staggering, vomiting or in convulsions after a few puffs. Trade in vapes has been banned since 2025.',
  },
  drink: { vi: '“Nước vui”, gói bột pha đồ uống', en: '“Happy water”, powder for drinks' },
  drinkShort: { vi: 'giống cà phê, nước trái cây, kẹo', en: 'looks like coffee, juice or sweets' },
  drinkLong: {
    vi: 'Gói bột in hình cà phê, trà, nước trái cây, hoặc kẹo, bánh. Thường trộn nhiều chất nên rất dễ quá liều. Không nhận đồ uống đã mở, gói lạ ở quán, tiệc.',
    en: 'Sachets printed as coffee, tea, juice, or sweets and cakes. Several substances are mixed, so an overdose is easy. Do not take opened drinks or strange sachets at parties.',
  },
  pill: { vi: 'Viên nén, tem giấy nhiều màu', en: 'Pills and coloured paper' },
  pillShort: { vi: 'không vỉ, không tên thuốc', en: 'no blister pack, no name' },
  pillLong: {
    vi: 'Viên nhiều màu in hình thú, chữ; mảnh giấy nhỏ in hình; tinh thể trong suốt như hạt mì chính (“đá”); bột trắng, nâu (heroin). Không có vỉ, toa hay tên thuốc.',
    en: 'Pills of many colours with animals or letters; small printed paper squares; clear crystals (“ice”); white or brown powder (heroin). No pack, prescription or name.',
  },
  person: { vi: 'Người thân đổi khác', en: 'Somebody close has changed' },
  personShort: {
    vi: 'mất ngủ, sút cân, xa lánh, cần tiền bất thường',
    en: 'no sleep, losing weight, withdrawn, unusual need of money',
  },
  personLong: {
    vi: 'Thức trắng nhiều đêm rồi ngủ li bì, sút cân, hay cáu, nghi ngờ vô cớ, bỏ học, bỏ việc, xa bạn cũ, cần tiền nhiều lần không rõ lý do; đồ vật lạ: giấy bạc, ống hút, nỏ thủy tinh, bật lửa khò.',
    en: 'Awake for nights and then sleeping for days, losing weight, irritable, suspicious without cause, leaving school or work and old friends, often needing money; strange things: foil, straws, glass pipes, torch lighters.',
  },
  kind: {
    vi: 'Một dấu hiệu chưa nói lên điều gì chắc chắn. Hãy hỏi han trước, đừng vội kết luận, và gọi tư vấn nếu lo.',
    en: 'One sign proves nothing. Ask kindly first, do not jump to conclusions, and call a counsellor if you worry.',
  },
  found: { vi: 'Nếu nhặt được hoặc được mời', en: 'If you find some or are offered some' },
  found1: {
    vi: 'Không nếm, không ngửi, không giữ lại. Để nguyên và báo Công an xã, hoặc gọi 113.',
    en: 'Do not taste, smell or keep it. Leave it and tell the commune police, or call 113.',
  },
  found2: {
    vi: 'Từ chối ngắn gọn rồi rời đi; kể lại với người mình tin.',
    en: 'Say no briefly and leave; tell somebody you trust.',
  },
  found3: {
    vi: 'Ai dùng rồi thấy khó thở, co giật, lịm đi: gọi 115 ngay.',
    en: 'If anybody has trouble breathing, convulsions or faints after use: call 115 at once.',
  },
  more: { vi: 'Xem kỹ hơn', en: 'Read more' },
})

type Key = 'vape' | 'drink' | 'pill' | 'person'
const kinds: readonly { icon: IconName; key: Key }[] = [
  { icon: 'vape', key: 'vape' },
  { icon: 'cup', key: 'drink' },
  { icon: 'pill', key: 'pill' },
  { icon: 'user', key: 'person' },
]

export function recogniseBox(reader: Reader): Html {
  const w = inLanguage(words, reader.language)
  return html`<section class="know" id="nhan-biet" aria-labelledby="h-know">
<h2 id="h-know">${w.title}</h2><p>${w.lead}</p>
<ul>${kinds.map((kind) => html`<li>${icon(kind.icon)}<span><b>${w[kind.key]}</b>${w[`${kind.key}Short`]}</span></li>`)}</ul>
<p class="kind">${w.kind} <a href="${reader.to('/nhan-biet')}">${w.more}</a></p>
</section>`
}

export function recognisePage(reader: Reader): Html {
  const w = inLanguage(words, reader.language)
  return page(reader, {
    title: w.title,
    description: w.lead,
    main: html`<div class="wrap narrow text"><h1>${w.title}</h1><p class="p">${w.lead}</p>
${kinds.map((kind) => html`<section class="sign">${icon(kind.icon)}<div><h2>${w[kind.key]}</h2><p>${w[`${kind.key}Long`]}</p></div></section>`)}
<p class="kindly">${w.kind}</p>
<h2>${w.found}</h2><ul class="dots"><li>${w.found1}</li><li>${w.found2}</li><li>${w.found3}</li></ul>
<p class="back"><a href="${reader.to('/giup-do')}">${reader.w.allHelp}</a></p></div>`,
  })
}

// Where to get help: the band on the first page, and the page that lists everything.

import { html } from 'hono/html'
import { defineWords, inLanguage } from '../../../../platform/contract/words.ts'
import type { HelpLine } from '../help-lines.ts'
import type { Reader } from '../reader.ts'
import { icon } from './icons.ts'
import { type Html, page } from './layout.ts'

const words = defineWords({
  title: { vi: 'Nơi giúp đỡ', en: 'Where to get help' },
  lead: {
    vi: 'Nghiện ma túy là một bệnh chữa được. Hỏi sớm thì nhẹ nhàng hơn nhiều, cho cả người dùng lẫn gia đình.',
    en: 'Addiction is an illness that can be treated. Asking early is far easier, for the person and for the family.',
  },
  now: { vi: 'Đang nguy cấp', en: 'In an emergency' },
  nowText: {
    vi: 'Người bất tỉnh, thở chậm hoặc ngừng thở, co giật, sốt cao: gọi 115 ngay, đặt nằm nghiêng, ở bên cạnh cho đến khi có người tới. Nói với nhân viên y tế đã dùng chất gì.',
    en: 'Somebody unconscious, breathing slowly or not at all, in convulsions or in high fever: call 115 at once, lay them on their side, and stay until help comes. Tell the medical staff what was taken.',
  },
  talk: { vi: 'Cần người nghe và hướng dẫn', en: 'To talk and to be advised' },
  places: { vi: 'Nơi đến gặp', en: 'Places to go to' },
  voluntary: { vi: 'Cai nghiện tự nguyện', en: 'Voluntary treatment' },
  voluntaryText: {
    vi: 'Người nghiện, hoặc gia đình của người dưới 18 tuổi, được đăng ký cai nghiện tự nguyện tại gia đình, cộng đồng hoặc cơ sở. Xét nghiệm và xác định tình trạng nghiện không mất tiền. Thông tin của người cai nghiện được giữ kín theo luật.',
    en: 'A person who is addicted, or the family of somebody under 18, can register for voluntary treatment at home, in the community or in a centre. Testing and determination cost nothing. The law keeps the information confidential.',
  },
  family: { vi: 'Người trong nhà có thể làm gì', en: 'What the family can do' },
  family1: {
    vi: 'Nói chuyện lúc bình tĩnh, lắng nghe nhiều hơn trách móc.',
    en: 'Talk when everybody is calm; listen more than you blame.',
  },
  family2: {
    vi: 'Không giấu giếm, cũng không đem chuyện kể khắp nơi.',
    en: 'Do not hide it, and do not tell everybody either.',
  },
  family3: {
    vi: 'Cùng đi gặp trạm y tế hoặc gọi tư vấn, giữ nếp ăn ngủ, việc làm.',
    en: 'Go together to the health station or call a counsellor; keep meals, sleep and work regular.',
  },
  family4: {
    vi: 'Lỡ dùng lại không phải là hết hy vọng: nói sớm để được giúp tiếp.',
    en: 'Using again is not the end of hope: ask for help early.',
  },
})

const title = (line: HelpLine, { language }: Reader): string => (language === 'vi' ? line.titleVi : line.titleEn)
const note = (line: HelpLine, { language }: Reader): string => (language === 'vi' ? line.noteVi : line.noteEn)
const noted = (line: HelpLine, reader: Reader): string =>
  [note(line, reader), line.placeholder ? reader.w.placeholder : ''].filter(Boolean).join(', ')
const dial = (number: string): string => `tel:${number.replace(/[^\d+]/g, '')}`

const callCard = (line: HelpLine, reader: Reader): Html =>
  html`<a class="call" href="${dial(line.number)}">${icon('phone')}<span><b>${line.number}</b><small>${[title(line, reader), noted(line, reader)].filter(Boolean).join(', ')}</small></span></a>`

export function helpBand(reader: Reader, lines: readonly HelpLine[]): Html {
  const { w } = reader
  const first = lines.find((line) => line.kind === 'counsel')
  const quick = lines.filter((line) => line.kind !== 'counsel')
  return html`<section class="help" id="giup-do" aria-labelledby="h-help"><div class="wrap">
<div class="t"><h2 id="h-help">${w.helpTitle}</h2><p>${w.helpText}</p></div>
${first ? callCard(first, reader) : ''}
<a class="call" href="${reader.to('/giup-do')}">${icon('heart')}<span><b>${w.allHelp}</b><small>${w.allHelpText}</small></span></a>
<p class="quick">${quick.map((line) => html`<span>${line.number ? html`<a href="${dial(line.number)}"><b>${line.number}</b></a> ${title(line, reader)}` : html`<b>${title(line, reader)}</b>`} ${noted(line, reader)}</span>`)}</p>
</div></section>`
}

export function helpPage(reader: Reader, lines: readonly HelpLine[]): Html {
  const w = inLanguage(words, reader.language)
  const of = (kind: HelpLine['kind']): HelpLine[] => lines.filter((line) => line.kind === kind)
  return page(reader, {
    title: w.title,
    description: w.lead,
    main: html`<div class="wrap narrow text"><h1>${w.title}</h1><p class="p">${w.lead}</p>
<section class="urgent"><h2>${w.now}</h2><p>${w.nowText}</p><div class="calls">${of('emergency').map((line) => callCard(line, reader))}</div></section>
${of('counsel').length > 0 ? html`<h2>${w.talk}</h2><div class="calls">${of('counsel').map((line) => callCard(line, reader))}</div>` : ''}
${of('place').length > 0 ? html`<h2>${w.places}</h2><ul class="dots">${of('place').map((line) => html`<li><b>${title(line, reader)}</b>${line.number ? html` <a href="${dial(line.number)}">${line.number}</a>` : ''}: ${noted(line, reader)}</li>`)}</ul>` : ''}
<h2>${w.voluntary}</h2><p>${w.voluntaryText}</p>
<h2>${w.family}</h2><ul class="dots"><li>${w.family1}</li><li>${w.family2}</li><li>${w.family3}</li><li>${w.family4}</li></ul>
<p class="back"><a href="${reader.to('/nhan-biet')}">${reader.w.navRecognise}</a></p></div>`,
  })
}

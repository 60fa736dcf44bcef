// What this portal does for readers of every kind, what it does not do yet, and whom to tell.

import { html } from 'hono/html'
import { defineWords, inLanguage } from '../../../../platform/contract/words.ts'
import type { Reader } from '../reader.ts'
import { type Html, page } from './layout.ts'

const words = defineWords({
  title: { vi: 'Tuyên bố tiếp cận', en: 'Accessibility statement' },
  lead: {
    vi: 'Cổng này được làm để ai cũng đọc được: người dùng bàn phím, trình đọc màn hình, điện thoại cũ, mạng chậm.',
    en: 'This portal is made for everybody: keyboard users, screen readers, old phones, slow networks.',
  },
  done: { vi: 'Đã làm', en: 'What is done' },
  done1: {
    vi: 'Theo WCAG 2.1 mức AA; mỗi trang được máy kiểm tra (axe) trước khi phát hành, ở nền sáng và nền tối.',
    en: 'WCAG 2.1 level AA; every page is checked by machine (axe) before a release, light and dark.',
  },
  done2: {
    vi: 'Không cần JavaScript, không theo dõi, không cookie.',
    en: 'No JavaScript needed, no tracking, no cookies.',
  },
  done3: {
    vi: 'Tình trạng luôn có chữ và biểu tượng, không chỉ bằng màu.',
    en: 'A status is always words and an icon, never colour alone.',
  },
  done4: { vi: 'Phóng chữ đến 200% và in ra giấy vẫn đọc được.', en: 'Readable at 200% and on paper.' },
  limits: { vi: 'Còn hạn chế', en: 'Known limits' },
  limits1: {
    vi: 'Văn bản quét (PDF) có thể không đọc được bằng trình đọc màn hình; hãy hỏi cơ quan ban hành bản chữ.',
    en: 'Scanned papers (PDF) may not be readable by screen readers; ask the issuer for a text copy.',
  },
  limits2: {
    vi: 'Tin viết bằng tiếng Việt; phần khung có tiếng Anh.',
    en: 'News is written in Vietnamese; everything around it is in English too.',
  },
  limits3: {
    vi: 'Sơ đồ địa bàn luôn có danh sách đầy đủ ở trang Địa bàn.',
    en: 'The diagram of areas is matched by a full list on the page Areas.',
  },
  tell: { vi: 'Gặp khó khăn?', en: 'In difficulty?' },
  tellText: {
    vi: 'Hãy báo UBND nơi bạn ở hoặc cơ quan chủ trì chương trình; chúng tôi coi đó là lỗi cần sửa.',
    en: 'Tell the People’s Committee where you live or the body that leads the programme; it counts as a fault to be mended.',
  },
})

export function accessibilityPage(reader: Reader): Html {
  const w = inLanguage(words, reader.language)
  return page(reader, {
    title: w.title,
    main: html`<div class="wrap narrow text"><h1>${w.title}</h1><p class="p">${w.lead}</p>
<h2>${w.done}</h2><ul class="dots"><li>${w.done1}</li><li>${w.done2}</li><li>${w.done3}</li><li>${w.done4}</li></ul>
<h2>${w.limits}</h2><ul class="dots"><li>${w.limits1}</li><li>${w.limits2}</li><li>${w.limits3}</li></ul>
<h2>${w.tell}</h2><p>${w.tellText}</p></div>`,
  })
}

// What each route that is no operation is for, in both languages.

import type { Bilingual } from '../../platform/contract/words.ts'

export const routeMeanings: Record<string, Bilingual> = {
  '/healthz': { vi: '`{"status":"ok"}` khi cơ sở dữ liệu trả lời', en: '`{"status":"ok"}` once the database answers' },
  '/metrics': { vi: 'số đo cho hệ thống giám sát (Prometheus)', en: 'figures for a monitor (Prometheus)' },
  '/api/openapi.json': { vi: 'mô tả mọi thao tác, OpenAPI 3.1', en: 'every operation described, OpenAPI 3.1' },
  '/api/docs': { vi: 'trang đọc mô tả ấy', en: 'the page to read it' },
  '/api/docs/reader.js': { vi: 'mã của trang ấy', en: 'the script of that page' },
  '/api/auth/*': { vi: 'đăng nhập, đăng xuất, phiên làm việc', en: 'sign-in, sign-out, sessions' },
  '/api/*': { vi: 'mọi thứ khác dưới /api: không tìm thấy', en: 'anything else below /api: not found' },
  '/app': { vi: 'chuyển tới /app/', en: 'leads to /app/' },
  '/app/*': { vi: 'ứng dụng cho cán bộ', en: 'the staff application' },
  '/app/assets/*': { vi: 'tệp của ứng dụng, giữ được lâu', en: 'its files, which may be kept for long' },
}

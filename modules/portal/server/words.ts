// The words of the public portal.

import { defineWords } from '../../../platform/contract/words.ts'

export const words = defineWords({
  site: { vi: 'Địa bàn không ma túy', en: 'Drug-free areas' },
  programmeOf: { vi: (name: string) => `Chương trình ${name}`, en: (name: string) => `Programme ${name}` },
  skip: { vi: 'Đến nội dung chính', en: 'Skip to the content' },
  main: { vi: 'Chính', en: 'Main' },
  demoAbout: { vi: 'Ghi chú về dữ liệu', en: 'About the data' },
  demo: { vi: 'Bản minh họa.', en: 'A demonstration.' },
  demoText: {
    vi: 'Chỉ tiêu, danh sách xã, hội nghị 15/3/2024 là thật; tin khác, lượt xem và số điện thoại tư vấn là giả định.',
    en: 'The targets, the communes and the conference of 15/3/2024 are real; other news, view counts and the counselling number are invented.',
  },
  navProgress: { vi: 'Tiến độ', en: 'Progress' },
  navAreas: { vi: 'Địa bàn', en: 'Areas' },
  navNews: { vi: 'Tin tức', en: 'News' },
  navRecognise: { vi: 'Nhận biết ma túy', en: 'Recognise drugs' },
  navDocuments: { vi: 'Văn bản', en: 'Documents' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  needHelp: { vi: 'Cần giúp đỡ', en: 'Get help' },
  staff: { vi: 'Cán bộ đăng nhập', en: 'Staff sign-in' },

  standsAt: {
    vi: (n: number, total: number, kinds: string) => `${n} trong ${total} ${kinds} đã được công nhận không ma túy`,
    en: (n: number, total: number, kinds: string) => `${n} of ${total} ${kinds} are recognised as drug-free`,
  },
  goal: {
    vi: (year: string, place: string, goal: number, keep: number, convert: number, standards: boolean) =>
      `Đến hết năm ${year}, ${place} phấn đấu có ${goal} địa bàn: giữ vững ${keep} nơi đã đạt và chuyển hóa thêm ${convert} nơi${standards ? ', cùng 100% cơ quan, đơn vị, trường học đạt chuẩn' : ''}.`,
    en: (year: string, place: string, goal: number, keep: number, convert: number, standards: boolean) =>
      `By the end of ${year}, ${place} aims for ${goal}: to keep ${keep} and to convert ${convert} more${standards ? ', with every agency, unit and school up to the standard' : ''}.`,
  },
  noGoal: {
    vi: 'Vào ngày này chưa có kế hoạch nào có hiệu lực.',
    en: 'No plan was in force on this day.',
  },
  stripLabel: { vi: 'Từng đơn vị theo tình trạng', en: 'Each unit by its status' },
  asOf: { vi: (day: string) => `Số liệu ngày ${day}`, en: (day: string) => `Figures of ${day}` },
  byPlan: { vi: (paper: string) => `, theo ${paper}`, en: (paper: string) => `, by ${paper}` },
  getData: { vi: 'Tải dữ liệu', en: 'Get the data' },
  mapLabel: {
    vi: (n: number, place: string) => `Sơ đồ ${n} đơn vị của ${place}`,
    en: (n: number, place: string) => `A diagram of the ${n} units of ${place}`,
  },
  mapCaption: {
    vi: 'Sơ đồ vị trí, không phải ranh giới. Bấm vào một xã để xem.',
    en: 'A diagram of positions, not of boundaries. Choose a commune to open it.',
  },
  boundaryMapLabel: {
    vi: (n: number, place: string) => `Bản đồ ${n} đơn vị của ${place}`,
    en: (n: number, place: string) => `A map of the ${n} units of ${place}`,
  },
  boundaryCaption: {
    vi: (source: string) => `Ranh giới giản lược: ${source}. Bấm vào một xã để xem.`,
    en: (source: string) => `Simplified boundaries: ${source}. Choose a commune to open it.`,
  },
  kept: { vi: 'Đã công nhận không ma túy', en: 'Recognised as drug-free' },
  converted: { vi: 'Mới được công nhận', en: 'Newly recognised' },
  appraising: { vi: 'Đang thẩm định', en: 'Being appraised' },
  working: { vi: 'Phấn đấu chuyển hóa', en: 'To be converted' },
  outside: { vi: 'Ngoài chỉ tiêu', en: 'Outside the target' },
  notRecognised: { vi: 'Chưa được công nhận', en: 'Not recognised' },
  keyNotRecognised: { vi: 'chưa được công nhận', en: 'not recognised' },
  again: { vi: 'Cần đánh giá lại', en: 'To be re-appraised' },
  lost: { vi: 'Không còn được công nhận', en: 'No longer recognised' },
  keyKept: { vi: 'đã công nhận', en: 'recognised' },
  keyConverted: { vi: 'mới được công nhận', en: 'newly recognised' },
  keyAppraising: { vi: 'đang thẩm định', en: 'being appraised' },
  keyWorking: { vi: 'phấn đấu trong năm', en: 'aimed for this year' },
  keyOutside: { vi: 'ngoài chỉ tiêu', en: 'outside the target' },
  keyAgain: { vi: 'cần đánh giá lại', en: 'to be re-appraised' },
  keyLost: { vi: 'không còn được công nhận', en: 'no longer recognised' },

  helpTitle: { vi: 'Bạn hoặc người thân cần giúp?', en: 'Do you or somebody close need help?' },
  helpText: {
    vi: 'Không cần xưng tên. Người tư vấn nghe, hướng dẫn và giữ kín chuyện của bạn.',
    en: 'You need not give your name. Counsellors listen, advise, and keep it between you.',
  },
  placeholder: { vi: 'số minh họa', en: 'a placeholder number' },
  allHelp: { vi: 'Mọi nơi giúp đỡ', en: 'All places that help' },
  allHelpText: { vi: 'cấp cứu, tư vấn, nơi đăng ký cai nghiện', en: 'emergencies, counselling, where to register' },

  news: { vi: 'Tin tức', en: 'News' },
  allNews: { vi: 'Tất cả tin', en: 'All news' },
  noNews: { vi: 'Chưa có tin nào được đăng.', en: 'No news has been published yet.' },
  views: {
    vi: (n: string) => `${n} lượt xem`,
    en: (n: string) => `${n} ${n === '1' ? 'view' : 'views'}`,
  },
  sourceOf: { vi: (source: string) => `Nguồn: ${source}`, en: (source: string) => `Source: ${source}` },
  related: { vi: 'Tin liên quan', en: 'Related news' },
  relatedCount: {
    vi: (n: number) => `${n} tin liên quan`,
    en: (n: number) => `${n} related ${n === 1 ? 'item' : 'items'}`,
  },
  seeEarlier: { vi: 'xem bản trước khi sửa', en: 'see the text before it was corrected' },
  invented: { vi: 'tin minh họa', en: 'invented' },
  older: { vi: 'Tin cũ hơn', en: 'Older news' },
  newer: { vi: 'Tin mới hơn', en: 'Newer news' },
  corrections: { vi: 'Lịch sử đính chính', en: 'Corrections' },
  corrected: { vi: (when: string) => `Đã đính chính ngày ${when}`, en: (when: string) => `Corrected on ${when}` },
  correctedWhy: { vi: (why: string) => `Lý do: ${why}`, en: (why: string) => `Why: ${why}` },
  earlierText: { vi: 'Bản trước khi sửa', en: 'The text before' },
  withdrawn: { vi: 'Tin này đã được gỡ', en: 'This item was withdrawn' },
  withdrawnOn: { vi: (when: string) => `Gỡ ngày ${when}.`, en: (when: string) => `Withdrawn on ${when}.` },
  vietnameseOnly: { vi: '', en: 'News is written in Vietnamese.' },

  areasTitle: { vi: 'Địa bàn được công nhận', en: 'Recognised areas' },
  areasOn: {
    vi: (n: number, total: number, day: string) =>
      `Ngày ${day}: ${n} trong ${total} đơn vị được công nhận không ma túy.`,
    en: (n: number, total: number, day: string) => `On ${day}: ${n} of ${total} units were recognised as drug-free.`,
  },
  onDay: { vi: 'Xem tại ngày', en: 'See on the day' },
  show: { vi: 'Xem', en: 'Show' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  code: { vi: 'Mã', en: 'Code' },
  status: { vi: 'Tình trạng', en: 'Status' },
  since: { vi: 'Từ ngày', en: 'Since' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  unknownNumber: { vi: 'chưa rõ số', en: 'number not known' },
  noDecision: { vi: 'chưa có', en: 'none' },
  statedBy: { vi: (source: string) => `nêu tại ${source}`, en: (source: string) => `stated in ${source}` },
  partOf: {
    vi: (names: string) => `Một phần địa bàn nay thuộc ${names}; tỷ lệ chưa công bố nên không tính vào tổng.`,
    en: (names: string) =>
      `A part of the area now belongs to ${names}; its share is not published, so it is not counted.`,
  },
  wrongDay: {
    vi: 'Ngày không đúng nên trang hiện ngày mặc định.',
    en: 'The day is not right, so the usual day is shown.',
  },
  tooManyForMap: {
    vi: 'Có nhiều đơn vị nên không vẽ sơ đồ; xem danh sách bên dưới.',
    en: 'There are too many units for a diagram; see the list below.',
  },
  history: { vi: 'Lịch sử tình trạng', en: 'Status over time' },
  noHistory: {
    vi: 'Chưa có quyết định nào được công bố về đơn vị này.',
    en: 'No decision about this unit has been published.',
  },
  unitUntil: {
    vi: (day: string) => `Là đơn vị hành chính đến hết ngày ${day}`,
    en: (day: string) => `An administrative unit until ${day}`,
  },
  backToAreas: { vi: 'Về danh sách địa bàn', en: 'Back to the list of areas' },

  documents: { vi: 'Văn bản', en: 'Documents' },
  documentsText: { vi: 'Những văn bản của chương trình được công bố.', en: 'The published papers of the programme.' },
  noDocuments: { vi: 'Chưa có văn bản nào được công bố.', en: 'No document has been published yet.' },
  download: { vi: 'Tải về', en: 'Download' },
  noFile: { vi: 'chưa có tệp', en: 'no file yet' },
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Date' },
  issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
  about: { vi: 'Trích yếu', en: 'About' },

  check: { vi: 'Kiểm tra quyết định công nhận', en: 'Check a recognition decision' },
  checkText: {
    vi: 'Nhập số in trên quyết định để xem có đúng hay không.',
    en: 'Type the number printed on it to see whether it is genuine.',
  },
  checkField: { vi: 'Số quyết định', en: 'Number of the decision' },
  checkHint: { vi: 'VD: 125/QĐ-UBND', en: 'e.g. 125/QĐ-UBND' },
  checkDo: { vi: 'Kiểm tra', en: 'Check' },
  checkNone: {
    vi: (number: string) => `Không có quyết định nào số “${number}” đang có giá trị trong sổ công khai.`,
    en: (number: string) => `No decision with the number “${number}” stands in the public register.`,
  },
  checkFound: {
    vi: (n: number) => `Có ${n} quyết định mang số này trong sổ công khai:`,
    en: (n: number) => `${n} ${n === 1 ? 'decision' : 'decisions'} with this number in the public register:`,
  },
  outcome_recognised: { vi: 'Công nhận không ma túy', en: 'Recognised as drug-free' },
  outcome_kept: { vi: 'Giữ vững', en: 'Keeps its standing' },
  outcome_lost: { vi: 'Thôi công nhận', en: 'No longer recognised' },
  outcome_reappraise: { vi: 'Đánh giá lại', en: 'To be re-appraised' },

  footer: {
    vi: 'Không theo dõi người xem. Lượt xem do máy chủ đếm.',
    en: 'Nobody is tracked. Views are counted by the server.',
  },
  json: { vi: 'Dữ liệu JSON', en: 'JSON data' },
  accessibility: { vi: 'Tuyên bố tiếp cận', en: 'Accessibility' },
  api: { vi: 'API', en: 'API' },
  updated: { vi: (when: string) => `Cập nhật ${when}`, en: (when: string) => `Updated ${when}` },
  programmes: { vi: 'Chương trình khác', en: 'Other programmes' },

  notFound: { vi: 'Không có trang này', en: 'There is no such page' },
  notFoundText: {
    vi: 'Địa chỉ có thể đã gõ nhầm, hoặc nội dung chưa được công bố.',
    en: 'The address may be mistyped, or the content is not public.',
  },
  broken: { vi: 'Trang tạm thời không mở được', en: 'The page cannot be opened just now' },
  brokenText: {
    vi: (incident: string) => `Hãy thử lại sau ít phút. Mã sự cố: ${incident}.`,
    en: (incident: string) => `Try again in a few minutes. Incident ${incident}.`,
  },
  home: { vi: 'Về trang đầu', en: 'To the first page' },
  nothingYet: { vi: 'Chưa có chương trình nào được công bố', en: 'No programme is public yet' },
  nothingYetText: {
    vi: 'Khi một chương trình được công bố, tiến độ và tin tức sẽ hiện ở đây.',
    en: 'Once a programme is made public, its progress and news will stand here.',
  },
})

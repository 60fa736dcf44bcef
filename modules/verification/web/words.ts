// The words of lots: their list, one of them, its plan in plain words, its draw and its result.

import { defineWords } from '../../../platform/contract/words.ts'

const whole = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.')

export const lotWords = defineWords({
  title: { vi: 'Phúc tra', en: 'Verification' },
  drives: { vi: 'Ký cam kết', en: 'Commitments' },
  drive: { vi: 'Đợt ký', en: 'Drive' },
  lots: { vi: 'Các lô', en: 'Lots' },
  lot: { vi: 'Một lô phúc tra', en: 'A lot' },
  lotOf: {
    vi: (place: string, group: string) => `${place}: ${group.toLowerCase()}`,
    en: (place: string, group: string) => `${place}: ${group.toLowerCase()}`,
  },
  notVerified: { vi: 'Chưa phúc tra', en: 'Not verified' },
  passedOn: { vi: (day: string) => `Đạt ${day}`, en: (day: string) => `Passed ${day}` },
  failedOn: { vi: (day: string) => `Không đạt ${day}`, en: (day: string) => `Did not pass ${day}` },
  planShort: {
    vi: (n: number, d: number, size: number) => `thăm ${n}/${whole(size)}, cho phép ${d}`,
    en: (n: number, d: number, size: number) => `${n} of ${size} visited, ${d} allowed`,
  },
  between: {
    vi: (least: number, most: number, size: number) =>
      `ước ${whole(least)}–${whole(most)} trên ${whole(size)} bản xác nhận được`,
    en: (least: number, most: number, size: number) => `an estimated ${least}–${most} of ${size} would confirm`,
  },
  stoodInLot: {
    vi: (size: number, signed: number) => `lô có ${whole(size)} trên ${whole(signed)} bản đã ký`,
    en: (size: number, signed: number) => `${size} of the ${signed} signed stood in the lot`,
  },
  lotsPassed: {
    vi: (passed: number, lots: number) => `${passed}/${lots} lô đạt`,
    en: (passed: number, lots: number) => `${passed} of ${lots} lots passed`,
  },
  lotsFailed: { vi: (failed: number) => `${failed} lô không đạt`, en: (failed: number) => `${failed} did not pass` },
  summary: {
    vi: (passed: number, failed: number, lots: number) =>
      `Trong ${lots} lô (mỗi nhóm ở mỗi nơi đã có người ký là một lô), ${passed} lô đạt, ${failed} lô không đạt, ${lots - passed - failed} lô chưa phúc tra.`,
    en: (passed: number, failed: number, lots: number) =>
      `Of ${lots} lots (each group in each place where somebody has signed), ${passed} passed, ${failed} did not, ${lots - passed - failed} are not verified.`,
  },
  summaryWhy: {
    vi: 'Lô đạt chỉ nói về lô đó: không cộng hay chia trung bình lên cấp trên.',
    en: 'A lot that passed speaks for that lot alone: nothing is averaged upwards.',
  },
  make: { vi: 'Lập lô', en: 'Make a lot' },
  risks: { vi: 'Mức rủi ro', en: 'Stated risks' },
  mine: { vi: 'Lô giao cho bạn đi phúc tra', en: 'Lots that you are to visit' },
  visit: { vi: 'Đi phúc tra', en: 'Visit' },
  visitedOf: {
    vi: (visited: number, of: number) => `Đã thăm ${visited}/${of}`,
    en: (visited: number, of: number) => `${visited} of ${of} visited`,
  },
  all: { vi: 'Tất cả', en: 'All' },
  open: { vi: 'Đang làm', en: 'Under way' },
  noLots: { vi: 'Chưa có lô nào', en: 'No lot yet' },
  noLotsWhy: {
    vi: 'Lập lô để máy rút thăm một số bản đã ký; người từ nơi khác đến hỏi lại; lô đạt hay không theo quy tắc định trước.',
    en: 'Make a lot: the product draws some of the signed, somebody from elsewhere asks again, and the lot passes or not by a rule fixed beforehand.',
  },
  place: { vi: 'Nơi', en: 'Place' },
  group: { vi: 'Nhóm', en: 'Group' },
  state: { vi: 'Tình trạng', en: 'State' },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  closed: { vi: 'Chờ rút thăm', en: 'To be drawn' },
  drawn: { vi: 'Chờ đi thăm', en: 'To be visited' },
  visiting: { vi: 'Đang đi thăm', en: 'Being visited' },
  passed: { vi: 'Đạt', en: 'Passed' },
  failed: { vi: 'Không đạt', en: 'Did not pass' },
  withdrawn: { vi: 'Đã bỏ', en: 'Withdrawn' },
  toFollow: { vi: 'chưa ghi việc làm tiếp', en: 'follow-up not on record' },
  signed: { vi: 'Đã ký', en: 'Signed' },
  demo: { vi: 'minh họa', en: 'demonstration' },
  find: { vi: 'Tìm thôn, xã, đơn vị hoặc nhóm', en: 'Find a hamlet, commune, body or group' },
  newLot: { vi: 'Lập lô phúc tra', en: 'Make a lot' },
  choose: { vi: 'Chọn nơi và nhóm', en: 'Choose a place and a group' },
  moreFit: {
    vi: (n: number) => `Còn ${n} nơi nữa. Gõ thêm chữ để tìm.`,
    en: (n: number) => `${n} more fit. Type more to find them.`,
  },
  nothingFits: { vi: 'Không có nơi nào đã có người ký', en: 'No place where somebody has signed' },
  last: { vi: 'Lô gần nhất', en: 'Newest lot' },
  none: { vi: 'chưa có', en: 'none' },
  closeLot: { vi: 'Đóng lô', en: 'Close the lot' },
  closeWhy: {
    vi: 'Đóng lô là chốt danh sách những bản đang có. Không ai thêm bớt được nữa, và từ đó máy mới rút thăm.',
    en: 'Closing fixes which promises stand in the lot. Nothing is added or taken away after it, and only then does the product draw.',
  },
  closedNow: { vi: 'Đã đóng lô.', en: 'The lot is closed.' },
  planTitle: { vi: 'Kế hoạch nói gì', en: 'What the plan says' },
  planVisit: {
    vi: (n: number, size: number) => `Thăm ${n} trong ${whole(size)} bản đã ký.`,
    en: (n: number, size: number) => `Visit ${n} of the ${size} signed.`,
  },
  planRule: {
    vi: (d: number) =>
      d === 0
        ? 'Chỉ một nơi không xác nhận được là lô không đạt.'
        : `Quá ${d} nơi không xác nhận được thì lô không đạt.`,
    en: (d: number) =>
      d === 0
        ? 'If even one cannot confirm, the lot does not pass.'
        : `If more than ${d} cannot confirm, the lot does not pass.`,
  },
  planGood: {
    vi: (percent: number, wrong: number, chance: string) =>
      wrong === 0
        ? `Lô không có bản nào sai thì luôn đạt (${percent}% ở đây chưa tới một bản).`
        : chance === '0'
          ? `Lô có ${percent}% sai (${wrong} bản) trở xuống thì luôn đạt.`
          : `Lô có ${percent}% sai (${wrong} bản) bị kết luận không đạt nhiều nhất ${chance} lần trong 100 lần.`,
    en: (percent: number, wrong: number, chance: string) =>
      wrong === 0
        ? `A lot without a wrong one always passes (${percent}% are less than one here).`
        : chance === '0'
          ? `A lot in which ${percent}% are wrong (${wrong}), or fewer, always passes.`
          : `A lot in which ${percent}% are wrong (${wrong}) fails in at most ${chance} of 100.`,
  },
  planBad: {
    vi: (percent: number, wrong: number, chance: string) =>
      `Lô có ${percent}% sai (${wrong} bản) mà vẫn đạt nhiều nhất ${chance} lần trong 100 lần.`,
    en: (percent: number, wrong: number, chance: string) =>
      `A lot in which ${percent}% are wrong (${wrong}) still passes in at most ${chance} of 100.`,
  },
  planTries: {
    vi: (tries: number) =>
      `Vắng nhà ${tries} lần, hoặc đã chuyển đi, thì thăm người kế tiếp trong danh sách dự phòng đã rút sẵn.`,
    en: (tries: number) =>
      `Not at home ${tries} times, or moved away: the next of a reserve drawn beforehand is visited.`,
  },
  planSource: {
    vi: 'Cách tính: lấy mẫu bảo đảm chất lượng theo lô (LQAS), phân bố siêu bội chính xác.',
    en: 'Computed by lot quality assurance sampling (LQAS), exactly, with the hypergeometric distribution.',
  },
})

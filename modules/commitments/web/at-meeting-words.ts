// The words of signing at a meeting.

import { defineWords } from '../../../platform/contract/words.ts'

export const atMeetingWords = defineWords({
  title: { vi: (place: string) => `Ký tại cuộc họp: ${place}`, en: (place: string) => `Sign at a meeting: ${place}` },
  tab: { vi: 'Ký tại cuộc họp', en: 'Sign at a meeting' },
  why: {
    vi: 'Người có mặt ký cùng một lần; biên bản cuộc họp là căn cứ chung của các bản ký.',
    en: 'Those present sign in one batch; the minutes of the meeting are the proof of them all.',
  },
  proof: { vi: 'Căn cứ', en: 'Proof' },
  meeting: { vi: 'Cuộc họp', en: 'Meeting' },
  meetingWhy: {
    vi: 'Họp ở nơi này hoặc cấp trên, đã diễn ra.',
    en: 'Held in this place or above it, and over.',
  },
  mustChoose: { vi: 'Chọn một cuộc họp.', en: 'Choose a meeting.' },
  noMeeting: { vi: 'Chưa có cuộc họp nào ở đây', en: 'No meeting has been held here' },
  noMeetingWhy: {
    vi: 'Cuộc họp được ghi ở mục Họp; khi đã diễn ra sẽ chọn được ở đây.',
    en: 'A meeting is put on record under Meetings; once it has been held it can be chosen here.',
  },
  closed: { vi: 'Biên bản đã khóa', en: 'The minutes are closed' },
  recorded: { vi: 'Đã ghi kết luận, biên bản chưa khóa', en: 'Conclusions are recorded, the minutes still open' },
  none: {
    vi: 'Chưa có biên bản: đính kèm biên bản giấy, hoặc ghi kết luận của cuộc họp trước',
    en: 'No minutes yet: attach their paper, or record the conclusions of the meeting first',
  },
  paper: { vi: 'Biên bản giấy', en: 'The minutes on paper' },
  attendance: { vi: 'Điểm danh', en: 'Attendance' },
  counts: {
    vi: (present: number, absent: number) => `${present} có mặt, ${absent} vắng`,
    en: (present: number, absent: number) => `${present} present, ${absent} absent`,
  },
  allPresent: { vi: 'Tất cả có mặt', en: 'All present' },
  nonePresent: { vi: 'Không ai có mặt', en: 'Nobody present' },
  nobodyPresent: { vi: 'Đánh dấu những người có mặt.', en: 'Tick those who are present.' },
  present: { vi: 'có mặt', en: 'present' },
  absent: { vi: 'vắng', en: 'absent' },
  state: { vi: 'Tại cuộc họp', en: 'At the meeting' },
  rowName: { vi: (name: string) => `có mặt: ${name}`, en: (name: string) => `present: ${name}` },
  noteAbsent: {
    vi: (n: number) => `Ghi ${n} người vắng để đến lại`,
    en: (n: number) => `Note the ${n} absent, to come again`,
  },
  noteAbsentWhy: {
    vi: 'Lý do “vắng mặt” chỉ người lấy chữ ký ở đây thấy, và mất đi khi đã ký.',
    en: 'The reason “absent” is seen only by those who take signatures here, and goes once signed.',
  },
  send: {
    vi: (n: number) => `Ghi nhận ${n} bản ký`,
    en: (n: number) => `Record ${n} ${n === 1 ? 'signature' : 'signatures'}`,
  },
  noted: { vi: (n: number) => `đã ghi ${n} người vắng`, en: (n: number) => `${n} noted as absent` },
  everybody: { vi: 'Ở đây không còn ai chưa ký', en: 'Nobody here has still to sign' },
  notAsked: {
    vi: 'Đợt này không lấy chữ ký tại cuộc họp',
    en: 'This drive takes no signatures at a meeting',
  },
})

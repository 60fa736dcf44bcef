// What is refused, by name.

import { defineRefusals } from '../../../platform/contract/refusal.ts'

export const mostSheets = 2000
export const mostFiles = 500
/** Of one reading, all files together: about two thousand photographs, or some scans of a hundred sheets. */
export const mostMegabytes = 400

export const paperRefusals = defineRefusals('paper', {
  drive_not_open: {
    vi: 'Đợt ký không mở vào lúc này, nên không in phiếu.',
    en: 'The drive is not open now, so no sheets are printed.',
  },
  nobody_left: {
    status: 422,
    vi: 'Ở nơi này không còn ai chưa ký bằng giấy.',
    en: 'There is nobody left here who could sign on paper.',
  },
  wording_too_long: {
    status: 422,
    vi: 'Lời cam kết của nhóm “{group}” quá dài, không vừa một tờ A4.',
    en: 'The wording of the group “{group}” is too long for one sheet of A4.',
  },
  too_many_files: {
    status: 422,
    vi: 'Một lần đọc nhận nhiều nhất {most} tệp. Hãy chia thành nhiều lần.',
    en: 'One reading takes {most} files at most. Send them in several.',
  },
  too_much: {
    status: 422,
    vi: 'Một lần đọc nhận nhiều nhất {most} MB, mọi tệp cộng lại. Hãy chia thành nhiều lần.',
    en: 'One reading takes {most} MB at most, all files together. Send them in several.',
  },
  empty_file: { status: 422, vi: 'Tệp “{name}” rỗng.', en: 'The file “{name}” is empty.' },
  no_files: { status: 422, vi: 'Chưa có tệp nào để đọc.', en: 'There is no file to read.' },
  reading_started: {
    vi: 'Lần đọc này đã bắt đầu. Hãy mở một lần đọc mới.',
    en: 'This reading has begun. Start a new one.',
  },
  reading_over: { vi: 'Lần đọc này đã xong.', en: 'This reading is over.' },
  no_signature: {
    status: 422,
    vi: 'Có phiếu mà máy không thấy chữ ký (ô trống hoặc chỉ một chấm). Hãy chụp lại tờ giấy, hoặc ghi nhận bằng tay ở “Ai đã ký, ai chưa”.',
    en: 'No signature was found on one of the sheets (an empty box, or a dot). Take the picture again, or record it by hand under “Who has signed”.',
  },
  decided_already: {
    vi: 'Có phiếu đã được quyết định. Danh sách vừa được tải lại.',
    en: 'One of the sheets has been decided. The list was loaded anew.',
  },
})

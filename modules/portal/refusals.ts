// The ways in which the portal says no to those who write for it.

import { defineRefusals } from '../../platform/contract/refusal.ts'

export const portalRefusals = defineRefusals('portal', {
  no_programme: {
    status: 404,
    vi: 'Không có chương trình “{slug}”.',
    en: 'There is no programme “{slug}”.',
  },
  outside_the_programme: {
    status: 422,
    vi: 'Địa bàn của tin phải nằm trong địa bàn của chương trình.',
    en: 'The item’s area must lie within the programme.',
  },
  there_already: { vi: 'Tin này đã có rồi.', en: 'This item exists already.' },
  published_already: {
    vi: 'Tin đã đăng từ {day} nên không sửa thẳng được. Hãy đính chính, người đọc sẽ thấy bản trước và lý do.',
    en: 'The item has been public since {day}, so it cannot simply be changed. Correct it: readers will see the earlier text and why.',
  },
  not_published: {
    vi: 'Tin chưa đăng: hãy sửa trực tiếp, chưa cần đính chính hay gỡ.',
    en: 'The item is not public yet: change it directly, there is nothing to correct or withdraw.',
  },
  withdrawn_already: { vi: 'Tin đã được gỡ ngày {day}.', en: 'The item was withdrawn on {day}.' },
  publish_in_the_past: {
    status: 422,
    vi: 'Giờ đăng đã qua. Để trống nếu muốn đăng ngay.',
    en: 'The time to publish has passed. Leave it empty to publish now.',
  },
  nothing_changed: {
    status: 422,
    vi: 'Nội dung không thay đổi nên không có gì để đính chính.',
    en: 'Nothing changed, so there is nothing to correct.',
  },
  too_many_signs: {
    status: 422,
    vi: 'Một đoạn có quá nhiều dấu định dạng (*, _, ~, `, [, <, @) hoặc lồng nhau quá sâu nên không dựng được trang. Hãy chia nhỏ đoạn đó.',
    en: 'A paragraph holds too many formatting signs (*, _, ~, `, [, <, @) or is nested too deeply to be shown. Divide it.',
  },
  picture_not_there: {
    status: 422,
    vi: 'Không tìm thấy ảnh, hoặc tệp không phải ảnh png, jpeg, webp.',
    en: 'The picture was not found, or the file is not a png, jpeg or webp picture.',
  },
  picture_without_caption: {
    status: 422,
    vi: 'Hãy ghi chú thích cho ảnh để người không nhìn thấy ảnh cũng hiểu.',
    en: 'Give the picture a caption, for readers who cannot see it.',
  },
  related_not_there: {
    status: 422,
    vi: 'Có tin liên quan không còn, hoặc trỏ về chính tin này.',
    en: 'A related item is not there, or points to this item itself.',
  },
  number_needed: {
    status: 422,
    vi: 'Đường dây tư vấn và khẩn cấp phải có số điện thoại.',
    en: 'A line for counsel or emergencies needs a telephone number.',
  },
})

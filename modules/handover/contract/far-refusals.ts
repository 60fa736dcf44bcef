// What may be answered instead of handing over between two installations.

import { defineRefusals } from '../../../platform/contract/refusal.ts'

export const farRefusals = defineRefusals('handover', {
  // Cards and correspondents.
  no_card: {
    vi: 'Hệ thống này chưa có thẻ: người quản trị đặt tên và phạm vi phục vụ trước, ở Hệ thống bạn.',
    en: 'This installation has no card yet: an administrator names it and says which communes it serves, under Sister systems.',
  },
  card_of_ourselves: {
    status: 422,
    vi: 'Đây là thẻ của chính hệ thống này: hãy chọn thẻ mà hệ thống bạn gửi đến.',
    en: 'This is the card of this very installation: choose the one that the other side has sent.',
  },
  card_known: { vi: 'Thẻ này đã có trong sổ.', en: 'This card is registered already.' },
  card_older: {
    vi: 'Thẻ này cũ hơn thẻ đang dùng của {name}: hãy xin thẻ mới nhất.',
    en: 'This card is older than the one in use of {name}: ask for the newest.',
  },
  card_forged: {
    status: 422,
    vi: 'Thẻ không đúng chữ ký của chính nó: nội dung đã bị sửa, hoặc tệp bị hỏng.',
    en: 'The card does not bear its own signature: its words were changed, or the file is damaged.',
  },
  serves_nothing: {
    status: 422,
    vi: 'Đơn vị này hôm nay không có xã, phường nào, hoặc có hơn 2.000: hãy chọn một tỉnh hay một xã.',
    en: 'This unit has no commune today, or more than 2,000: choose a province or a commune.',
  },
  already_confirmed: { vi: 'Thẻ này đã được đối chiếu.', en: 'This card was compared already.' },
  card_distrusted: {
    vi: 'Thẻ này có từ trước khi thu hồi tin cậy: muốn dùng lại thì bên kia đổi khóa và đưa thẻ mới.',
    en: 'This card is from before the revocation: to begin anew the other side renews its keys and gives a new card.',
  },
  correspondent_unknown: {
    status: 422,
    vi: 'Tệp do một hệ thống chưa có trong sổ ký: người quản trị phải vào sổ thẻ của hệ thống đó trước.',
    en: 'The file is signed by an installation that is not registered: an administrator registers its card first.',
  },
  correspondent_unconfirmed: {
    vi: 'Thẻ đã ký tệp này chưa được đối chiếu qua điện thoại, hoặc {name} đã đổi thẻ: người quản trị xem ở Hệ thống bạn.',
    en: 'The card that signed this was not compared by telephone yet, or {name} has renewed it: an administrator looks under Sister systems.',
  },
  correspondent_revoked: {
    vi: '{name} đã bị thu hồi tin cậy: không gửi, không nhận gì của hệ thống này.',
    en: '{name} was revoked: nothing is sent to it or taken from it.',
  },
  not_served: {
    status: 422,
    vi: 'Hệ thống bạn này hôm nay không phục vụ xã, phường đã chọn.',
    en: 'This sister system does not serve the chosen commune today.',
  },

  // Files that are carried.
  far_not_ours: {
    status: 422,
    vi: 'Tệp này không phải là thẻ, gói hồ sơ, biên nhận hay đề nghị rút của Bình Yên.',
    en: 'This file is no card, pack, receipt or request of Bình Yên.',
  },
  far_other_version: {
    status: 422,
    vi: 'Tệp viết theo một phiên bản khác, ở đây chỉ đọc được phiên bản 1: hai bên cần cùng phiên bản phần mềm.',
    en: 'The file is of another version, only version 1 is read here: both sides need the same version of the software.',
  },
  far_other_kind: {
    status: 422,
    vi: 'Đây là một tệp loại khác ({kind}): thẻ thì người quản trị vào sổ, còn lại thì Công an xã mở ở Chuyển hồ sơ.',
    en: 'This is a file of another kind ({kind}): a card is for the administrator, the others are for the commune police.',
  },
  far_broken: {
    status: 422,
    vi: 'Tệp bị hỏng hoặc thiếu một phần: hãy xin tệp lần nữa.',
    en: 'The file is damaged or a part of it is missing: ask for it again.',
  },
  far_forged: {
    status: 422,
    vi: 'Chữ ký không khớp: tệp đã bị sửa, hoặc không phải do {name} ký. Không nhận; hãy gọi cho bên gửi (quy tắc bàn giao: kết quả do nơi nhận ký, không ai sửa; Nghị định, Điều 62.1).',
    en: 'The signature does not hold: the file was changed, or {name} did not sign it. It is not taken; call the sender (rule of handing over: what was decided is signed, nobody changes it; Decree, Art. 62.1).',
  },
  for_another_installation: {
    status: 422,
    vi: 'Tệp này gửi cho một hệ thống khác, không phải hệ thống này.',
    en: 'This file is meant for another installation, not for this one.',
  },
  for_another_key: {
    vi: 'Gói được niêm phong theo một thẻ cũ mà máy này không còn khóa: đưa thẻ mới cho bên gửi, bên gửi rút gói rồi gửi lại.',
    en: 'The pack was sealed for an old card whose key is not here any more: give the sender the new one; they have it back and send again.',
  },
  for_another_commune: {
    status: 422,
    vi: 'Tệp này gửi cho {unit}, không phải cho xã, phường đang chọn.',
    en: 'This file is meant for {unit}, not for the commune that is chosen.',
  },
  pack_too_old: {
    status: 422,
    vi: 'Gói được lập lúc {when}, quá 30 ngày: không nhận. Hãy đề nghị nơi gửi rút và lập gói mới.',
    en: 'The pack was made on {when}, more than 30 days ago: it is not taken. Ask the sender to have it back and make another.',
  },
  pack_in_the_future: {
    status: 422,
    vi: 'Gói ghi giờ lập {when}, chưa tới: một trong hai máy sai giờ.',
    en: 'The pack says it was made on {when}, which is still to come: the clock of one of the two is wrong.',
  },
  pack_other_content: {
    status: 422,
    vi: 'Gói mở được nhưng nội dung không phải một hồ sơ mà phần mềm ở đây hiểu: hai bên cần cùng phiên bản phần mềm.',
    en: 'The pack opens, and what is in it is no file that the software here understands: both sides need the same version.',
  },
  pack_too_large: {
    status: 422,
    vi: 'Hồ sơ này lớn hơn 16 MB khi niêm phong: không chuyển bằng tệp được.',
    en: 'This file is larger than 16 MB when sealed: it cannot be handed over as a file.',
  },
  pack_waits: {
    vi: 'Gói này đã ở đây và đang chờ quyết định (phiếu {number}).',
    en: 'This pack is here already and waits for a decision ({number}).',
  },
  pack_taken_in: {
    vi: 'Gói này đã được tiếp nhận rồi (phiếu {number}): mỗi gói chỉ nhận một lần, để hồ sơ luôn có đúng một nơi giữ (Luật, Điều 27.2, 48.2; Nghị định, Điều 62.1; quy tắc bàn giao).',
    en: 'This pack was accepted already ({number}): a pack is taken in once, so that a file always has one owner (Law, Art. 27.2, 48.2; Decree, Art. 62.1; rule of handing over).',
  },
  pack_returned: {
    vi: 'Gói này đã trả lại nơi gửi (phiếu {number}): muốn chuyển thì nơi gửi lập gói mới (Nghị định, Điều 62.1; quy tắc bàn giao: một gói chỉ quyết định một lần).',
    en: 'This pack was returned to the sender ({number}): to hand the file over they make another (Decree, Art. 62.1; rule of handing over: a pack is decided on once).',
  },
  pack_withdrawn: {
    vi: 'Nơi gửi đã rút gói này (phiếu {number}): không nhận được nữa.',
    en: 'The sender has had this pack back ({number}): it cannot be taken in any more.',
  },
  pack_elsewhere: {
    vi: 'Gói này đã được một xã, phường khác của hệ thống này nhận.',
    en: 'This pack was taken in by another commune of this installation.',
  },
  file_here_already: {
    vi: 'Hồ sơ trong gói đang được giữ ở hệ thống này: không thể có hai nơi giữ. Hãy trả lại và gọi cho nơi gửi.',
    en: 'The file in this pack is kept on this installation already: there cannot be two owners. Return it and call the sender.',
  },
  receipt_of_nothing: {
    status: 422,
    vi: 'Xã, phường này không có lần chuyển nào mang số của biên nhận ({number}).',
    en: 'This commune has no departure that the receipt ({number}) is of.',
  },
  receipt_used: {
    vi: 'Biên nhận này của phiếu {number} đã được ghi rồi.',
    en: 'This receipt of {number} is on record already.',
  },
  receipt_out_of_order: {
    vi: 'Biên nhận nói gói {number} đã được rút, nhưng ở đây chưa ai xin rút: không ghi. Hãy gọi cho nơi nhận.',
    en: 'The receipt says that {number} was given back as asked, and nobody here has asked: it is not entered. Call the receiver.',
  },
  receipt_contradicts: {
    vi: 'Phiếu {number} đã có biên nhận khác kết quả này: không tự đổi. Hãy giữ cả hai tệp và gọi cho nơi nhận.',
    en: 'Of {number} there is a receipt that says otherwise: nothing changes by itself. Keep both files and call the receiver.',
  },
  nothing_to_carry: {
    vi: 'Phiếu {number} không có tệp này để tải.',
    en: 'There is no such file of {number} to download.',
  },
})

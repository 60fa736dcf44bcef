// Words of the sister systems.

import { defineWords } from '../../../../platform/web/words.ts'

export const systemWords = defineWords({
  title: { vi: 'Hệ thống bạn', en: 'Sister systems' },
  why: {
    vi: 'Xã ở tỉnh khác thường làm việc trên một hệ thống khác. Hai bên trao thẻ cho nhau một lần, đọc mã của thẻ qua điện thoại, từ đó hồ sơ chuyển được giữa hai hệ thống bằng tệp niêm phong. Thẻ không có gì bí mật.',
    en: 'The communes of another province usually work on another system. Both sides exchange cards once and read their codes to one another by telephone; from then on files are handed over as sealed files. Nothing in a card is secret.',
  },
  ours: { vi: 'Thẻ của hệ thống này', en: 'The card of this system' },
  none: { vi: 'Hệ thống này chưa có thẻ', en: 'This system has no card yet' },
  noneWhy: {
    vi: 'Đặt tên và chọn đơn vị mà hệ thống này phục vụ; khóa được tạo ngay lúc đó.',
    en: 'Give it a name and choose the unit that it serves; its keys are made then.',
  },
  make: { vi: 'Lập thẻ', en: 'Make the card' },
  change: { vi: 'Đổi tên, phạm vi', en: 'Change name or unit' },
  name: { vi: 'Tên hệ thống', en: 'Name of the system' },
  nameWhy: {
    vi: 'Bên kia thấy tên này, ví dụ: Công an tỉnh Hưng Yên.',
    en: 'The other side sees it, for example: Police of Hưng Yên province.',
  },
  serves: { vi: 'Phục vụ', en: 'Serves' },
  servesField: { vi: 'Đơn vị mà hệ thống này phục vụ', en: 'The unit that this system serves' },
  servesWhy: {
    vi: 'Một tỉnh (mọi xã của tỉnh) hoặc một xã. Gõ tên, có dấu hay không.',
    en: 'A province (all its communes) or one commune. Type its name, with or without marks.',
  },
  choose: { vi: 'Chọn đơn vị', en: 'Choose the unit' },
  noUnit: { vi: 'Không có đơn vị nào mang tên này.', en: 'No unit has this name.' },
  needed: { vi: 'Cần ghi ô này.', en: 'This is needed.' },
  communes: {
    vi: (n: number) => `${n} xã, phường`,
    en: (n: number) => (n === 1 ? '1 commune' : `${n} communes`),
  },
  code: { vi: 'Mã đối chiếu', en: 'Code to compare' },
  codeWhy: {
    vi: 'Đọc mã này qua điện thoại khi bên kia đối chiếu thẻ của mình.',
    en: 'Read it out on the telephone when the other side compares your card.',
  },
  madeAt: { vi: 'Khóa lập lúc', en: 'Keys made' },
  olderKeys: { vi: 'Khóa cũ còn giữ', en: 'Older keys still kept' },
  olderKeysWhy: {
    vi: (n: number) => `${n}, chỉ để mở gói đã niêm phong theo thẻ cũ; tự hủy sau 60 ngày`,
    en: (n: number) => `${n}, only to open packs sealed for an old card; destroyed after 60 days`,
  },
  download: { vi: 'Tải thẻ', en: 'Download the card' },
  renew: { vi: 'Đổi khóa', en: 'Renew the keys' },
  renewSure: {
    vi: 'Từ lúc này mọi thứ ký bằng khóa mới: các hệ thống bạn phải nhận thẻ mới và đối chiếu lại, đến lúc đó tệp gửi đi sẽ bị từ chối. Gói đã niêm phong theo thẻ cũ vẫn mở được trong 60 ngày.',
    en: 'From now on all is signed with the new keys: the sister systems have to register and compare the new card, and refuse your files until then. Packs sealed for the old card still open for 60 days.',
  },
  renewed: {
    vi: 'Đã đổi khóa. Hãy đưa thẻ mới cho các hệ thống bạn.',
    en: 'Renewed. Give the new card to the sister systems.',
  },
  saved: { vi: 'Đã ghi. Hãy đưa thẻ cho các hệ thống bạn.', en: 'Saved. Give the card to the sister systems.' },
  known: { vi: 'Hệ thống bạn trong sổ', en: 'Registered sister systems' },
  noneKnown: { vi: 'Chưa có hệ thống bạn nào', en: 'No sister system yet' },
  noneKnownWhy: {
    vi: 'Vào sổ thẻ mà hệ thống bạn gửi đến, rồi đối chiếu mã qua điện thoại.',
    en: 'Register the card that the other side sent, then compare the code by telephone.',
  },
  register: { vi: 'Vào sổ một thẻ', en: 'Register a card' },
  registerWhy: {
    vi: 'Tệp thẻ mà người quản trị hệ thống bạn gửi. Thẻ mới chưa dùng được cho đến khi đối chiếu mã.',
    en: 'The card that the administrator of the other system sent. A new one is not used until its code was compared.',
  },
  cardFile: { vi: 'Tệp thẻ (.binhyen)', en: 'File of the card (.binhyen)' },
  registered: {
    vi: (name: string) => `Đã vào sổ thẻ của ${name}. Bây giờ đối chiếu mã qua điện thoại.`,
    en: (name: string) => `The card of ${name} is registered. Now compare the code by telephone.`,
  },
  brought: {
    vi: (name: string) => `Đã cập nhật tên và phạm vi của ${name}; khóa không đổi.`,
    en: (name: string) => `Name and communes of ${name} are brought up to date; the keys are the same.`,
  },
  trusted: { vi: 'Đang tin cậy', en: 'Trusted' },
  'to-compare': { vi: 'Chờ đối chiếu', en: 'To be compared' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
  newCard: { vi: 'Có thẻ mới chờ đối chiếu', en: 'A new card waits to be compared' },
  compare: { vi: 'Đối chiếu mã', en: 'Compare the code' },
  compareWhy: {
    vi: 'Gọi người quản trị hệ thống bạn theo số điện thoại đã biết từ trước, không theo số trong thư kèm thẻ. Người ấy đọc mã trên màn hình của họ; từng nhóm số phải đúng như dưới đây.',
    en: 'Call the administrator of the other system by a number that you knew before, not by one that came with the card. They read the code on their screen; each group has to be as below.',
  },
  comparedWith: { vi: 'Đã đọc mã với ai, số điện thoại nào', en: 'Whom you compared it with, by which number' },
  same: { vi: 'Mã trùng khớp', en: 'The code is the same' },
  compared: {
    vi: 'Đã đối chiếu: từ nay gửi và nhận được.',
    en: 'Compared: files can be sent and taken in from now on.',
  },
  comparedOn: {
    vi: (when: string, by: string, whom: string) => `${when}, ${by} đọc mã với ${whom}`,
    en: (when: string, by: string, whom: string) => `${when}, ${by} compared it with ${whom}`,
  },
  comparedAt: { vi: 'Đối chiếu', en: 'Compared' },
  revoke: { vi: 'Thu hồi tin cậy', en: 'Revoke' },
  revokeWhy: {
    vi: 'Khi khóa của bên kia có thể đã lộ. Từ lúc này không gửi, không nhận gì, kể cả biên nhận của những gói đang chờ; muốn nối lại thì bên kia đổi khóa và đưa thẻ mới.',
    en: 'When the keys of the other side may have leaked. From now on nothing is sent or taken, receipts of packs that wait among it; to begin anew they renew their keys and give a new card.',
  },
  revokeLabel: { vi: 'Vì sao', en: 'Why' },
  revokeDone: { vi: 'Đã thu hồi.', en: 'Revoked.' },
  revokedOn: {
    vi: (when: string, by: string, why: string) => `${when}, ${by}: ${why}`,
    en: (when: string, by: string, why: string) => `${when}, ${by}: ${why}`,
  },
  waiting: {
    vi: (n: number) => `${n} gói gửi đi chưa có biên nhận`,
    en: (n: number) => (n === 1 ? '1 pack without a receipt' : `${n} packs without a receipt`),
  },
  registeredAt: { vi: 'Vào sổ', en: 'Registered' },
  olderCards: { vi: 'Thẻ trước', en: 'Cards before' },
})

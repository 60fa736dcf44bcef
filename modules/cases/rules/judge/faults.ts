// Why an event is refused: a closed list of names, each with its sentence.

import { type Bilingual, defineNames } from '../../../../platform/contract/words.ts'

export const eventFaults = defineNames({
  details_not_of_kind: {
    vi: 'Thông tin không đúng với loại sự kiện.',
    en: 'The details do not fit the kind of event.',
  },
  in_the_future: { vi: 'Thời điểm ở tương lai.', en: 'It lies in the future.' },
  unknown_event: { vi: 'Không có sự kiện được nhắc đến.', en: 'The event that is named is not in this file.' },
  already_withdrawn: { vi: 'Sự kiện đó đã được rút lại.', en: 'That event is withdrawn already.' },
  recorded_already: { vi: 'Văn bản này đã được ghi.', en: 'This paper is recorded already.' },
  after_the_end: {
    vi: 'Người đó đã chết hoặc bị tuyên bố mất tích.',
    en: 'The person has died or was declared missing.',
  },
  no_paper: {
    vi: 'Thiếu số, ngày, người ký: không có quyết định thì không có trạng thái.',
    en: 'Number, day or decider are missing: without a decision there is no status.',
  },
  paper_of_another_day: {
    vi: 'Ngày của văn bản khác ngày của sự kiện.',
    en: 'The paper is of another day than the event.',
  },
  not_their_decision: {
    vi: 'Người ký không có thẩm quyền quyết định việc này.',
    en: 'Whoever signed has no power to decide this.',
  },
  not_in_that_law: { vi: 'Luật của thời điểm đó không có việc này.', en: 'The law of that time knows no such thing.' },
  no_ground: { vi: 'Thiếu căn cứ.', en: 'There is no ground.' },
  ground_not_listed: {
    vi: 'Căn cứ không thuộc danh mục của luật.',
    en: 'The ground is none of those that the law lists.',
  },
  before_its_ground: { vi: 'Đề ngày trước căn cứ của nó.', en: 'It is dated before its ground.' },
  determination_first: {
    vi: 'Không có nơi cư trú ổn định: phải xác định tình trạng nghiện trước.',
    en: 'No stable residence: the determination comes first.',
  },
  no_standing: {
    vi: 'Không có trạng thái nào để việc này tác động.',
    en: 'There is nothing standing that this could act on.',
  },
  term_overlaps: { vi: 'Chồng lên một thời hạn đang chạy.', en: 'It overlaps a term that is running.' },
  term_not_over: { vi: 'Thời hạn chưa hết.', en: 'The term is not over.' },
  term_outside_law: {
    vi: 'Số tháng không nằm trong khung của luật.',
    en: 'So many months are not what the law allows.',
  },
  already_addicted: {
    vi: 'Đã được xác định nghiện: không quản lý như người sử dụng.',
    en: 'Found addicted: not to be managed as a user.',
  },
  not_addicted: { vi: 'Chưa có kết quả xác định là nghiện.', en: 'There is no determination of addiction.' },
  not_registered: { vi: 'Chưa đăng ký hình thức này.', en: 'This form was not registered for.' },
  only_public_centre: {
    vi: 'Không có nơi cư trú ổn định: chỉ cai nghiện tại cơ sở công lập, trường giáo dưỡng.',
    en: 'No stable residence: only a public centre or reform school.',
  },
  dossier_open: { vi: 'Đang lập hồ sơ bắt buộc.', en: 'A compulsory dossier is open.' },
  already_begun: { vi: 'Đã bắt đầu.', en: 'It has begun already.' },
  not_begun: { vi: 'Chưa bắt đầu.', en: 'It has not begun.' },
  already_suspended: { vi: 'Đang tạm đình chỉ.', en: 'It is suspended already.' },
  not_suspended: { vi: 'Không có tạm đình chỉ nào.', en: 'Nothing is suspended.' },
  still_detained: { vi: 'Người đó còn đang bị giam giữ.', en: 'The person is still in custody.' },
  age_unknown: {
    vi: 'Chưa biết ngày, năm sinh: phải xác định tuổi trước khi chọn thủ tục của người thành niên hay chưa thành niên.',
    en: 'Neither day nor year of birth is known: the age comes before the choice between the path of adults and that of minors.',
  },
  adult_path_for_minor: {
    vi: 'Chưa đủ 18 tuổi: không theo thủ tục người thành niên.',
    en: 'Under 18: not by the path of adults.',
  },
  minor_path_for_adult: {
    vi: 'Đã đủ 18 tuổi: không theo thủ tục người chưa thành niên.',
    en: 'Of age: not by the path of minors.',
  },
  under_twelve: { vi: 'Chưa đủ 12 tuổi: luật này không áp dụng.', en: 'Under 12: this law does not apply.' },
  parents_missing: {
    vi: 'Thiếu cha, mẹ, người giám hộ hoặc ý kiến của họ.',
    en: 'The parents, the guardian or their opinion are missing.',
  },
  protected: {
    vi: 'Người này không được đưa đi cai nghiện bắt buộc.',
    en: 'This person must not be sent to compulsory rehabilitation.',
  },
  limitation_over: {
    vi: 'Đã hết thời hiệu 3 tháng: không được quyết định nữa.',
    en: 'The limitation of three months is over: nothing may be decided.',
  },
  no_copy: { vi: 'Thông báo phải kèm bản sao bộ hồ sơ.', en: 'The notice comes with a copy of the dossier.' },
  no_notice: { vi: 'Chưa trao thông báo lập hồ sơ.', en: 'The notice of the dossier was not given.' },
  reading_time_not_over: {
    vi: 'Chưa hết 3 ngày làm việc để đọc hồ sơ.',
    en: 'The three working days to read are not over.',
  },
  not_sent: { vi: 'Hồ sơ chưa được chuyển đến Tòa án.', en: 'The dossier was not sent to the court.' },
  too_early_to_close: {
    vi: 'Chỉ xác nhận trong 3 ngày làm việc cuối.',
    en: 'Only within the last three working days.',
  },
  monitoring_without_treatment: {
    vi: 'Giám sát điện tử chỉ đi cùng cai nghiện tại nhà, điều trị thay thế, quản lý sau cai.',
    en: 'Monitoring only goes with rehabilitation at home, substitution treatment or post-rehabilitation.',
  },
  monitoring_of_minor: {
    vi: 'Người chưa thành niên: chỉ khi cha mẹ đề nghị, hoặc sau cai mà không có nơi cư trú ổn định.',
    en: 'Minors: only if parents ask, or in post-rehabilitation without a stable residence.',
  },
  too_early_to_lift: { vi: 'Chưa đủ thời gian để được miễn.', en: 'Too early to be lifted.' },
  monitoring_breached: {
    vi: 'Đã có vi phạm về giám sát điện tử: không được miễn.',
    en: 'Monitoring was breached: it is not lifted.',
  },
  ends_before_it_begins: { vi: 'Kết thúc trước khi bắt đầu.', en: 'It ends before it begins.' },
  interruption_overlaps: {
    vi: 'Chồng lên một khoảng không tính khác.',
    en: 'It overlaps other time that is left out.',
  },
  already_over: { vi: 'Đã kết thúc rồi.', en: 'It is over already.' },
})
export type EventFault = keyof typeof eventFaults

export type Refused = { ok: false; fault: EventFault; article?: Bilingual; with?: string }
export type Verdict = { ok: true; warnings: Bilingual[] } | Refused

export const refused = (fault: EventFault, article?: Bilingual, collides?: string): Refused => ({
  ok: false,
  fault,
  ...(article && { article }),
  ...(collides && { with: collides }),
})

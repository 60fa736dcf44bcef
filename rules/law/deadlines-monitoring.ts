// What comes again and again, and electronic monitoring, from 1 July 2026 on. Luật is Law 120/2025/QH15, Nghị định is Decree 163/2026/NĐ-CP.

import { cited, type Deadline, hours, term } from './deadline.ts'
import type { PeriodId } from './periods.ts'

const periods: readonly PeriodId[] = ['from-2026-07']
const policeHead = { vi: 'Trưởng Công an cấp xã', en: 'Head of the commune police' }

export const deadlinesOfMonitoring: readonly Deadline[] = [
  {
    id: 'check-residence',
    stage: 'management',
    periods,
    what: { vi: 'Kiểm tra cư trú, ít nhất 01 lần mỗi tháng', en: 'Check the residence, at least once a month' },
    begins: { vi: 'Lần kiểm tra trước, hoặc quyết định quản lý', en: 'The last check, or the decision on management' },
    clock: { kind: 'act', span: { count: 1, unit: 'months' } },
    by: { vi: 'Công an cấp xã cùng tổ quản lý', en: 'Commune police with the team' },
    source: cited('Nghị định, Điều 61.1a'),
  },
  {
    id: 'certify-rehabilitation',
    stage: 'voluntary',
    periods,
    what: { vi: 'Cấp giấy xác nhận hoàn thành cai nghiện', en: 'Certify that rehabilitation is completed' },
    begins: { vi: 'Ngày hết thời hạn cai nghiện', en: 'The end of rehabilitation' },
    clock: hours(24),
    back: 'within',
    by: {
      vi: 'Tại nhà: Trưởng Công an cấp xã; tại cơ sở: người đứng đầu',
      en: 'At home: the head of the commune police; in a centre: its head',
    },
    source: cited('Nghị định, Điều 93.4, 94.3, 97.2, 123.2'),
    forms: 'V-28, V-30, V-50',
  },
  {
    id: 'decide-monitoring',
    stage: 'voluntary',
    periods,
    what: { vi: 'Quyết định giám sát điện tử', en: 'Decide on electronic monitoring' },
    begins: {
      vi: 'Quyết định cai nghiện tại nhà, tiếp nhận điều trị, quyết định quản lý sau cai',
      en: 'The decision on rehabilitation at home, the admission to treatment, or post-rehabilitation',
    },
    clock: hours(12),
    by: policeHead,
    source: cited('Luật, Điều 12.2; Nghị định, Điều 15.1, 15.2b, 16.2a'),
    forms: 'I-02',
  },
  {
    id: 'decide-monitoring-asked',
    stage: 'voluntary',
    periods,
    what: {
      vi: 'Quyết định giám sát điện tử theo đề nghị của cha mẹ',
      en: 'Decide on electronic monitoring that parents ask for',
    },
    begins: { vi: 'Nhận đề nghị', en: 'Their request arrives' },
    clock: hours(24),
    by: policeHead,
    source: cited('Nghị định, Điều 15.2a, 16.2b'),
    forms: 'I-01, I-02',
  },
  {
    id: 'fit-monitoring',
    stage: 'voluntary',
    periods,
    what: { vi: 'Thi hành giám sát điện tử', en: 'Carry out electronic monitoring' },
    begins: { vi: 'Quyết định có hiệu lực', en: 'The decision is in force' },
    clock: hours(24),
    by: { vi: 'Cán bộ Công an cấp xã', en: 'An officer of the commune police' },
    source: cited('Nghị định, Điều 17.1'),
    forms: 'I-03, I-04',
  },
  {
    id: 'monitoring-two-years',
    stage: 'voluntary',
    periods,
    what: { vi: 'Giám sát điện tử người điều trị thay thế', en: 'Monitoring in substitution treatment' },
    begins: { vi: 'Quyết định có hiệu lực', en: 'The decision is in force' },
    clock: term(24),
    by: policeHead,
    source: cited('Nghị định, Điều 15.1b'),
    forms: 'I-02',
  },
  {
    id: 'monitoring-one-year',
    stage: 'voluntary',
    periods,
    what: {
      vi: 'Giám sát điện tử người chưa thành niên theo đề nghị của cha mẹ',
      en: 'Monitoring of a minor whose parents ask for it',
    },
    begins: { vi: 'Quyết định có hiệu lực', en: 'The decision is in force' },
    clock: term(12),
    by: policeHead,
    source: cited('Nghị định, Điều 15.2a'),
    forms: 'I-02',
  },
]

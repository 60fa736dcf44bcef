// The public holidays of Viet Nam as data, year by year, with where each year was announced. A year that is not here is not guessed.

export type HolidayYear = {
  year: number
  source: string
  /** False: only what the law fixes is on record, the Government has not announced the year yet. */
  announced: boolean
  /** Days that are written down from memory: nobody has compared them with the notice. */
  recalled?: readonly string[]
  /** Weekdays that nobody works. */
  off: readonly string[]
  /** Saturdays worked in exchange for a day off. */
  worked: readonly string[]
}

const law = 'Bộ luật Lao động 2019, Điều 112'

// Newest first. Resolution 80-NQ/TW of 2026 names 24/11 a day off; it is listed once the Labour Code says so.
export const holidayYears: readonly HolidayYear[] = [
  {
    year: 2027,
    source: law,
    announced: false,
    // Tết falls on Saturday 06/02: five days from the eve, then two days in lieu. 01/05 is a Saturday, made up on 03/05.
    off: [
      '2027-01-01',
      '2027-02-05',
      '2027-02-08',
      '2027-02-09',
      '2027-02-10',
      '2027-02-11',
      '2027-04-16',
      '2027-04-30',
      '2027-05-03',
      '2027-09-02',
      '2027-09-03',
    ],
    worked: [],
  },
  {
    year: 2026,
    source: `${law}; thông báo nghỉ Tết và hoán đổi ngày làm việc năm 2026`,
    announced: true,
    off: [
      '2026-01-01',
      '2026-01-02',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-04-27',
      '2026-04-30',
      '2026-05-01',
      '2026-08-31',
      '2026-09-01',
      '2026-09-02',
    ],
    worked: ['2026-01-10', '2026-08-22'],
  },
  {
    year: 2025,
    source: `${law}; thông báo nghỉ Tết và hoán đổi ngày làm việc năm 2025`,
    announced: true,
    off: [
      '2025-01-01',
      '2025-01-27',
      '2025-01-28',
      '2025-01-29',
      '2025-01-30',
      '2025-01-31',
      '2025-04-07',
      '2025-04-30',
      '2025-05-01',
      '2025-05-02',
      '2025-09-01',
      '2025-09-02',
    ],
    worked: ['2025-04-26'],
  },
  {
    year: 2024,
    source: `${law}; thông báo nghỉ Tết và hoán đổi ngày làm việc năm 2024`,
    announced: true,
    off: [
      '2024-01-01',
      '2024-02-08',
      '2024-02-09',
      '2024-02-12',
      '2024-02-13',
      '2024-02-14',
      '2024-04-18',
      '2024-04-29',
      '2024-04-30',
      '2024-05-01',
      '2024-09-02',
      '2024-09-03',
    ],
    worked: ['2024-05-04'],
  },
  {
    year: 2023,
    source: `${law}; Công văn 8056/VPCP-KGVX ngày 01/12/2022 về nghỉ Tết và nghỉ Quốc khánh năm 2023`,
    announced: true,
    // 01/01, 29/04, 30/04 and 02/09 fell on weekends: days in lieu on the next weekdays.
    off: [
      '2023-01-02',
      '2023-01-20',
      '2023-01-23',
      '2023-01-24',
      '2023-01-25',
      '2023-01-26',
      '2023-05-01',
      '2023-05-02',
      '2023-05-03',
      '2023-09-01',
      '2023-09-04',
    ],
    worked: [],
  },
  {
    year: 2022,
    source: `${law}; Công văn 245/VPCP-KGVX ngày 11/01/2022 về nghỉ Tết năm 2022; nghỉ Quốc khánh ghi theo trí nhớ, cần đối chiếu thông báo`,
    announced: true,
    recalled: ['2022-09-01'],
    // 01/01, 10/04, 30/04 and 01/05 fell on weekends: days in lieu on the next weekdays.
    off: [
      '2022-01-03',
      '2022-01-31',
      '2022-02-01',
      '2022-02-02',
      '2022-02-03',
      '2022-02-04',
      '2022-04-11',
      '2022-05-02',
      '2022-05-03',
      '2022-09-01',
      '2022-09-02',
    ],
    worked: [],
  },
]

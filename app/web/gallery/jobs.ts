// Invented work, for the list of the gallery.

export type Job = {
  id: string
  title: string
  about: string
  who: string
  unit: string
  head: string
  of: string
  due: string
  result: string
  share?: number
  by: string
}

export const jobs: Job[] = [
  {
    id: '15',
    title: 'Mẫu tự đánh giá trường học',
    about: 'toàn huyện · kết luận họp 04/10',
    who: 'Chuyên viên THCS',
    unit: 'Phòng GD&ĐT',
    head: 'Trưởng phòng GD&ĐT',
    of: 'người trước trễ 5 ngày',
    due: '2024-10-30',
    result: '',
    by: 'UBND huyện ban hành',
  },
  {
    id: '07',
    title: 'Chốt danh sách chủ hộ 2 thôn',
    about: 'xã Ngọc Thanh · xin đến 25/11',
    who: 'Công chức VH-XH',
    unit: 'cùng 2 trưởng thôn',
    head: 'Chủ tịch UBND xã',
    of: 'Ngọc Thanh',
    due: '2024-10-31',
    result: 'Danh sách: 5/7 thôn',
    share: 5 / 7,
    by: 'PCT UBND huyện duyệt gia hạn',
  },
  {
    id: '12',
    title: 'Tự đánh giá của 9 cơ quan',
    about: 'TT Lương Bằng · KH 60, mục II',
    who: 'Văn phòng UBND TT',
    unit: 'cùng 9 đơn vị',
    head: 'Chủ tịch UBND thị trấn',
    of: 'Lương Bằng',
    due: '2024-11-08',
    result: 'Bản tự đánh giá: 6/9',
    share: 6 / 9,
    by: 'Tổ thẩm định huyện',
  },
  {
    id: '22',
    title: 'Tờ trình công nhận xã Hùng An',
    about: 'xã Hùng An · KH 60, mục II',
    who: 'Đội CSĐTTP',
    unit: 'về ma túy, CA huyện',
    head: 'Trưởng Công an huyện',
    of: 'phối hợp: UBND xã',
    due: '2024-11-18',
    result: 'Hồ sơ: 7/8 giấy tờ',
    share: 7 / 8,
    by: 'PCT UBND huyện ký trình',
  },
  {
    id: '26',
    title: 'Chốt hồ sơ 4 xã trước khi nhập',
    about: 'giao cho 4 xã, 2 đã xong',
    who: 'Phòng Nội vụ',
    unit: 'cùng 4 UBND xã',
    head: 'Trưởng phòng Nội vụ',
    of: '4 Chủ tịch UBND xã',
    due: '2024-11-29',
    result: 'Biên bản bàn giao: 2/4',
    share: 0.5,
    by: 'Chủ tịch UBND huyện',
  },
]

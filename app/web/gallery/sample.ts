// Sample figures for the gallery only; the places, codes and successions are real, everything else is invented.

import { unitName } from '../../../platform/contract/unit-name.ts'
import type { ShellFeed } from '../../../platform/web/components/shell.tsx'
import type { AreaStatus } from '../../../platform/web/components/status.tsx'
import type { Screen } from '../../../platform/web/screen.ts'

type Commune = { id: string; name: string; type: string; lat: number; lon: number; status: AreaStatus; late?: number }

const commune = (id: string, name: string, lat: number, lon: number, status: AreaStatus, late?: number): Commune => ({
  id,
  name,
  type: id === '12280' ? 'thị trấn' : 'xã',
  lat,
  lon,
  status,
  late,
})

export const communes: readonly Commune[] = [
  commune('12280', 'Lương Bằng', 20.7375, 106.0699, 'working', 1),
  commune('12283', 'Nghĩa Dân', 20.7939, 106.0552, 'outside'),
  commune('12286', 'Toàn Thắng', 20.7898, 106.0376, 'outside'),
  commune('12289', 'Vĩnh Xá', 20.7767, 106.0229, 'outside'),
  commune('12292', 'Phạm Ngũ Lão', 20.7734, 106.0581, 'outside'),
  commune('12295', 'Thọ Vinh', 20.766, 105.993, 'appraising'),
  commune('12298', 'Đồng Thanh', 20.7515, 106.0141, 'outside'),
  commune('12301', 'Song Mai', 20.7409, 106.0346, 'kept'),
  commune('12304', 'Chính Nghĩa', 20.7586, 106.0611, 'kept'),
  commune('12307', 'Nhân La', 20.748, 106.093, 'kept'),
  commune('12310', 'Phú Thịnh', 20.752, 105.983, 'kept'),
  commune('12313', 'Mai Động', 20.7259, 105.9788, 'kept'),
  commune('12316', 'Đức Hợp', 20.7185, 105.9964, 'outside'),
  commune('12319', 'Hùng An', 20.7315, 106.0111, 'appraising'),
  commune('12322', 'Ngọc Thanh', 20.7209, 106.0317, 'working', 1),
  commune('12325', 'Vũ Xá', 20.733, 106.093, 'kept'),
  commune('12328', 'Hiệp Cường', 20.7144, 106.0699, 'working', 1),
]

const place = (
  id: string,
  icon: NonNullable<Screen['nav']>['icon'],
  vi: string,
  en: string,
  order: number,
  section?: 'admin',
): Screen => ({
  path: id,
  title: { vi, en },
  load: () => import('./gallery.tsx'),
  nav: { icon, label: { vi, en }, order, section },
})

export const sampleScreens: readonly Screen[] = [
  place('_kit', 'home', 'Trang chủ', 'Home', 1),
  place('areas', 'map', 'Địa bàn', 'Areas', 2),
  place('programme', 'flag', 'Chương trình', 'Programme', 3),
  place('tasks', 'tasks', 'Nhiệm vụ', 'Tasks', 4),
  place('commitments', 'pen', 'Ký cam kết', 'Commitments', 5),
  place('recognition', 'kept', 'Công nhận', 'Recognition', 6),
  place('papers', 'doc', 'Họp và văn bản', 'Meetings and papers', 7),
  place('reports', 'chart', 'Báo cáo', 'Reports', 8),
  place('portal', 'news', 'Cổng công khai', 'Public site', 9),
  place('access', 'users', 'Người và quyền', 'People and rights', 1, 'admin'),
  place('audit', 'history', 'Nhật ký truy vết', 'Audit trail', 2, 'admin'),
  place('settings', 'sliders', 'Cài đặt', 'Settings', 3, 'admin'),
]

export const sampleFeed: ShellFeed = {
  unit: 'Huyện Kim Động',
  notice: {
    lead: 'Dữ liệu minh họa.',
    text: 'Danh sách xã, chỉ tiêu và số văn bản lấy từ Kế hoạch 60/KH-UBND ngày 07/3/2024; tình trạng, số đã ký, nhiệm vụ và hạn là giả định.',
  },
  who: { post: 'Phó Chủ tịch UBND huyện', duty: 'Phó Trưởng Ban Chỉ đạo' },
  whoItems: [
    { key: 'me', label: 'Tài khoản của tôi', icon: 'user', to: '/me' },
    { key: 'out', label: 'Đăng xuất', icon: 'out', onPick: () => {} },
  ],
  counts: { tasks: { count: 4, words: 'việc trễ hạn' } },
  alerts: 3,
  alertItems: [
    {
      key: '1',
      label: 'Xã Ngọc Thanh xin gia hạn',
      note: 'chốt danh sách chủ hộ, đến 25/11/2024',
      icon: 'stamp',
      to: '/tasks',
    },
    { key: '2', label: 'Tờ trình xã Hùng An chờ ký', note: 'còn 3 ngày', icon: 'pen', to: '/tasks' },
    { key: '3', label: '2 máy chưa gửi quá 3 ngày', icon: 'device', to: '/sync' },
  ],
  foot: 'Bình Yên 0.1 · máy chủ tỉnh',
  holds: () => true,
  sources: [
    {
      label: { vi: 'Địa bàn', en: 'Areas' },
      find: (typed, language) =>
        communes
          .filter((one) => one.name.toLowerCase().includes(typed.toLowerCase()))
          .slice(0, 5)
          .map((one) => ({
            id: one.id,
            label: unitName(one, language),
            note: `mã ${one.id}`,
            icon: 'map' as const,
            to: `/areas/${one.id}`,
          })),
    },
  ],
}

// Home, as the mock-up has it: where do we stand, on the map, through time.

import './home-part.css'
import { Bar } from '../../../platform/web/components/bar.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card, More } from '../../../platform/web/components/card.tsx'
import { HexMap } from '../../../platform/web/components/hex-map.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { Legend } from '../../../platform/web/components/legend.tsx'
import { AsOf, Num, Tag } from '../../../platform/web/components/marks.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { Strip } from '../../../platform/web/components/strip.tsx'
import { TimeSlider } from '../../../platform/web/components/time-slider.tsx'
import { shareOf, showNumber, showPercent, showWeekday } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useView } from '../../../platform/web/view.tsx'
import { communes } from './sample.ts'

const groups: readonly (readonly [string, number, number | null])[] = [
  ['Lãnh đạo xã, thị trấn', 11, 11],
  ['Cán bộ, CC, VC, người LĐ', 2143, 2143],
  ['Đảng viên', 4812, 4926],
  ['Cơ sở KD có điều kiện ANTT', 131, 147],
  ['Chủ hộ gia đình', 31264, 35870],
  ['Doanh nghiệp, công ty', 214, 268],
  ['Chủ cụm công nghiệp', 0, null],
]
const late = [
  ['Trễ 16 ngày', 'Mẫu tự đánh giá trường học', 'hạn 30/10', 'Trưởng phòng GD&ĐT', 'người trước trễ 5 ngày'],
  ['Trễ 15 ngày', 'Chốt danh sách chủ hộ 2 thôn', 'hạn 31/10', 'Chủ tịch UBND xã', 'Ngọc Thanh'],
  ['Trễ 7 ngày', 'Tự đánh giá của 9 cơ quan', 'hạn 08/11', 'Chủ tịch UBND thị trấn', 'Lương Bằng'],
  ['Trễ 1 ngày', 'Báo cáo kỳ 15/10 đến 14/11', 'hạn 14/11', 'Chủ tịch UBND xã', 'Hiệp Cường'],
] as const

export function HomePart() {
  const language = useLanguage()
  const { on, setOn, today } = useView()
  return (
    <div className="g-home">
      <h1 className="sr">Trang chủ</h1>
      <Card className="g-stand">
        <div className="hd">
          <h2>Đang ở đâu so với chỉ tiêu</h2>
          <span className="grow" />
          <AsOf at="2024-11-15T02:42:00Z" />
        </div>
        <div className="big">
          <span className="fig">
            6<small>/17</small>
          </span>
          <span className="of">
            xã, thị trấn
            <br />
            không ma túy
          </span>
          <span className="goal">
            Chỉ tiêu 31/12/2024: <b>11/17</b>
            <br />
            còn thiếu <b>5</b>, còn <b>46 ngày</b>
          </span>
        </div>
        <Strip goal={11} units={communes} />
        <HexMap
          quiet
          label="Sơ đồ 17 xã, thị trấn huyện Kim Động theo tình trạng"
          units={communes.map((one) => ({ ...one, to: `/areas/${one.id}` }))}
          merges={[
            { between: ['12295', '12310'], text: 'Từ 01/12/2024: Thọ Vinh và Phú Thịnh nhập thành một xã' },
            { between: ['12307', '12325'], text: 'Từ 01/12/2024: Nhân La và Vũ Xá nhập thành một xã' },
          ]}
        />
        <TimeSlider
          from="2024-01-01"
          to="2024-12-31"
          day={on}
          onDay={setOn}
          known={today}
          end="Sơ đồ vị trí, chưa có ranh giới"
          marks={[
            { day: '2024-01-01', text: 'T1' },
            { day: '2024-03-15', text: '15/3 phát động' },
            { day: '2024-12-01', title: '01/12 nhập xã' },
            { day: '2024-12-31', text: '01/12 nhập xã · 31/12 hạn' },
          ]}
        />
        <Legend
          items={[
            { status: 'kept', count: 6 },
            { status: 'appraising', count: 2 },
            { status: 'working', count: 3 },
            { status: 'outside', count: 6 },
            { icon: 'merge', text: 'Nhập từ 01/12/2024: 17 còn 15 đơn vị' },
          ]}
        />
      </Card>
      <div className="col">
        <Card
          title="Việc trễ và người đứng đầu trả lời"
          end={
            <>
              <Status kind="late">4 trễ</Status>
              <More to="/tasks">7 việc sắp đến hạn</More>
            </>
          }
        >
          <ul className="g-late">
            {late.map(([how, what, due, post, unit]) => (
              <li key={what}>
                <Status kind="late">{how}</Status>
                <span>
                  <b>{what}</b>
                  <small>{due}</small>
                </span>
                <span>
                  <b>{post}</b>
                  <small>{unit}</small>
                </span>
              </li>
            ))}
          </ul>
        </Card>
        <Card
          title="Việc của tôi hôm nay"
          beside={<Tag>4 việc</Tag>}
          end={<AsOf icon="calendar">{showWeekday(today, language)}</AsOf>}
        >
          <ul className="g-mine">
            <li>
              <Icon name="stamp" />
              <span className="grow">
                <b>Duyệt gia hạn</b> đến 25/11 cho xã Ngọc Thanh
              </span>
              <Button small main>
                Xem xét
              </Button>
            </li>
            <li>
              <Icon name="pen" />
              <span className="grow">
                <b>Ký tờ trình</b> đề nghị công nhận xã Hùng An
              </span>
              <Status kind="soon">Còn 3 ngày</Status>
              <Button small>Mở</Button>
            </li>
          </ul>
        </Card>
        <Card title="Cam kết và chuẩn đơn vị" end={<AsOf icon="device">2 máy chưa gửi quá 3 ngày</AsOf>}>
          <ul className="g-cov">
            {groups.map(([name, signed, all]) => (
              <li key={name}>
                <span>{name}</span>
                <Bar share={all === null ? undefined : shareOf(signed, all)} />
                {all === null ? (
                  <span className="nd">chưa chốt danh sách</span>
                ) : (
                  <>
                    <Num to="/commitments">
                      {showNumber(signed, language)}/{showNumber(all, language)}
                    </Num>
                    <b>{showPercent(signed, all, language)}</b>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </div>
  )
}

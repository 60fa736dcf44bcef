// The five states and the status vocabulary.

import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { AsOf, Tag } from '../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import {
  Empty,
  Loading,
  LongWork,
  NotFound,
  Offline,
  Refused,
  TooMany,
} from '../../../platform/web/components/states.tsx'
import { Status, type StatusKind, statusIcon } from '../../../platform/web/components/status.tsx'
import './state-part.css'

const refused = {
  status: 403,
  code: 'platform.not_allowed',
  title: 'Bạn chưa được xem xã Song Mai',
  detail:
    'Quyền của bạn: cán bộ chương trình, xã Hùng An, đến 31/12/2024. Người cấp được quyền: Chánh Văn phòng HĐND và UBND huyện.',
  fields: [],
  extra: {},
}

export function StatePart() {
  return (
    <div className="stack">
      <PageHead title="Năm trạng thái, biểu mẫu và từ vựng" />
      <div className="g-three">
        <Card title="Trống">
          <Empty title="Không có việc nào trễ hạn" actions={<Button small>Xem 7 việc</Button>}>
            7 việc đến hạn trong 7 ngày tới. Sớm nhất là 18/11, Trưởng Công an huyện.
          </Empty>
        </Card>
        <Card title="Đang tải">
          <Loading onStop={() => {}} />
        </Card>
        <Card title="Bị từ chối">
          <Refused problem={refused} actions={<Button small>Xin quyền</Button>} />
        </Card>
        <Card title="Mất mạng" padded>
          <Offline asOf={new Date('2024-11-15T02:40:00Z')} waiting={3} />
        </Card>
        <Card title="Quá nhiều" padded beside={<Tag>1.284.006 dòng</Tag>}>
          <TooMany>Cuộn được hết; lọc theo xã để nhanh hơn.</TooMany>
          <LongWork
            title="Đang xuất .csv"
            share={0.42}
            left="42%, còn 6 giây"
            done="539.282 dòng đã ghi"
            onCancel={() => {}}
          />
          <LongWork title="Đang nhập danh sách" icon="upload" onCancel={() => {}} />
        </Card>
        <Card title="Lời nhắc" padded end={<AsOf icon="check">Nháp tự lưu 10:32</AsOf>}>
          <div className="stack">
            <Note>Thường</Note>
            <Note tone="soon" icon="soon">
              Còn 6 giờ để ra quyết định
            </Note>
            <Note tone="late" icon="late">
              Trễ hạn chuyển hồ sơ 2 giờ
            </Note>
            <Note tone="sealed" icon="lock">
              Hồ sơ mật
            </Note>
          </div>
        </Card>
      </div>
      <Card title="Từ vựng tình trạng: biểu tượng và chữ trước, màu sau" padded>
        <div className="g-words">
          {(Object.keys(statusIcon) as StatusKind[]).map((kind) => (
            <Status key={kind} kind={kind} />
          ))}
        </div>
      </Card>
      <NotFound />
    </div>
  )
}

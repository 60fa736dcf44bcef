// Forms, dialogs, messages.

import { useState } from 'react'
import { unitName } from '../../../platform/contract/unit-name.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { CheckField, ChecksField, RadioField } from '../../../platform/web/components/choice-field.tsx'
import { useConfirm } from '../../../platform/web/components/confirm.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { SelectField, TextArea, TextField } from '../../../platform/web/components/field.tsx'
import { FileField } from '../../../platform/web/components/file-field.tsx'
import { DraftKept, Form } from '../../../platform/web/components/form.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { MenuButton } from '../../../platform/web/components/menu.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { communes } from './sample.ts'

const purposes = [
  { value: 'decide', label: 'Ra quyết định quản lý (Điều 24 Luật)' },
  { value: 'check', label: 'Kiểm tra cư trú hằng tháng (Điều 61 NĐ)' },
  { value: 'other', label: 'Việc khác, ghi căn cứ' },
]

export function FormPart() {
  const draft = useDraft('gallery', { title: '', note: '', due: '', area: '12301', kind: '', files: [] as string[] })
  const language = useLanguage()
  const [files, setFiles] = useState<File[]>([])
  const [day, setDay] = useState('2024-11-29')
  const [groups, setGroups] = useState<string[]>(['party'])
  const [open, setOpen] = useState<'side' | 'sealed'>()
  const [purpose, setPurpose] = useState('decide')
  const ask = useConfirm()
  return (
    <>
      <PageHead title="Giao việc" />
      <div className="two">
        <Card title="Biểu mẫu" padded end={<DraftKept at={draft.keptAt} />}>
          <Form
            send="Giao việc"
            onSend={() => say({ text: 'Đã giao việc cho Chủ tịch UBND xã Song Mai', undo: () => say('Đã hoàn tác') })}
            others={<Button>Thôi</Button>}
            keptAt={draft.keptAt}
            onForget={draft.forget}
            problem={{
              status: 0,
              code: 'offline',
              title: 'Không có mạng.',
              detail: 'Máy chủ chưa trả lời. Nội dung bạn gõ vẫn còn nguyên.',
              fields: [],
              extra: {},
            }}
          >
            <TextField
              label="Việc"
              value={draft.value.title}
              onChange={(title) => draft.change({ title })}
              reason="Một việc, một kết quả nhìn thấy được."
            />
            <PickField
              label="Địa bàn"
              value={draft.value.area}
              onChange={(area) => draft.change({ area })}
              choices={communes.map((one) => ({
                value: one.id,
                label: unitName(one, language),
                note: `mã ${one.id}`,
              }))}
            />
            <DateField
              label="Hạn hoàn thành"
              value={day}
              onChange={setDay}
              problem="Tháng 02/2024 có 29 ngày. Nhập lại, ví dụ 29/02/2024."
            />
            <SelectField
              label="Căn cứ"
              value="60"
              onChange={() => {}}
              choices={[{ value: '60', label: 'Kế hoạch 60/KH-UBND ngày 07/3/2024' }]}
              reason="Giao cho chức danh: đổi người thì việc vẫn theo chức danh."
            />
            <TextArea label="Ghi chú" optional value={draft.value.note} onChange={(note) => draft.change({ note })} />
            <FileField
              label="Văn bản kèm theo"
              files={files}
              onChange={setFiles}
              kinds={['.pdf', '.docx']}
              several
              reason="Bản quét .pdf hoặc .docx, mỗi tệp dưới 25 MB."
            />
          </Form>
        </Card>
        <div className="stack">
          <Card title="Chọn" padded>
            <RadioField label="Mục đích" choices={purposes} value={purpose} onChange={setPurpose} />
            <ChecksField
              label="Nhóm ký"
              problem="Chọn ít nhất hai nhóm."
              values={groups}
              onChange={setGroups}
              choices={[
                { value: 'party', label: 'Đảng viên' },
                { value: 'house', label: 'Chủ hộ gia đình', note: 'danh sách chốt 01/3/2024' },
              ]}
            />
            <CheckField label="Báo cho người đứng đầu ngay" value onChange={() => {}} />
          </Card>
          <Card title="Hộp thoại và lời báo" padded>
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
              <Button onClick={() => setOpen('side')}>Chi tiết bên cạnh</Button>
              <Button onClick={() => setOpen('sealed')}>Hỏi mục đích</Button>
              <Button
                danger
                icon="trash"
                onClick={async () => {
                  if (
                    await ask({
                      title: 'Thu hồi quyết định?',
                      text: 'Việc này ghi vào nhật ký và không lấy lại được.',
                      yes: 'Thu hồi quyết định',
                      danger: true,
                    })
                  )
                    say('Đã thu hồi')
                }}
              >
                Thu hồi
              </Button>
              <Button onClick={() => say({ text: 'Chưa gửi được: máy chủ bận.', bad: true })}>Lời báo lỗi</Button>
              <Button busy main>
                Đang gửi
              </Button>
              <Button disabled>Không bấm được</Button>
              <MenuButton
                className="iconbtn"
                label="Việc khác"
                items={[
                  { key: 'a', label: 'In', icon: 'print' },
                  { key: 'b', label: 'Xóa', icon: 'trash', danger: true },
                ]}
              >
                <Icon name="more" />
              </MenuButton>
            </div>
          </Card>
        </div>
      </div>
      <Dialog
        open={open === 'side'}
        side
        title="Chốt danh sách chủ hộ 2 thôn"
        onClose={() => setOpen(undefined)}
        actions={<Button main>Lưu</Button>}
      >
        Nội dung
      </Dialog>
      <Dialog
        open={open === 'sealed'}
        tone="sealed"
        icon="lock"
        title="Mở hồ sơ HC-2026-0031 để làm gì?"
        onClose={() => setOpen(undefined)}
        actions={<Button main>Mở hồ sơ</Button>}
      >
        <RadioField label="Mục đích" choices={purposes} value={purpose} onChange={setPurpose} />
      </Dialog>
    </>
  )
}

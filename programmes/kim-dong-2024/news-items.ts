// The news of the demonstration. The conference is a fact; every other item is invented and marked so.

export type DemoNews = {
  key: string
  slug: string
  title: string
  summary: string
  body: string
  source: string
  publishAt: string
  views: number
  related: readonly string[]
  picture?: { file: string; caption: string }
  fact?: boolean
  correction?: { at: string; reason: string; title: string; summary: string; body: string }
}

export const newsItems: readonly DemoNews[] = [
  {
    key: 'hoi-nghi',
    slug: 'hoi-nghi-phat-dong-xay-dung-huyen-kim-dong-khong-co-ma-tuy',
    title: 'Hội nghị phát động xây dựng huyện Kim Động không có ma túy',
    summary:
      'Ngày 15/3/2024 tại Nhà văn hóa huyện, lãnh đạo 11 xã, thị trấn ký cam kết với huyện thực hiện Kế hoạch 60/KH-UBND.',
    source: 'Công an huyện',
    publishAt: '2024-03-15T17:30:00+07:00',
    views: 1284,
    related: ['chi-thi-43', 'cam-ket'],
    picture: { file: 'canh-dong.webp', caption: 'Hình vẽ thay ảnh hội nghị' },
    fact: true,
    body: `Hội nghị triển khai Chỉ thị 43/CT-HU ngày 27/02/2024 của Ban Thường vụ Huyện ủy và Kế hoạch 60/KH-UBND ngày 07/3/2024 của UBND huyện.

## Chỉ tiêu năm 2024

- Giữ vững **6 xã** đã được công nhận không ma túy: Song Mai, Chính Nghĩa, Mai Động, Nhân La, Vũ Xá, Phú Thịnh.
- Chuyển hóa **5 xã, thị trấn**: TT Lương Bằng, Hiệp Cường, Hùng An, Ngọc Thanh, Thọ Vinh.
- Đến hết năm có **11 trong 17** xã, thị trấn không ma túy; 100% cơ quan, đơn vị, trường học đạt chuẩn.

Tại hội nghị, lãnh đạo 11 xã, thị trấn ký cam kết với lãnh đạo huyện. Đại diện địa phương giáp ranh cùng dự.`,
  },
  {
    key: 'song-mai',
    slug: 'song-mai-mai-dong-giu-vung-dia-ban-khong-ma-tuy-nhu-the-nao',
    title: 'Song Mai, Mai Động giữ vững địa bàn không ma túy như thế nào',
    summary: 'Nắm từng hộ, nói chuyện sớm với gia đình có con em học xa, và không để ai về mà không có việc làm.',
    source: 'Phòng VH&TT huyện',
    publishAt: '2024-03-22T08:00:00+07:00',
    views: 642,
    related: ['hoi-nghi', 'truong-hoc', 'cam-ket'],
    body: `Hai xã đều có thói quen giống nhau: mỗi thôn một tổ, mỗi tháng một buổi gặp ngắn.

## Ba việc làm đều

1. Trưởng thôn và chi hội phụ nữ cùng đến thăm nhà mới có người đi làm xa về.
2. Trường học báo sớm cho gia đình khi học sinh nghỉ học không lý do.
3. Xã giới thiệu việc làm tại cụm công nghiệp cho người cần.

> Nói chuyện sớm thì nhẹ, để muộn thì nặng.`,
  },
  {
    key: 'truong-hoc',
    slug: 'truong-hoc-phai-lam-gi-de-dat-chuan-nam-cau-hoi-thuong-gap',
    title: 'Trường học phải làm gì để đạt chuẩn: năm câu hỏi thường gặp',
    summary: 'Kế hoạch, cam kết, tuyên truyền, phối hợp với gia đình, báo cáo đúng hạn.',
    source: 'Phòng GD&ĐT huyện',
    publishAt: '2024-03-19T09:00:00+07:00',
    views: 918,
    related: ['hoi-nghi', 'cam-ket'],
    body: `**1. Ai phải ký cam kết?** Cán bộ, giáo viên, nhân viên của trường. Học sinh ký cùng cha mẹ theo hướng dẫn của trường.

**2. Tự đánh giá lúc nào?** Theo lịch của Phòng GD&ĐT, bằng mẫu chung.

**3. Có học sinh vi phạm thì trường mất danh hiệu ngay không?** Không tự động. Trường báo cáo, cùng gia đình và Công an xã giúp các em, rồi mới xét.

**4. Tuyên truyền thế nào là đủ?** Mỗi học kỳ ít nhất một buổi cho toàn trường, có phần hỏi đáp.

**5. Báo cáo gửi ai?** Gửi Phòng GD&ĐT và UBND xã, thị trấn nơi trường đóng.`,
  },
  {
    key: 'dinh-chinh',
    slug: 'dinh-chinh-so-co-so-kinh-doanh-co-dieu-kien-trong-tin-ngay-16-3',
    title: 'Đính chính: số cơ sở kinh doanh có điều kiện trong tin ngày 16/3',
    summary: 'Số đúng là 147 cơ sở, không phải 174. Bản trước khi sửa vẫn được giữ để đối chiếu.',
    source: 'Ban biên tập',
    publishAt: '2024-03-18T10:00:00+07:00',
    views: 205,
    related: ['ra-soat'],
    body: `Trong tin ngày 16/3 về rà soát cơ sở kinh doanh có điều kiện về an ninh trật tự, chúng tôi ghi nhầm **174** cơ sở. Số đúng là **147**.

Chúng tôi xin lỗi bạn đọc. Bản cũ và lý do sửa có ở cuối tin ngày 16/3.`,
  },
  {
    key: 'ra-soat',
    slug: 'ra-soat-co-so-kinh-doanh-co-dieu-kien-ve-an-ninh-trat-tu',
    title: 'Rà soát 147 cơ sở kinh doanh có điều kiện về an ninh trật tự',
    summary: 'Chủ cơ sở được hướng dẫn ký cam kết và báo tin khi thấy dấu hiệu bất thường.',
    source: 'Công an huyện',
    publishAt: '2024-03-16T08:30:00+07:00',
    views: 377,
    related: ['dinh-chinh', 'cam-ket'],
    body: `Toàn huyện có **147** cơ sở lưu trú, karaoke, cầm đồ và ngành nghề có điều kiện khác. Mỗi cơ sở được gặp một lần trong quý II để hướng dẫn ký cam kết.`,
    correction: {
      at: '2024-03-18T09:40:00+07:00',
      reason: 'Ghi nhầm thứ tự chữ số: 147 thành 174.',
      title: 'Rà soát 174 cơ sở kinh doanh có điều kiện về an ninh trật tự',
      summary: 'Chủ cơ sở được hướng dẫn ký cam kết và báo tin khi thấy dấu hiệu bất thường.',
      body: `Toàn huyện có **174** cơ sở lưu trú, karaoke, cầm đồ và ngành nghề có điều kiện khác. Mỗi cơ sở được gặp một lần trong quý II để hướng dẫn ký cam kết.`,
    },
  },
  {
    key: 'cam-ket',
    slug: '11-xa-thi-tran-cam-ket-nhung-gi',
    title: '11 xã, thị trấn cam kết những gì',
    summary:
      'Năm điều không: không bao che, không tổ chức, không sử dụng, không mua bán, không tàng trữ trái phép chất ma túy.',
    source: 'UBND huyện',
    publishAt: '2024-03-15T18:00:00+07:00',
    views: 511,
    related: ['hoi-nghi'],
    body: `Lãnh đạo 11 xã, thị trấn cam kết thực hiện Kế hoạch 60/KH-UBND và vận động các nhóm ở địa phương cùng ký:

- đảng viên; cán bộ, công chức, viên chức, người lao động;
- chủ hộ gia đình;
- chủ cụm công nghiệp, doanh nghiệp, công ty;
- cơ sở, hộ kinh doanh có điều kiện về an ninh trật tự.

Nội dung chung: **không bao che, không tổ chức, không sử dụng, không mua bán, không tàng trữ trái phép chất ma túy**.`,
  },
  {
    key: 'chi-thi-43',
    slug: 'chi-thi-43-ct-hu-trach-nhiem-nguoi-dung-dau',
    title: 'Chỉ thị 43/CT-HU: trách nhiệm người đứng đầu',
    summary:
      'Người đứng đầu cấp ủy, chính quyền, cơ quan, trường học chịu trách nhiệm về địa bàn, đơn vị mình phụ trách.',
    source: 'Huyện ủy Kim Động',
    publishAt: '2024-02-28T08:00:00+07:00',
    views: 433,
    related: ['hoi-nghi'],
    body: `Ban Thường vụ Huyện ủy ban hành Chỉ thị 43/CT-HU ngày 27/02/2024, mở đầu cho kế hoạch năm 2024.

Tinh thần chung: rõ người, rõ việc, rõ trách nhiệm, rõ thời gian, rõ kết quả, rõ thẩm quyền.`,
  },
]

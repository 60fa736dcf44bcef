// Words that people in Viet Nam reach for when a password is asked of them; typed without marks, as passwords are.

const love =
  'anhyeuem emyeuanh yeuem yeuanh iuem iuanh thuonganh thuongem nhoem nhoanh mailaanh maimai maiyeu tinhyeu hanhphuc vochong giadinh conyeu bome mebo yeubome concua bebi beiu cunyeu meocon'
const words =
  'matkhau matkhaumoi matma khongbiet khongco quenmatkhau dangnhap taikhoan nguoidung quantri quanly macdinh abcxyz xinchao chaoban camon cochu tuoitre hoabinh doclap tudo vietnam vietnamvodich viet nam toiyeuvietnam tuhaovietnam quehuong datnuoc tiengviet hocsinh giaovien truonghoc vanphong congan uyban uybannhandan ubnd hdnd huyenuy tinhuy danguy congchuc vienchuc canbo nhanvien chutich phochutich bithu chinhquyen nhanuoc banquanly binhyen matuy phongchongmatuy xahoi dichvucong hanhchinh motcua kehoach baocao'
const places =
  'hanoi saigon hochiminh tphcm haiphong danang cantho hue hungyen haiduong thaibinh namdinh hanam ninhbinh bacninh bacgiang quangninh vinhphuc phutho thanhhoa nghean hatinh quangbinh quangtri quangnam quangngai binhdinh khanhhoa nhatrang dalat lamdong daklak gialai kontum binhduong dongnai vungtau longan tiengiang bentre travinh vinhlong angiang kiengiang camau soctrang baclieu kimdong luongbang nghiadan toanthang vinhxa phamngulao thovinh dongthanh songmai chinhnghia nhanla phuthinh maidong duchop hungan ngocthanh vuxa hiepcuong diendong phoi hien songhong'
const names =
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly nguyenvan tranvan levan phamvan nguyenthi tranthi lethi phamthi anh bao binh chi cuong dat dung duc giang ha hai hang hanh hieu hoa hong huong hung huy khanh khoa kien lan lien linh loan long mai minh nam nga ngan ngoc nhung oanh phong phuc phuong quan quang quynh son tai tam thang thanh thao thinh thu thuy tien toan trang trung tu tuan tung tuyet van viet vinh xuan yen'
const rhythm =
  'motkhongba mothaiba mothaibabon mothaibabonnam khongmothai matkhau123 matkhau1 admin123 anhyeuem123 vietnam123 hanoi123 123anhyeuem 123vietnam abc123 qwerty123 zxcvbnm asdasd 123123 112233 010203 19001080 113114115 baymuoilam tamtam phatloc locphat 6868 8686 686868 868686 9999 7979 787878'

export const commonVietnamese: readonly string[] = [love, words, rhythm, places, names].flatMap((line) =>
  line.split(' '),
)

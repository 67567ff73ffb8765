/** Texts of requests; `{h}` is what is looked for, `{t}` what it is for, `{s}` the size, `{who}` who asks, `{ward}` where. */
const lines = (text: string): string[] => text.trim().split('\n');

export const NEED_TITLES = lines(`
Cần {h} {t} khoảng {s}
Tìm {h} cho {t}, cỡ {s}
Muốn mua {h} {t} {s}
{T}: tìm {h} chừng {s}
Hỏi {h} dùng cho {t}, {s}
Cần tư vấn chọn {h} {t} {s}`);

export const NEED_TITLES_PLAIN = lines(`
Cần {h} {t}
Tìm nơi chuyển giao {h} {t}
Muốn hợp tác về {h} {t}
Tìm đơn vị làm {h} {t}
Hỏi về {h} {t}`);

/** Who asks, and why now. */
export const SITUATIONS = lines(`
Chúng tôi ở {ward}, lâu nay làm theo kinh nghiệm, muốn làm bài bản hơn.
Đã thử một nơi khác nhưng không ra đúng như hứa.
Nhà làm nghề ba đời, nay con cháu muốn đổi mới.
Hợp tác xã có {n:18..240} hộ thành viên, cần làm chung cho đỡ tốn.
Sang năm mở rộng gấp {n:2..4} lần, cách hiện nay không kham nổi.
Đang xin hỗ trợ của tỉnh nên cần phương án rõ ràng.
Đối tác mới đòi chất lượng đồng đều hơn hiện nay.`);

export const WORKSHOP_SITUATIONS = lines(`
Hiện chúng tôi ở {ward} làm thủ công nên hao hụt nhiều và thiếu người vào vụ.
Cơ sở đang dùng đồ cũ hơn {n:6..15} năm, hư liên tục, thợ sửa ở xa.
Giá nhân công lên {n:20..60} % trong ba năm, lời còn rất mỏng.
Chúng tôi mới mở xưởng ở {ward}, mặt bằng {n:120..1500} m², điện {n:1..3} pha.
Năm nay nước mặn vào sớm, cách làm cũ không còn hợp ở {ward}.`);

export const WISHES = lines(`
Mong gặp bên đã làm thật cho {t}, cho xem tận nơi.
Cần người hướng dẫn đến khi mình tự làm được.
Cần hóa đơn và giấy tờ đủ để xin hỗ trợ của tỉnh.
Trả góp hoặc trả theo kết quả thì càng tốt.
Xin gửi tài liệu tiếng Việt, dễ hiểu, có ví dụ.
Ưu tiên bên ở gần để gặp được khi có việc.`);

export const WORKSHOP_WISHES = lines(`
Nên có bảo hành ít nhất {n:12..24} tháng và phụ tùng ở miền Tây.
Ưu tiên loại ít tốn điện, dễ lau rửa.
Không cần loại tự động hoàn toàn, bền và dễ sửa là chính.
Xin báo giá gồm cả chở và lắp, xuống bến {ward}.
Muốn thử một lần bằng nguyên liệu của mình trước khi quyết.`);

/** `name | fields` of those who look for something; `{ward}` is the place, `{given}` a name. */
export const ENTERPRISE_NAMES = lines(`
HTX Nông nghiệp {place}
Công ty TNHH Chế biến {given}
Cơ sở sản xuất {given} {place}
Công ty CP Thủy sản {place}
Trang trại {given} {place}
HTX Dịch vụ {given} {place}
Doanh nghiệp tư nhân {given}
Hộ kinh doanh {given} {place}
Công ty TNHH Một thành viên {given} {place}
Tổ hợp tác {place}
Công ty TNHH Thương mại {given}
HTX Trái cây {place}
Công ty CP Lương thực {place}
Xưởng {given} {place}`);

export const GIVEN = ['Phước Thành', 'Hồng Phát', 'Minh Khôi', 'Thiên Ân', 'Bảy Lành', 'Tám Khỏe', 'Hai Lúa Mới', 'Ngọc Bích', 'Hoàng Gia Phúc', 'Đại Tín', 'Kim Ngân', 'Thanh Xuân', 'An Khang', 'Quốc Việt', 'Trường Giang', 'Nhựt Tân', 'Vạn Lợi', 'Mười Thơm', 'Tuấn Kiệt', 'Hưng Thạnh', 'Sông Xanh', 'Lộc Trời Nhỏ', 'Cẩm Tú', 'Út Hiền', 'Gia Bảo', 'Thủy Tiên', 'Phú Cường', 'Duy Khánh', 'Ánh Dương', 'Bình Nguyên', 'Vĩnh Tường', 'Đồng Tâm Mới', 'Khải Hoàn', 'Mỹ Duyên', 'Tâm Đức', 'Nghĩa Hiệp', 'Lan Chi', 'Sáu Rạng', 'Thái Dương', 'Hải Yến'];


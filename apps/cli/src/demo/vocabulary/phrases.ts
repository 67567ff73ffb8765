/** Sentences of descriptions; `{…}` as in the families, and `{ward}`, `{ward2}`, `{province}`, `{brand}`, `{year}`, `{model}`, `{maker}`, `{line}`, `{far}`, `{part}`, `{habit}`, `{scene}`. */
const lines = (text: string): string[] => text.trim().split('\n');

/** What is inside or what is handed over, by kind of offer. */
export const INSIDE: Record<string, string[]> = {
  equipment: lines(`
Cụm chính gồm khung sơn tĩnh điện, động cơ {brand}, tủ điều khiển riêng và bộ phụ tùng hao mòn cho {n:12..24} tháng.
Máy {model} dùng vòng bi NSK, dây đai chịu nhiệt và khớp nối mềm nên ít rung.
Phần tiếp xúc sản phẩm đánh bóng gương, mối hàn bo tròn, không có góc chết để bám bẩn.
Toàn bộ dây điện đi trong ống gen, cầu đấu đánh số, sơ đồ dán sẵn sau cánh tủ {brand}.
Bộ truyền động kín dầu, thay nhớt {n:1500..4000} giờ một lần, chỉ cần mỏ lết và bơm mỡ.
Thân máy chia {n:2..5} khúc, lọt cửa {n:0.9..1.6} m và xuống được ghe nhỏ.
Màn hình {n:4..10} inch tiếng Việt, cài sẵn {n:5..20} chế độ, khóa mật khẩu cho thợ mới.
Có cảm biến quá tải, rơ le nhiệt, nút dừng khẩn cấp và rào chắn phần quay.
Chỉ dùng bu lông inox, ốc siết có long đền vênh, tháo lắp bằng {n:2..4} cỡ khóa.
Cửa thăm và nắp vệ sinh bố trí ngang tầm tay, cọ rửa bằng vòi áp lực.
Biến tần {brand} chỉnh vô cấp, dòng khởi động thấp, hợp điện nông thôn yếu.
Thay {part} chỉ cần tháo bốn con ốc; {part} dùng loại phổ thông.
Đã cải tiến {part} sau góp ý của thợ; {habit}.
Bộ {part} và {part} gia công tại xưởng, kiểm bằng dưỡng trước khi ráp.
Hộp số {brand} nhập nguyên kiện, tem bảo hành chính hãng.`),
  device: lines(`
Vỏ nhựa ABS chống cháy, đầu nối M12, mạch phủ keo chống ẩm.
Pin {n:2600..20000} mAh sạc qua USB-C, tháo thay được.
Chip và phần mềm cập nhật từ xa, có nhật ký lỗi.
Đầu đo thay nhanh, hiệu chuẩn lại mỗi {n:6..12} tháng tại {ward2}.
Màn hình {n:2..10} inch tiếng Việt, hiện mã QR dẫn tới hướng dẫn.
Dây và giá lắp đi kèm, bắt vào cột hoặc vách trong {n:10..60} phút.
Máy {model} qua thử rung, thử nhiệt {n:45..65} °C và thử sương muối.`),
  technology: lines(`
Gói chuyển giao gồm thuyết minh, bản vẽ, định mức vật tư, quy trình chuẩn SOP và dữ liệu thử nghiệm thô.
Hồ sơ có sơ đồ khối, cân bằng vật chất, danh mục thiết bị thay thế được trong nước.
Nhóm nghiên cứu bàn giao mẫu đối chứng, cách pha hóa chất và bảng xử lý sự cố {n:14..60} tình huống.
Kết quả đã nghiệm thu cấp tỉnh năm {year}, mức {n:78..94}/100 điểm.
Mô hình trình diễn mở cửa cho đoàn tham quan mỗi thứ {n:3..6} tại {ward}.
Phần lõi giữ dưới dạng bí quyết; phần còn lại công bố trong {n:2..9} bài báo.
Thiết bị phụ trợ mua được ở chợ vật tư Cần Thơ, không lệ thuộc một hãng.`),
  process: lines(`
Quy trình viết thành {n:8..26} bước, mỗi bước có ngưỡng kiểm và cách sửa khi lệch.
Kèm phiếu theo dõi mẻ, bảng tính giá thành và danh sách nhà cung cấp men, enzym, phụ gia.
Tiêu chuẩn cơ sở và hồ sơ tự công bố soạn sẵn theo mẫu hiện hành.
Kỹ sư ở lại xưởng đến khi {n:3..6} mẻ liền đạt.
Chỉ cần nồi, bồn, cân và tủ mát thông thường; đầu tư thêm khoảng {n:15..180} triệu đồng.
Số liệu cảm quan do hội đồng {n:7..25} người chấm mù.`),
  product: lines(`
Mỗi lô có phiếu phân tích, mẫu lưu {n:12..24} tháng và mã truy xuất in trên bao.
Đóng gói nhỏ cho hộ, xô {n:5..20} kg cho trang trại; giao lạnh khi cần.
Xưởng đạt ISO 9001 và thực hành sản xuất tốt, công suất {n:2..60} tấn/tháng.
Nhãn phụ tiếng Việt, hướng dẫn có hình cho người đọc chậm.
Mẫu dùng thử gửi trong {n:2..6} ngày, chỉ trả tiền cước.
Chủng gốc lưu ở bảo tàng giống, cấy truyền không quá {n:3..6} đời.`),
  service: lines(`
Phí chia {n:2..4} đợt, thanh toán sau khi nhận từng phần kết quả.
Đội thực hiện {n:2..9} người có chứng chỉ hành nghề, mang theo thiết bị Testo, Fluke.
Báo cáo hai bản tiếng Việt, một bản tiếng Anh nếu khách yêu cầu.
Làm ngoài giờ để xưởng không phải ngưng, kể cả mùa cao điểm.
Cam kết bảo mật số liệu, ký thỏa thuận trước khi khảo sát.`),
  ip: lines(`
Bên nhận được dùng bản mô tả đầy đủ, bản vẽ chế tạo và quyền cải tiến.
Chủ sở hữu chịu phí duy trì {n:1..3} năm đầu sau khi sang tên hoặc cấp phép.
Phạm vi cấp phép thỏa thuận theo tỉnh, theo sản lượng hoặc theo thời hạn.
Đăng ký hợp đồng tại cơ quan sở hữu trí tuệ do hai bên cùng làm.`),
};

/** Where it is in use already, and what experience says. */
export const PLACES = lines(`
Đang áp dụng tại {ward} và {ward2}, khách xem được sau khi hẹn trước {n:1..3} ngày.
Nơi đầu tiên làm từ năm {year} ở {ward} ({province}), đến nay vẫn giữ.
Trong đợt mặn năm {year}, các điểm ở {ward} và {ward2} vẫn làm bình thường.
Mùa nước nổi, tổ kỹ thuật đi vỏ lãi từ {ward} tới nơi trong buổi sáng.
Hợp tác xã tại {ward} cho biết tiết kiệm chừng {n:15..60} triệu đồng mỗi năm.
Điểm trình diễn đặt ở {ward}, {province}; nơi hỗ trợ ở {ward2}.
Bà con Khmer ở {ward} có người hướng dẫn bằng tiếng mẹ đẻ.
Trường nghề gần {ward2} dùng làm mô hình dạy học từ năm {year}.
Khách ở {ward} từng gặp vướng tháng đầu, sau khi chỉnh lại thì ổn định.
Khách xa nhất ở {far}, liên lạc qua điện thoại và gửi tài liệu.
Chỗ xem thực tế ở {ward}, {scene}; gọi trước để có người mở cửa.
Khách cũ ở {far} giới thiệu thêm {n:2..6} nơi; khách ở {ward2} làm điểm mẫu.
Người dùng tại {ward}, {scene}, kể: {habit}.
Bà con {ward2} nhận xét: {habit}.
Ở {far} khí hậu khác, nhóm đã chỉnh lại và theo dõi {n:4..18} tháng.
Làm thử ở {ward}, {scene}, từ tháng {n:2..11}/{year}; {habit}.
Tổ hợp tác {ward2} và bạn hàng ở {far} dùng chung sổ theo dõi trên điện thoại.
Đoàn của {province} tham quan tháng {n:2..11}/{year} và chọn thêm {n:2..8} điểm ở {ward2}.`);

/** The same of machines. */
export const MACHINE_PLACES = lines(`
Đã giao {n:3..140} bộ, nhiều nhất cho vùng quanh {ward}.
Hộ ở {ward} dùng {n:2..5} vụ liền, chỉ thay một lần {part}.
Hàng gửi xa nhất tới {far}, đi xe mất {n:1..3} ngày.
Bộ lắp ở {ward2}, {scene}, chạy {n:2..9} giờ mỗi ngày.
Khách ở {ward2} cho thuê lại theo giờ, {n:4..16} tháng đủ vốn.`);

/** Conditions, warranty, training; honest limits too. */
export const TERMS = lines(`
Đào tạo {n:1..6} ngày cho {n:2..12} người, có sổ tay và đường dây hỏi đáp.
Nhận góp vốn bằng công nghệ với đối tác có mặt bằng và vùng nguyên liệu.
Trả chậm {n:6..24} tháng qua quỹ khoa học và công nghệ nếu đủ hồ sơ.
Người mua được sao chép trong phạm vi cơ sở mình, không bán lại.
Hóa đơn điện tử, nghiệm thu theo biên bản {n:2..5} lần thử.
Chưa thử ở quy mô lớn hơn {n:2..5} lần mức ghi ở trên.
Muốn dùng cho việc khác phải chỉnh lại, bên bán hỗ trợ một lần.
Ưu tiên hợp tác xã, nhóm phụ nữ và thanh niên khởi nghiệp trong vùng.
Giao trong {n:7..75} ngày kể từ khi đặt cọc {n:20..50} %.
Bên bán chịu thuế và phí đăng ký hợp đồng chuyển giao.
Kết quả còn tùy mùa vụ và tay nghề, nên làm thử nhỏ trước.
Giữ kín công thức riêng của khách, có thỏa thuận bằng văn bản.`);

export const MACHINE_TERMS = lines(`
Bảo trì định kỳ {n:3..6} tháng một lần, có mặt trong {n:24..72} giờ khi máy ngưng.
Không hợp nơi điện dưới {n:180..200} V; khi đó cần ổn áp hoặc máy phát.
Giá chưa gồm móng, mái che và đường ống ngoài {n:5..20} m.
Phụ tùng lưu kho tối thiểu {n:3..8} năm sau khi ngừng sản xuất.
Hằng quý nên xem lại {part} và {part}; thay tại chỗ không quá {n:20..90} phút.
Tặng kèm {part} dự phòng và sổ bảo dưỡng có hình vẽ.
Bảo hành không gồm {part}; cháy nổ do đấu sai điện thì tính công thợ.
Nơi nhiễm mặn nên tra mỡ {part} mỗi tháng.
Trước vụ cần siết {part}, thử không tải {n:10..40} phút.
Người mua tự sắm {part} tại chợ huyện để đỡ tốn.`);

/** How the target is spoken of where its Latin name is given. */
export const LATIN = ['Đối tượng chính: {t} ({latin}).', 'Số liệu lấy trên {t} ({latin}).', 'Thiết kế theo đặc tính của {t} ({latin}).', 'Thử nghiệm với {t}, tên khoa học {latin}.'];

export const BRANDS = ['Siemens', 'Mitsubishi', 'Schneider', 'Omron', 'ABB', 'Danfoss', 'Fuji', 'Yaskawa', 'Delta', 'Panasonic', 'Teco', 'Hitachi', 'Bonfiglioli', 'Nord', 'Festo', 'Autonics', 'Yokogawa', 'Honeywell', 'Bosch', 'Toshiba', 'LS', 'Inovance', 'Wago', 'Rexroth', 'Parker', 'Lenze', 'Nidec', 'Tsubaki', 'Sumitomo', 'Eaton'];
export const ORIGINS = ['Việt Nam', 'Việt Nam', 'Việt Nam', 'Việt Nam', 'Việt Nam', 'Nhật Bản', 'Hàn Quốc', 'Đài Loan', 'Trung Quốc', 'Thái Lan', 'Đức', 'Hà Lan', 'Ý', 'Ấn Độ', 'Israel', 'Na Uy'];
/** Ends of titles that tell otherwise equal offers apart in trade. */
export const VERSIONS = ['bản gọn', 'bản xuất khẩu', 'đời mới', 'bản tiết kiệm điện', 'cho vùng mặn', 'lắp trên ghe', 'bản công nghiệp', 'bản phổ thông', 'bảo hành 3 năm', 'trả góp', 'cho thuê theo mùa', 'bản cải tiến'];
export const VERSIONS_EN = ['compact', 'export grade', 'new model', 'low-power', 'for saline areas', 'boat-mounted', 'industrial', 'basic', '3-year warranty', 'by instalments', 'for seasonal rent', 'improved'];

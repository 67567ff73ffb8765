/** `name | province | domains | weight`: the 88 suppliers beside the two of the demo accounts; all are invented. */
export const SUPPLIERS = `
Công ty TNHH Nhiệt lạnh Ninh Kiều|92|food energy|5
HTX Cơ điện Cờ Đỏ|92|food crops mechanics|4
Trung tâm Tư vấn Chế biến Mekong|92|services food|3
Nhóm Chế biến nông sản, Khoa Nông nghiệp Hậu Giang|92|food crops|3
Viện Công nghệ sinh học Cái Răng|92|crops fisheries livestock|5
Công ty CP Giải pháp số Bình Thủy|92|digital|6
Công ty TNHH Môi trường xanh Ô Môn|92|environment|5
Xưởng đóng ghe Ngã Bảy|92|mechanics|2
Trung tâm Giống cây trồng Phong Điền|92|crops|4
Công ty CP Thiết bị y tế Tây Đô|92|health|4
Công ty TNHH Năng lượng Mặt trời Sông Hậu|92|energy|4
Viện Vật liệu Cửu Long|92|materials construction|4
Trại cá giống Thốt Nốt|92|fisheries|3
Công ty TNHH Dược liệu Vị Thanh|92|health|3
Cơ khí Ba Thành Kế Sách|92|mechanics food|3
HTX Artemia Vĩnh Châu|92|fisheries|2
Công ty CP Tự động hóa Hưng Phú|92|digital energy|4
Văn phòng Sở hữu trí tuệ Hậu Giang|92|services|2
Công ty CP Chế tạo máy Long Xuyên|91|food crops mechanics|6
Cơ sở Máy nông nghiệp Tư Sang|91|crops mechanics|3
Công ty TNHH Công nghệ cá tra Châu Phú|91|fisheries|5
Trung tâm Ứng dụng lúa gạo Thoại Sơn|91|crops services|4
Lò đường thốt nốt Tịnh Biên|91|food|1
Công ty TNHH Lưới và lồng bè Châu Đốc|91|fisheries|2
Công ty CP Tàu composite Rạch Giá|91|mechanics|3
Trại tôm giống Hòn Đất|91|fisheries|3
Nước mắm truyền thống Phú Quốc Ba Hùng|91|food|1
Công ty TNHH Điện gió U Minh Thượng|91|energy|2
Viện Nghiên cứu Tràm Tri Tôn|91|forestry|2
Công ty CP Quan trắc Hà Tiên|91|environment digital|3
Cơ khí Lấp Vò Út Nhỏ|82|food mechanics|3
Công ty TNHH Sấy nông sản Cao Lãnh|82|food|5
HTX Hoa kiểng Tân Quy Đông|82|crops|2
Công ty CP Thức ăn thủy sản Hồng Ngự|82|fisheries|3
Trung tâm Sen Tháp Mười|82|food crops health|2
Công ty TNHH Máy chế biến thủy sản Sa Đéc|82|fisheries food|5
Công ty CP Trái cây Cái Bè|82|food crops|4
Viện Cây ăn quả Châu Thành|82|crops|4
Công ty TNHH Bao bì Mỹ Tho|82|food materials|3
Cơ sở Hủ tiếu Sáu Phụng|82|food|1
Công ty CP Xử lý nước Gò Công|82|environment|4
Công ty TNHH Cơm dừa Mỏ Cày|86|food|3
Công ty CP Chỉ xơ dừa Giồng Trôm|86|materials forestry|3
Trung tâm Cây giống Chợ Lách|86|crops|4
Công ty TNHH Cơ khí Chín Khoa Vũng Liêm|86|mechanics food|3
Làng gốm Mang Thít Năm Vàng|86|construction materials|2
Công ty CP Nghêu Bình Đại|86|fisheries|2
Trung tâm Công nghệ sinh học Trà Cú|86|livestock crops|3
Công ty TNHH Điện lạnh Bình Minh|86|food energy|3
HTX Bò sữa Long Hồ|86|livestock|2
Công ty CP Kè biển Duyên Hải|86|construction|3
Công ty CP Tôm sinh thái Năm Căn|96|fisheries|4
Công ty TNHH Máy sục khí Đầm Dơi|96|fisheries energy|4
Trung tâm Rừng ngập mặn Ngọc Hiển|96|forestry environment|3
Cơ sở Mật ong U Minh Hạ|96|food livestock|1
Công ty TNHH Muối Đông Hải|96|food|1
Công ty CP Điện gió Bạc Liêu Xanh|96|energy|2
HTX Cua Cái Nước|96|fisheries|2
Công ty TNHH Máy công cụ Bến Lức|80|mechanics|4
Công ty CP Vắc xin thú y Đức Hòa|80|livestock|4
Công ty TNHH Hạt giống Tân Thạnh|80|crops|3
Công ty CP Nhà màng Trảng Bàng|80|crops|4
Lò hơi Sáu Lành Cần Giuộc|80|energy|3
Công ty TNHH Bánh tráng Gò Dầu|80|food|2
Công ty CP Tự động hóa Thủ Đức|79|digital energy mechanics|6
Viện Trí tuệ nhân tạo Gia Định|79|digital|5
Công ty TNHH Thiết bị phân tích Bình Thạnh|79|materials services|4
Công ty CP Y sinh Chợ Rẫy Mới|79|health|4
Trung tâm Kiểm nghiệm Phú Mỹ Hưng|79|services|3
Công ty CP Nano Sài Gòn Xanh|79|materials health|3
Công ty TNHH Robot Củ Chi|79|digital mechanics|3
Công ty CP Chăn nuôi Long Thành|75|livestock|4
Công ty TNHH Băng tải Biên Hòa|75|mechanics|4
Công ty CP Cao su kỹ thuật Lộc Ninh|75|materials forestry|2
Công ty TNHH Nhà kính Đơn Dương|68|crops|3
Viện Sinh học Đà Lạt|68|crops health|3
Công ty TNHH Thiết bị cà phê Krông Pắc|66|food|3
Công ty CP Rong biển Cam Ranh|56|fisheries food|2
HTX Cơ giới Chư Sê|52|crops forestry|2
Công ty CP Phần mềm Sơn Trà|48|digital|4
Trung tâm Phục hồi chức năng Hương Thủy|46|health|2
Công ty TNHH Thủy sản Quỳnh Lưu|40|fisheries|2
Công ty CP Cơ khí Bỉm Sơn|38|mechanics construction|3
Công ty TNHH Máy chăn nuôi Văn Giang|33|livestock|3
Công ty CP Đóng tàu Kiến Thụy|31|mechanics fisheries|3
Viện Khoa học Vật liệu Nghĩa Đô|01|materials|4
Công ty CP Bản đồ số Cầu Giấy|01|construction digital|4
Công ty TNHH Giống lâm nghiệp Đoan Hùng|25|forestry crops|2`;

/** Provinces of the other nineteen centres; the own one is the twentieth. Northern words are used from Thanh Hoá on northwards. */
export const CENTRE_PROVINCES = ['82', '86', '91', '96', '80', '79', '75', '68', '66', '56', '52', '48', '46', '40', '38', '33', '31', '01', '25'];
export const NORTHERN = new Set(['01', '25', '31', '33', '38', '40']);

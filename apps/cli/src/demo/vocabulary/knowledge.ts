import type { FamilySource } from './family.js';

export const KNOWLEDGE: readonly FamilySource[] = [
  {
    key: 'traceability', domain: 'digital', fields: 'computer-science data-statistics', kind: 'technology',
    sets: [
      [
        'phần mềm truy xuất nguồn gốc=traceability software for; nhật ký điện tử=digital diary for; hệ thống mã QR chống giả=anti-counterfeit QR for; sàn đặt hàng=ordering platform for',
        '@fruit; @fish; @shrimp; @grain; sản phẩm OCOP=OCOP products; rau an toàn=safe vegetables; trứng gia cầm=poultry eggs; dược liệu=medicinal herbs',
        'blockchain Hyperledger=Hyperledger-blockchain; chạy ngoại tuyến=offline-first; Zalo Mini App=Zalo-mini-app; chuẩn GS1=GS1; đám mây=cloud; song ngữ Việt – Khmer=Vietnamese–Khmer; NFC=NFC; giọng nói tiếng Việt=Vietnamese-voice',
      ],
      [
        'phần mềm quản lý=management software for; ứng dụng di động=mobile app for; phần mềm kế toán=accounting software for; cổng dữ liệu=data portal for',
        'hợp tác xã lúa=rice co-operatives; đội ghe chở hàng=cargo boat fleets; mã số vùng trồng=growing area codes; kho vật tư nông nghiệp=farm input stores; phòng khám tư=private clinics; trường nghề=vocational schools; làng nghề chiếu=mat villages; chợ đầu mối=wholesale markets; tổ khuyến nông=extension teams; xã nông thôn mới=new rural communes; nhà máy gạo=rice mills; tour miệt vườn=orchard tours; trại heo~trại lợn=pig farms; tiệm vàng=gold shops; quán ăn=restaurants; nhà xe=coach companies; đoàn cải lương=cai luong troupes',
        'mã nguồn mở=open-source; chạy ngoại tuyến=offline-first; đám mây=cloud; Zalo Mini App=Zalo-mini-app; tích hợp hóa đơn điện tử=with e-invoicing; giọng nói tiếng Việt=Vietnamese-voice; chấm công khuôn mặt=face-attendance; hai lớp bảo mật=two-factor',
      ],
    ],
    size: 'Người dùng: 10 20 50 100 200 500 1000 5000 tài khoản @ 11 0.5', specs: 'Phí hằng năm: 2..90 triệu đồng; Thời gian triển khai: 5..90 ngày; Dung lượng: 10..2000 GB; Sẵn sàng: 99..99.9 %; Số môđun: 3..18 môđun',
    says: [
      '0: Ghi {t} bằng điện thoại cũ, không mạng vẫn chạy.',
      '0: Quét mã thấy hộ trồng, ngày thu, phiếu kiểm.',
      '0: Đang dùng ở {n:4..120} đơn vị với {n:200..9000} nông hộ.',
      '0: Xuất báo cáo cho Cục Bảo vệ thực vật và hải quan Trung Quốc.',
      'Máy chủ đặt trong nước, sao lưu mỗi {n:4..24} giờ.',
      '1: Báo cáo {t} tự lên mỗi chiều, khỏi cộng sổ.',
      '1: Người lớn tuổi học {n:1..3} buổi là quen.',
      '1: Phân quyền {n:3..8} vai, ghi vết từng lần sửa.',
    ],
  },
  {
    key: 'ai', domain: 'digital', fields: 'artificial-intelligence computer-science', kind: 'technology',
    sets: [
      [
        'mô hình nhận dạng=recognition model for; phần mềm chẩn đoán=diagnosis software for; bộ dữ liệu ảnh=image dataset of',
        'sâu bệnh lúa=rice pests; bệnh lá sầu riêng=durian leaf diseases; bệnh tôm=shrimp diseases; bệnh cá tra=pangasius diseases; bệnh gà=chicken diseases; cỏ dại=weeds; rầy nâu=planthoppers; bệnh thanh long=dragon fruit diseases; bệnh cam quýt=citrus diseases; bệnh tiêu=pepper diseases; loài cá sông=river fish species; gỗ lậu=illegal timber',
        'YOLO=YOLO; học sâu CNN=CNN; Transformer=Transformer; chạy biên Jetson=Jetson-edge; học liên kết=federated-learning; không cần mạng=offline; đa phổ=multispectral',
      ],
      [
        'camera đếm=counting camera for; hệ thống thị giác phân loại=vision grading for; máy bay giám sát=monitoring drone for',
        '@fruit; tôm giống=shrimp post-larvae; cá bột=fish fry; gà=chickens; heo~lợn=pigs; đàn yến=swiftlet flocks; lưu lượng xe phà=ferry traffic; lỗi vải=fabric defects; bao gạo=rice sacks; trứng=eggs',
        'YOLO=YOLO; học sâu CNN=CNN; chạy biên Jetson=Jetson-edge; đa phổ=multispectral; ảnh nhiệt=thermal; tia laser 3D=3D-laser; không cần mạng=offline',
      ],
      [
        'mô hình dự báo=forecasting model for; bản sao số=digital twin of',
        'mặn xâm nhập=salinity intrusion; giá lúa gạo=rice prices; giá tôm=shrimp prices; mực nước lũ=flood level; sản lượng vụ Đông Xuân=winter–spring yield; dịch sốt xuất huyết=dengue outbreaks; phụ tải điện=power load; sạt lở=bank erosion; ao nuôi tôm=shrimp ponds; kho lạnh=cold stores; bão và áp thấp=storms; lượng khách du lịch=tourist numbers',
        'mạng LSTM=LSTM; XGBoost=XGBoost; ảnh vệ tinh Sentinel=Sentinel-imagery; Transformer=Transformer; mô hình lai=hybrid; Bayes=Bayesian; đồ thị GNN=GNN',
      ],
      [
        'trợ lý ảo=virtual assistant for; phần mềm đọc=reading software for; tổng đài tự động=automated hotline for',
        'hồ sơ hành chính=administrative files; giọng miền Tây=southern accents; chữ viết tay=handwriting; phim X-quang phổi=chest X-rays; võng mạc tiểu đường=diabetic retina; khuyến nông=farm advice; hỏi đáp bảo hiểm=insurance questions; tiếng Khmer=Khmer speech; sổ đỏ=land certificates; tuyển sinh=school admissions; điện tâm đồ=electrocardiograms',
        'mô hình ngôn ngữ lớn=large-language-model; Transformer=Transformer; học sâu CNN=CNN; giọng nói=voice; không cần mạng=offline; học liên kết=federated-learning',
      ],
    ],
    price: '15..1900', specs: 'Độ chính xác: 86..99 %; [1,3] Tốc độ suy luận: 5..120 khung hình/giây; [0,1] Số ảnh huấn luyện: 2000..400000 ảnh; Độ trễ: 20..900 ms; [0] F1: 0.82..0.98',
    says: [
      '0: Nhận đúng {n:88..98} % với {t} chụp ngoài đồng.',
      '0,1: Huấn luyện trên {n:3..300} nghìn ảnh thu ở {n:3..9} tỉnh.',
      '0,1,3: Chạy trên máy {n:5..30} triệu đồng, không gửi ảnh ra ngoài.',
      'Giao kèm dữ liệu, mã nguồn và {n:2..5} buổi huấn luyện.',
      '2: Báo trước {n:2..15} ngày, sai số {n:3..12} %.',
      '1: Đếm và đo {t} sai dưới {n:1..5} %, {n:20..200} con/phút.',
      '2: Dùng số liệu {n:8..30} năm của các trạm.',
      '2: Bản đồ cập nhật mỗi {n:1..24} giờ.',
      '3: Hiểu {n:90..97} % câu nói đời thường.',
      '3: Trả lời {t} trong {n:1..4} giây, có dẫn nguồn.',
    ],
  },
  {
    key: 'iot', domain: 'digital', fields: 'electrical-electronics computer-science artificial-intelligence', kind: 'equipment',
    sets: [
      [
        'bộ cảm biến=sensor kit for; tủ IoT=IoT cabinet for; bộ điều khiển trung tâm=central controller for; loa cảnh báo=warning speaker for',
        'ao nuôi=ponds; vườn cây=orchards; kho gạo=rice stores; cống thủy lợi=sluices; nhà yến=swiftlet houses; trạm bơm=pump stations; đê bao=dykes; chuồng trại=barns; lồng bè=cages; nhà màng=greenhouses; lò sấy=dryers; kho lạnh=cold stores; tủ thuốc=medicine cabinets; bể biogas=biogas tanks',
        '4G=4G; LoRa {n:433..923} MHz=LoRa; Wi-Fi mesh=Wi-Fi-mesh; pin {n:2..5} năm=long-life-battery; ESP32=ESP32; RS-485 Modbus=Modbus; chống sét=surge-protected; năng lượng mặt trời=solar',
      ],
      [
        'thiết bị định vị=tracker for; thẻ điện tử=electronic tags for',
        'ghe tàu=boats; xe lạnh=reefer trucks; bò=cattle; trâu=buffaloes; dê=goats; chó nghiệp vụ=working dogs; container=containers; máy gặt thuê=rented harvesters; học sinh=pupils; rùa biển=sea turtles=Chelonia mydas; pallet=pallets',
        'BLE=BLE; vệ tinh=satellite; UHF RFID=UHF-RFID; 4G=4G; pin {n:2..5} năm=long-life-battery; LoRa=LoRa',
      ],
      [
        'camera an ninh=security camera for; khóa cửa thông minh=smart lock for; trạm thời tiết=weather station for',
        'nhà máy=factories; vườn sầu riêng=durian orchards; trại tôm=shrimp farms; chợ đêm=night markets; homestay=homestays; bến phà=ferry piers; trường học=schools; kho phân=fertiliser stores; tiệm vàng=gold shops',
        '4G=4G; năng lượng mặt trời=solar; nhận khuôn mặt=face-recognising; Wi-Fi mesh=Wi-Fi-mesh; vệ tinh=satellite; hồng ngoại=infrared',
      ],
    ],
    size: 'Số nút: 1 3 5 10 20 50 100 nút @ 4.4 0.82', specs: 'Tầm phủ: 0.05..12 km; [0,1] Chu kỳ gửi: 1..60 phút; Nguồn: 5 | 12 | 24 | 220 V; Cấp bảo vệ: IP65 | IP67; [0] Sai số nhiệt: 0.1..1 °C',
    says: [
      'Xem {t} trên điện thoại, báo động trong {n:3..20} giây.',
      '0,2: Chịu mưa mặn, đã chạy {n:12..48} tháng ở {ward}.',
      '0: Gắn thêm nút không cần cấu hình.',
      'Có API mở và xuất CSV.',
      'Sim kèm {n:12..36} tháng dữ liệu.',
      '1: Biết {t} đang ở đâu, lệch {n:3..15} m.',
      '2: Nhìn đêm {n:20..60} m, lưu {n:15..60} ngày.',
    ],
  },
  {
    key: 'earth', domain: 'construction', fields: 'earth-space data-statistics environment', kind: 'service',
    sets: [
      [
        'dịch vụ bay chụp=aerial survey of; bản đồ viễn thám=remote-sensing map of; mô hình thủy lực=hydraulic model of; dịch vụ khoan khảo sát=borehole survey of; bản tin dự báo=forecast bulletin for; dịch vụ đo sâu=bathymetry of; cơ sở dữ liệu GIS=GIS database of; dịch vụ đo lún=subsidence survey of',
        'sạt lở sông Tiền=Tien River erosion; rừng ngập mặn=mangroves; ruộng lúa Tứ giác Long Xuyên=Long Xuyen Quadrangle paddies; nước ngầm Cà Mau=Ca Mau groundwater; triều cường Cần Thơ=Can Tho high tides; mỏ cát lòng sông=river sand deposits; bãi bồi=mudflats; ao tôm bỏ hoang=abandoned shrimp ponds; vườn cây ăn trái=orchards; đê bao lửng=low dykes; quần đảo Hải Tặc=Hai Tac islands; đường ống ngầm=buried pipes; đất phèn Đồng Tháp Mười=Plain of Reeds acid soil; cảng cá=fishing ports; khu di tích Óc Eo=Oc Eo site',
        'LiDAR=LiDAR; radar InSAR=InSAR; Sentinel-2=Sentinel-2; UAV cánh bằng=fixed-wing UAV; MIKE 11=MIKE 11; sonar đa tia=multibeam sonar; GNSS RTK=GNSS RTK; điện trở suất=resistivity; Google Earth Engine=Google Earth Engine; ảnh nhiệt=thermal',
      ],
    ],
    price: '20..900', specs: 'Độ phân giải: 2..1000 cm; Diện tích: 0.5..4000 km²; Sai số cao độ: 1..20 cm; Thời gian: 5..120 ngày; Tỉ lệ bản đồ: 1:500 | 1:2000 | 1:10000',
    says: ['Giao bản đồ {t} sau {n:5..45} ngày, tệp mở GeoTIFF và Shapefile.', 'So mốc thực địa lệch {n:1..9} cm.', 'Cập nhật mỗi {n:5..30} ngày, cảnh báo trước {n:3..10} ngày.', 'Đủ hồ sơ xin phép bay.', 'Chuỗi số liệu từ {year}.'],
  },
  {
    key: 'medical', domain: 'health', fields: 'medicine electrical-electronics', kind: 'equipment',
    sets: [
      [
        'máy siêu âm=ultrasound unit for; máy theo dõi=monitor for; hệ thống khám từ xa=telehealth system for; máy điện tim=ECG for',
        'trạm y tế xã=commune clinics; tim mạch=cardiology; thai phụ=pregnant women; người cao tuổi=the elderly; cấp cứu đường sông=river ambulances; nhãn khoa=eye care; sốt xuất huyết=dengue=Aedes aegypti; tiểu đường=diabetes; sơ sinh=newborns; lao phổi=tuberculosis=Mycobacterium tuberculosis; hen suyễn=asthma',
        'cầm tay không dây=wireless handheld; đa thông số=multi-parameter; Doppler màu=colour-Doppler; AI hỗ trợ đọc=AI-assisted; chạy pin=battery; đeo tay=wearable',
      ],
      [
        'giường điều trị=treatment bed for; robot phục hồi=rehabilitation robot for; máy điện châm=electro-acupuncture unit for; dụng cụ chỉnh hình=orthosis for',
        'đột quỵ=stroke patients; cột sống=the spine; người cao tuổi=the elderly; trẻ bại não=children with cerebral palsy; bỏng=burns; gãy chân=leg fractures; trẻ tự kỷ=autistic children; liệt mặt=facial palsy; khớp gối=knees; loét tì đè=pressure sores',
        'in 3D=3D-printed; laser công suất thấp=low-level laser; khí nén=pneumatic; chạy pin=battery; điều khiển giọng nói=voice-controlled; sóng ngắn=shortwave',
      ],
      [
        'máy tạo oxy=oxygen generator for; máy khử khuẩn=steriliser for; tủ an toàn sinh học=biosafety cabinet for; đèn chiếu vàng da=phototherapy lamp for; máy lọc không khí=air purifier for',
        'phòng mổ=operating rooms; bệnh viện huyện=district hospitals; nha khoa=dentistry; phòng xét nghiệm=laboratories; khoa nhi=paediatric wards; xe cứu thương=ambulances; trạm xá=infirmaries; phòng cách ly=isolation rooms',
        'plasma=plasma; PSA=PSA; áp lực âm=negative-pressure; hơi nước=steam; lọc HEPA=HEPA; LED xanh=blue-LED; đạt ISO 13485=ISO 13485',
      ],
    ],
    price: '4..2400', specs: 'Công suất: 10..3000 W; Khối lượng: 0.3..260 kg; [0] Độ chính xác: 1..5 %; [2] Lưu lượng oxy: 3..60 lít/phút; Bảo hành: 12..36 tháng; [0] Tần số: 2..15 MHz',
    says: [
      '0: Dùng ở tuyến xã cho {t}, bác sĩ huyện đọc từ xa.',
      'Phân loại B, số lưu hành còn hạn.',
      'Thử lâm sàng trên {n:40..600} ca ở {n:2..5} bệnh viện.',
      '0: Pin {n:2..10} giờ, đi ghe xuống ấp được.',
      'Giá bằng {n:30..65} % máy nhập cùng loại.',
      '1: Tập {n:20..45} phút mỗi buổi, chấm tiến bộ tự động.',
      '1: Chỉnh theo cỡ người Việt, nệm dễ lau.',
      '2: Đạt chuẩn phòng sạch cấp {n:5..8}, ồn dưới {n:42..55} dB.',
      '2: Lõi lọc thay {n:6..24} tháng.',
    ],
  },
  {
    key: 'pharma', domain: 'health', fields: 'pharmacy biotechnology food-technology', kind: 'technology',
    sets: [
      [
        'công nghệ chiết xuất=extraction of; cao định chuẩn=standardised extract of; viên nang=capsules of; thực phẩm bảo vệ sức khỏe=health supplement from; mỹ phẩm=cosmetics from; trà hòa tan=instant tea of; tinh dầu=essential oil of; gel bôi=gel of; quy trình trồng và sơ chế GACP=GACP growing and processing of',
        '@herb; gấc=gac fruit=Momordica cochinchinensis; nghệ vàng=turmeric=Curcuma longa; mầm đậu nành=soy sprouts; sữa ong chúa=royal jelly; yến sào=bird nest; vỏ măng cụt=mangosteen rind; lá sen=lotus leaf; dầu dừa VCO=virgin coconut oil; trứng kiến=ant eggs; rắn ri voi=elephant trunk snake; cá ngựa=seahorse=Hippocampus kuda; bồ ngót=star gooseberry; hà thủ ô=fleeceflower=Fallopia multiflora; ba kích=Morinda root=Morinda officinalis',
        'CO₂ siêu tới hạn=supercritical CO₂; siêu âm=ultrasonic; sấy phun nano=nano spray-dried; chưng cất lôi cuốn=steam-distilled; cồn {n:50..90} độ=ethanol; lên men=fermented; phytosome=phytosome; vi nang=microencapsulated; enzym hỗ trợ=enzyme-assisted; đạt GMP-WHO=GMP-WHO',
      ],
    ],
    price: '20..1500', specs: 'Hoạt chất: 0.5..95 %; Hiệu suất chiết: 2..28 %; Hạn dùng: 12..36 tháng; Quy mô mẻ: 5..800 kg; Kích thước hạt: 20..400 nm',
    says: ['Hoạt chất {t} đạt {n:5..95} %, HPLC từng lô.', 'Thử độc tính cấp và bán trường diễn không thấy bất thường.', 'Vùng nguyên liệu {n:3..120} ha ở {province}, GACP.', 'Hồ sơ công bố sẵn, chuyển giao trọn trong {n:2..6} tháng.', 'Sinh khả dụng gấp {n:3..18} lần dạng thường.'],
  },
  {
    key: 'testing', domain: 'services', fields: 'food-technology chemistry data-statistics', kind: 'service',
    sets: [
      [
        'dịch vụ kiểm nghiệm=testing of; chứng nhận hữu cơ=organic certification of',
        '@fruit; @fish; @shrimp; @grain; @herb; nước mắm=fish sauce; phân bón=fertiliser; nước sinh hoạt=domestic water',
        'ISO/IEC 17025=ISO/IEC 17025; trọn gói=full-package; thị trường EU=for the EU; thị trường Nhật Bản=for Japan; FDA Hoa Kỳ=US-FDA; lấy mẫu tận nơi=with on-site sampling',
      ],
      [
        'tư vấn HACCP=HACCP consulting for; tư vấn GlobalG.A.P.=GlobalG.A.P. consulting for; khảo sát và thiết kế xưởng=survey and design for; đào tạo vận hành=operator training for',
        'xưởng sấy=drying workshops; cơ sở nước mắm=fish sauce makers; xưởng bánh kẹo=confectioners; trại tôm=shrimp farms; vùng trồng xoài=mango areas; lò mổ=slaughterhouses; xưởng bún=noodle workshops; nhà đóng gói trái cây=fruit packing houses; xưởng nước uống=drinking water plants; bếp ăn trường học=school kitchens',
        'tại chỗ {n:1..5} ngày=on-site; trọn gói=full-package; trực tuyến=online; thị trường Halal=for Halal markets; theo TCVN=under TCVN; kèm giám sát {n:3..12} tháng=with follow-up',
      ],
      [
        'tư vấn nhãn hiệu tập thể=collective mark consulting for; dịch vụ định giá công nghệ=technology valuation for; tư vấn xuất khẩu=export consulting for; tư vấn gọi vốn=fundraising advice for',
        'hợp tác xã=co-operatives; doanh nghiệp khởi nghiệp=start-ups; sản phẩm OCOP=OCOP products; làng nghề=craft villages; viện nghiên cứu=institutes; trái cây Cần Thơ=Can Tho fruit; gạo thơm Sóc Trăng=Soc Trang fragrant rice; chiếu Định Yên=Dinh Yen mats; nem Lai Vung=Lai Vung fermented pork; cua Cà Mau=Ca Mau crab; khóm Cầu Đúc=Cau Duc pineapple',
        'trọn gói=full-package; trực tuyến=online; Nghị định thư Trung Quốc=under China protocols; thị trường Halal=for Halal markets; trả phí theo kết quả=success-fee; hội đồng chuyên gia=with an expert panel',
      ],
    ],
    price: '2..180', specs: 'Thời gian: 1..120 ngày; [0] Số chỉ tiêu: 4..640 chỉ tiêu; Chuyên gia: 1..6 người; [0,1] Hiệu lực chứng nhận: 12..36 tháng; [0] Số mẫu/ngày: 10..400 mẫu',
    says: [
      '1: Một kỹ sư đến xưởng {n:1..4} ngày, bản vẽ trong {n:5..15} ngày làm việc.',
      '0: Trả kết quả {t} sau {n:24..120} giờ, có dấu công nhận VILAS.',
      '1,2: Đồng hành đến khi được cấp giấy, không đạt làm lại miễn phí.',
      'Đã giúp {n:12..260} cơ sở ở {n:3..13} tỉnh.',
      'Hỗ trợ xin vốn khoa học và công nghệ.',
      '0: Lấy mẫu {t} tận nơi, giữ lạnh {n:2..8} °C.',
      '2: Hội đồng {n:3..7} chuyên gia, báo cáo {n:20..60} trang.',
    ],
  },
  {
    key: 'patents', domain: 'services', fields: 'mechanical biotechnology crops', kind: 'ip',
    sets: [
      [
        'sáng chế=patent on; giải pháp hữu ích=utility solution on; bí quyết kỹ thuật=know-how on',
        'máy sạ lúa=rice seeders; lò sấy trấu=husk dryers; bẫy ruồi=fly traps; máy bóc vỏ lụa=blanching machines; thuyền vớt lục bình=weed boats; bếp không khói=smokeless stoves; van một chiều=check valves; khung nhà nổi=floating house frames; cối xay bột=flour mills; máy tách vỏ tôm=shrimp peelers; bộ lọc nước phèn=iron filters; máy cuốn rơm=straw balers; cống tự động=automatic sluices; máy bóc chỉ sơ dừa=coir strippers',
        'cơ cấu tự lựa=self-adjusting; kết cấu lắp ghép=modular; điều khiển mờ=fuzzy-control; hai lớp cách nhiệt=double-insulated; hồi lưu kín=closed-loop; không dùng điện=non-electric; đối trọng nước=water-counterweight',
      ],
      [
        'sáng chế=patent on; giải pháp hữu ích=utility solution on',
        'chế phẩm ủ rơm=straw composting agents; men tiêu hóa tôm=shrimp probiotics; màng bao trái cây=fruit coatings; quy trình chiết curcumin=curcumin extraction; đạm cá thủy phân=fish hydrolysate; bột gạo lứt nảy mầm=germinated rice flour; vắc xin cá tra=pangasius vaccines; phân nhả chậm=slow-release fertiliser; nước tương lên men=fermented soy sauce; nhựa từ tinh bột=starch plastics',
        'phương pháp enzyme=enzymatic; công thức phối trộn=blended-formula; chủng mới phân lập=with a newly isolated strain; vi nang hóa=microencapsulated; hai giai đoạn=two-stage; không dung môi=solvent-free',
      ],
      [
        'bằng bảo hộ giống=plant variety right on',
        '@grain; @vegetable; @fruit',
        'lai hữu tính=cross-bred; đột biến phóng xạ=radiation-mutant; chọn dòng thuần=pure-line; nuôi cấy bao phấn=anther-culture; chỉ thị phân tử=marker-assisted',
      ],
      [
        'kiểu dáng công nghiệp=industrial design of; quyền tác giả phần mềm=software copyright on',
        'bao bì lá chuối=banana-leaf packaging; hộp quà trái cây=fruit gift boxes; ghe du lịch=tour boats; máy cho tôm ăn=shrimp feeders; sổ tay nông hộ=farm diaries; sàn đặt ghe=boat booking; bình lọc gốm=ceramic filters; đèn kéo quân=revolving lanterns; xe bán hàng lưu động=vending carts',
        'phiên bản {n:2..5}=updated; gấp gọn=foldable; họa tiết Khmer=Khmer-pattern; tre và thép=bamboo–steel; hình lá sen=lotus-leaf; mặt cong=curved',
      ],
      [
        'nhãn hiệu chứng nhận=certification mark for; chỉ dẫn địa lý=geographical indication for',
        'xoài cát Hòa Lộc=Hoa Loc mango; bưởi Năm Roi Bình Minh=Binh Minh pomelo; nếp Phú Tân=Phu Tan glutinous rice; sầu riêng Ngũ Hiệp=Ngu Hiep durian; vú sữa Lò Rèn=Lo Ren star apple; nước mắm Phú Quốc=Phu Quoc fish sauce; thanh long Chợ Gạo=Cho Gao dragon fruit; muối Bạc Liêu=Bac Lieu salt; tôm khô Rạch Gốc=Rach Goc dried shrimp; dừa xiêm Bến Tre=Ben Tre coconut; quýt hồng Lai Vung=Lai Vung mandarin; cam sành Tam Bình=Tam Binh orange',
        'cho phép sử dụng=licence-to-use; trong tỉnh=province-wide; xuất khẩu=export; kèm quy chế=with rules; mã số truy xuất=with traceability',
      ],
    ],
    price: '50..3500', specs: 'Thời hạn còn lại: 2..18 năm; [0,1] Số yêu cầu bảo hộ: 3..24 điểm; Phí duy trì: 1..12 triệu đồng/năm; [0,1] Số nước bảo hộ: 1..6 nước',
    says: [
      '0,1,2: Bằng còn hiệu lực {n:4..17} năm, chưa cấp phép cho ai trong vùng.',
      '0,1,3: Bán đứt hoặc li-xăng, có mẫu chạy thử.',
      '0,1: Đã tra cứu tự do khai thác ở {n:2..6} nước ASEAN.',
      '0,1,2: Nhóm tác giả hỗ trợ kỹ thuật {n:6..24} tháng.',
      '0,1: Doanh thu thử nghiệm {n:0.2..6} tỷ đồng.',
      '2: Đã khảo nghiệm DUS, lưu hành được ở {n:3..13} tỉnh.',
      '2: Bên mua được nhân giống {n:3..15} năm.',
      '3: Mẫu đã bán thử, khách khen đẹp và tiện.',
      '3: Tệp gốc bàn giao đủ, sửa được.',
      '4: Hộ trong vùng được gắn nhãn sau khi đạt kiểm tra.',
      '4: Kèm quy chế, mẫu tem và phần mềm cấp mã.',
      '4: Giá bán tăng {n:10..45} % từ khi có nhãn.',
    ],
  },
];

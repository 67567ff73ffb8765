import type { FamilySource } from './family.js';

export const FOOD: readonly FamilySource[] = [
  {
    key: 'dryer', domain: 'food', fields: 'food-technology mechanical', kind: 'equipment',
    sets: [
      [
        'máy sấy=dryer; tủ sấy=cabinet dryer; buồng sấy=drying chamber; hầm sấy=tunnel dryer; hệ thống sấy=drying system',
        '@fruit; @vegetable; khô cá lóc=dried snakehead; khô cá sặc=dried gourami; tôm khô=dried shrimp; bánh tráng=rice paper; nhang=incense sticks',
        'bơm nhiệt=heat-pump; đốt trấu viên=with rice-husk pellets; điện trở=electric; năng lượng mặt trời=solar; hơi nước=steam; hồng ngoại=infrared; đối lưu=convection; đốt củi gián tiếp=with indirect wood firing; vi sóng chân không=vacuum microwave',
      ],
    ],
    size: 'Năng suất: 50 100 150 200 300 500 800 1000 1500 2000 3000 kg/mẻ @ 2.6 0.66',
    specs: 'Nhiệt độ sấy: 35..75 °C; Công suất điện: 2..45 kW; Điện áp: 220 | 380 V; Độ ẩm sau sấy: 8..18 %; Thời gian sấy: 8..26 giờ; Số khay: 12 | 24 | 48 | 96 khay',
    says: ['Sấy {t} ở {n:38..65} °C, mỗi mẻ {n:8..24} giờ, giữ màu và mùi tự nhiên.', 'Nguồn nhiệt {m} nên chi phí chỉ khoảng {n:900..2400} đồng/kg nguyên liệu tươi.', 'Sai lệch nhiệt giữa các khay dưới {n:2..5} °C nhờ quạt đảo chiều.', 'Điện 1 pha dùng được, hợp xưởng ở cuối đường dây.', 'Tự ngắt khi quá nhiệt, cài được {n:4..12} chương trình.', 'Khung inox 304, tháo khay rửa tại chỗ trong {n:10..30} phút.'],
  },
  {
    key: 'freeze-dry', domain: 'food', fields: 'food-technology', kind: 'equipment',
    sets: [
      [
        'máy sấy thăng hoa=freeze dryer',
        '@fruit; @herb; tổ yến=bird nest; sữa ong chúa=royal jelly; cà phê hòa tan=instant coffee; phở ăn liền=instant pho',
        'một buồng=single-chamber; hai buồng luân phiên=twin-chamber; cấp đông tại chỗ=with in-place freezing; bẫy lạnh −60 °C=with −60 °C cold trap; điều khiển PLC=PLC-controlled',
      ],
      [
        'máy sấy lạnh=refrigerated dryer; dây chuyền sấy dẻo=soft-drying line',
        '@fruit; @vegetable',
        'khử ẩm bơm nhiệt=dehumidifying heat-pump; xe khay=trolley; hai buồng luân phiên=twin-chamber; khí nitơ=nitrogen',
      ],
    ],
    size: 'Năng suất: 10 20 50 100 200 300 500 kg/mẻ @ 32 0.68',
    specs: 'Áp suất chân không: 10..60 Pa; Công suất điện: 4..120 kW; Nhiệt độ bẫy lạnh: -70..-40 °C; Diện tích khay: 1..40 m²; Thời gian mẻ: 18..36 giờ',
    says: ['{t} sau sấy giữ trên {n:88..97} % vitamin C, hoàn nguyên trong {n:2..6} phút.', 'Chu trình {n:18..34} giờ, tiêu thụ {n:9..16} kWh cho 1 kg nước.', 'Bơm chân không hai cấp, bẫy lạnh xả băng bằng nước ấm.', 'Mỗi mẻ lưu đồ thị nhiệt độ và áp suất để truy xuất.'],
  },
  {
    key: 'peel-cut', domain: 'food', fields: 'food-technology mechanical', kind: 'equipment',
    sets: [
      [
        'máy gọt vỏ=peeler; máy tách hạt=pitting machine; máy bổ đôi=halving machine',
        '@fruit',
        'dao xoay=rotary-knife; khí nén=pneumatic; bán tự động=semi-automatic; hai trục=twin-shaft; đạp chân=treadle',
      ],
      [
        'máy cắt lát=slicer; máy cắt hạt lựu=dicer; máy bào sợi=shredder',
        '@fruit; @vegetable',
        'dao nhiều lưỡi=multi-blade; dao gợn sóng=crinkle-cut; bán tự động=semi-automatic; cấp liệu băng tải=belt-fed; tốc độ cao=high-speed',
      ],
      [
        'máy rửa sục khí=bubble washer; băng tải chần=blanching conveyor; máy ly tâm ráo nước=spin drier',
        '@vegetable; @fruit',
        'băng tải inox=stainless-belt; nước ozone=ozone-water; tuần hoàn nước=water-recirculating; trống quay=drum; phun áp lực=spray',
      ],
      [
        'máy phân cỡ=grader',
        '@fruit; @vegetable',
        'con lăn cao su=rubber-roller; cân động=dynamic-weighing; camera=camera; trống đục lỗ=perforated-drum; cáp căng=tensioned-cable',
      ],
      [
        'máy ép nước=juice press; máy chà=pulper',
        '@fruit; mía=sugarcane; rau má=gotu kola; gừng=ginger; nghệ=turmeric',
        'trục vít=screw; băng tải ép=belt; thủy lực=hydraulic; hai tầng lưới=two-screen; ép chậm=slow',
      ],
    ],
    size: 'Năng suất: 100 200 300 500 800 1000 1500 2000 3000 5000 kg/giờ @ 1.15 0.63',
    specs: 'Công suất điện: 0.75..11 kW; Điện áp: 220 | 380 V; Độ dày lát: 2..12 mm; Hao hụt: 2..9 %; Khối lượng máy: 80..950 kg; Vật liệu: inox 304 | inox 316',
    says: ['Thay {n:4..15} công nhân gọt, cắt {t} bằng tay.', 'Hao hụt thịt quả dưới {n:3..9} %, chỉnh cỡ trong {n:5..20} phút.', 'Phần chạm thực phẩm bằng inox 304, dao Nhật thay nhanh.', 'Ồn dưới {n:68..78} dB, có nút dừng khẩn cấp hai bên.', 'Rửa {t} bằng nước tuần hoàn, tiết kiệm {n:30..60} % nước.'],
  },
  {
    key: 'juice', domain: 'food', fields: 'food-technology', kind: 'process',
    sets: [
      [
        'quy trình sản xuất nước ép=juice production from; quy trình cô đặc nước quả=juice concentration from',
        '@fruit; mía=sugarcane; sâm bổ lượng=mixed dessert herbs',
        'thanh trùng UHT=UHT-pasteurised; cô chân không=vacuum-concentrated; enzyme pectinase=with pectinase; không chất bảo quản=preservative-free; màng siêu lọc=with ultrafiltration; ít đường=low-sugar; xung điện PEF=pulsed-electric-field',
      ],
      [
        'quy trình lên men rượu vang=wine fermentation from; quy trình sản xuất giấm=vinegar production from',
        '@fruit; nếp than=black glutinous rice; mật thốt nốt=palm syrup',
        'lên men chậm=slow-fermented; nấm men thuần=with pure yeast; ủ thùng gỗ=barrel-aged; lọc lạnh=cold-filtered; lên men chìm=submerged',
      ],
      [
        'quy trình làm bột hòa tan=instant powder from',
        '@fruit; @herb; @vegetable',
        'sấy phun=spray-dried; sấy thăng hoa=freeze-dried; bọc maltodextrin=maltodextrin-coated; sấy trống=drum-dried',
      ],
      [
        'quy trình chế biến mứt dẻo=soft candied; công thức kẹo dẻo=gummy formula from; quy trình làm nhân bánh=pastry filling from',
        '@fruit; khoai lang tím=purple sweet potato; hạt sen=lotus seed; đậu xanh=mung bean',
        'ít đường=low-sugar; không chất bảo quản=preservative-free; thẩm thấu chân không=vacuum-infused; pectin thấp methoxyl=low-methoxyl-pectin',
      ],
    ],
    price: '25..480', specs: 'Độ Brix: 11..68 °Bx; pH: 3..5; Hạn dùng: 3..18 tháng; Thu hồi: 48..86 %; Nhiệt độ xử lý: 62..138 °C',
    says: ['Từ 100 kg {t} được {n:38..82} lít thành phẩm, hạn dùng {n:6..18} tháng ở nhiệt độ thường.', 'Đã sản xuất thử {n:3..14} mẻ 200 lít, có hồ sơ công bố chất lượng.', 'Kèm công thức, bố trí mặt bằng và huấn luyện {n:3..8} ngày tại xưởng.', 'Giữ mùi {t} nhờ thu hồi hương ở đầu tháp cô.', 'Không dùng natri benzoat hay kali sorbat.'],
  },
  {
    key: 'packaging', domain: 'food', fields: 'food-technology mechanical', kind: 'equipment',
    sets: [
      [
        'máy đóng gói=packing machine; máy cân định lượng=weigher',
        'gạo túi=bagged rice; cà phê rang xay=ground coffee; trà túi lọc=tea bags; hạt điều rang=roasted cashew; bún khô=dried noodles; hạt giống=seeds; kẹo dừa=coconut candy; muối tinh=refined salt; thức ăn thủy sản=aquafeed; bột gia vị=spice powder; phân bón lá=foliar fertiliser; đường thốt nốt=palm sugar; chuối sấy=dried banana; tiêu hạt=peppercorns; bánh phồng=crackers; nhang trầm=incense',
        'dạng nằm=horizontal; dạng đứng=vertical; cân điện tử {n:2..14} đầu=multi-head; bơm khí nitơ=nitrogen-flushed; servo=servo; bán tự động=semi-automatic; túi zip=zip-bag',
      ],
      [
        'máy hút chân không=vacuum packer; máy co màng=shrink wrapper; máy dò kim loại=metal detector',
        'tôm đông lạnh=frozen shrimp; cá viên=fish balls; chả lụa~giò lụa=pork roll; xúc xích=sausage; trứng muối=salted eggs; rau cắt sẵn=fresh-cut vegetables; khô cá=dried fish; phi lê cá tra=pangasius fillets; nem chua=fermented pork; bánh chưng=square rice cakes; trái cây sấy=dried fruit; thịt xông khói=bacon',
        'buồng đôi=double-chamber; bàn nghiêng=tilted-table; băng tải=conveyor; nước nóng nhúng=hot-water-dip; điều chế khí MAP=MAP; cảm ứng nhiều tần=multi-frequency',
      ],
      [
        'máy chiết rót=filling machine; máy đóng nắp=capper; máy dán nhãn=labeller',
        'nước mắm chai=bottled fish sauce; mật ong=honey; dầu dừa=coconut oil; nước dừa=coconut water; rượu nếp=rice wine; tương ớt=chilli sauce; sữa chua uống=drinking yoghurt; nước rửa chén=washing-up liquid; dầu gội bồ kết=soapberry shampoo; thuốc nước thú y=veterinary liquids; nước yến=bird nest drink; sữa hạt=nut milk',
        'hai vòi=twin-nozzle; servo=servo; quay tám trạm=eight-station rotary; bơm piston=piston; bơm bánh răng=gear-pump; bán tự động=semi-automatic',
      ],
      [
        'máy ghép mí lon=can seamer; nồi tiệt trùng lon=can retort',
        'cá mòi sốt cà=sardines in tomato; nước dừa đóng lon=canned coconut water; sữa đặc=condensed milk; thịt heo hầm~thịt lợn hầm=stewed pork; khóm khoanh~dứa khoanh=pineapple rings; bắp ngọt~ngô ngọt=sweetcorn; nấm rơm=straw mushroom; cháo yến=bird nest porridge; pa tê gan=liver paste',
        'chân không=vacuum; bốn con lăn=four-roller; bán tự động=semi-automatic; phun hơi=steam-flow; quay đảo=rotary',
      ],
    ],
    size: 'Tốc độ: 8 12 15 20 30 40 60 90 120 gói/phút @ 9 0.72',
    specs: 'Công suất điện: 0.5..7.5 kW; Điện áp: 220 | 380 V; Khí nén: 0.4..0.8 MPa; Sai số cân: 0.1..1.5 g; Khối lượng gói: 5..5000 g; Vật liệu màng: PE | OPP | PA/PE',
    says: ['Đóng {t} {s}, sai số dưới {n:1..4} g, đổi cỡ trong {n:10..25} phút.', 'Màn hình tiếng Việt, PLC {brand}, lưu {n:10..50} công thức.', 'Mối hàn chịu {n:25..60} N, thử kín bằng buồng hút.', 'Một người đứng máy, cấp liệu bằng gầu tải.', 'In ngày, lô và mã QR ngay trên gói.'],
  },
  {
    key: 'rice-mill', domain: 'food', fields: 'food-technology mechanical crops', kind: 'equipment',
    sets: [
      [
        'máy xay xát=rice mill; máy bóc vỏ=husker; máy lau bóng=polisher',
        'lúa thơm=fragrant rice=Oryza sativa; lúa nếp=glutinous rice; gạo lứt=brown rice; lúa Nhật=Japonica rice; lúa mùa Nàng Thơm=Nang Thom rice; lúa huyết rồng=red rice; lúa hạt tròn=round-grain rice; lúa giống=seed rice',
        'ru lô cao su=rubber-roll; tự động bù tốc độ=with automatic speed compensation; liên hoàn=combined; hồi lưu bụi=with dust recovery; phun sương ẩm=mist; cối đá nghiêng=inclined-stone',
      ],
      [
        'máy tách màu=colour sorter; sàng đá=destoner; máy tách tấm=length grader; sàng tạp chất=cleaner',
        '@grain',
        'camera RGB=RGB-camera; khí nén=pneumatic; sàng rung=vibrating; hút bụi=with aspiration; hồng ngoại=infrared; hai tầng=double-deck',
      ],
      [
        'lò sấy tháp=tower dryer; máy sấy tầng sôi=fluidised-bed dryer; máy sấy tĩnh vỉ ngang=flat-bed dryer; silo bảo quản=storage silo',
        '@grain',
        'đảo chiều gió=with reversible airflow; đốt trấu=husk-fired; nạp liệu tự động=auto-fed; đo ẩm tự động=with automatic moisture control; mái che di động=mobile; hồi nhiệt=heat-recovering',
      ],
    ],
    size: 'Năng suất: 0.5 1 2 3 5 8 10 15 20 30 tấn/giờ @ 78 0.72',
    specs: 'Công suất điện: 5.5..160 kW; Điện áp: 380 V; Tỉ lệ gạo nguyên: 52..66 %; Độ ẩm vào: 17..28 %; Độ ẩm ra: 13..15 %; Suất tiêu hao trấu: 18..42 kg/tấn; Lưu lượng gió: 3..40 m³/s',
    says: ['Hạ ẩm {t} từ {n:22..28} % còn {n:14..15} % trong {n:4..14} giờ, rạn nứt dưới {n:2..4} %.', 'Tỉ lệ gạo nguyên tăng {n:2..6} điểm so với máy cũ cùng lúa.', 'Chở bằng ghe {n:5..20} tấn, lắp trong {n:3..9} ngày.', 'Dùng trấu tại chỗ, không cần than đá.', 'Loại hạt vàng, hạt bạc bụng, lép và sạn trong một lượt.'],
  },
  {
    key: 'noodle', domain: 'food', fields: 'food-technology mechanical', kind: 'equipment',
    sets: [
      [
        'dây chuyền sản xuất=production line for; nồi hấp liên tục=continuous steamer for',
        'hủ tiếu=hu tieu noodles; bún tươi=fresh rice vermicelli; phở khô=dried pho; bánh tráng=rice paper; bánh phồng tôm=shrimp crackers; bánh pía=pia cakes; bánh tét=cylindrical rice cakes; bánh ướt=steamed rice sheets; bánh ít lá gai=ramie leaf cakes; bánh bò thốt nốt=palm sugar sponge; xôi vị=spiced sticky rice; bánh canh=thick noodles',
        'hơi nước=steam; tự động=automatic; gọn cho hộ gia đình=household-size; gas hồng ngoại=infrared gas; đốt củi trấu=husk-briquette-fired',
      ],
      [
        'máy tráng=sheeting machine for',
        'bánh tráng=rice paper; hủ tiếu=hu tieu noodles; phở=pho; bánh ướt=steamed rice sheets; bánh cuốn=rice rolls; bánh tráng sữa=milk rice paper; bánh tráng mè=sesame rice paper; vỏ ram=spring roll skins',
        'dây đai Teflon=Teflon-belt; hơi nước=steam; gas hồng ngoại=infrared gas; trống inox=stainless-drum; phơi giàn tre=bamboo-rack',
      ],
      [
        'máy ép đùn=extruder for; máy cắt sợi=cutter for; máy nhào trộn=kneader for',
        'bún tươi=fresh rice vermicelli; mì trứng=egg noodles; miến dong=canna noodles; nui=macaroni; trân châu=tapioca pearls; bột năng~bột sắn=tapioca; bánh mì=bread; bánh cốm nổ=puffed rice; bánh lọt=pandan jelly noodles; bánh tằm=silkworm noodles; bánh quy=biscuits',
        'hai trục vít=twin-screw; cán nhiều cấp=multi-stage; tự động=automatic; gọn cho hộ gia đình=household-size; làm nguội bằng gió=air-cooled; chân không=vacuum',
      ],
    ],
    size: 'Năng suất: 20 30 50 80 100 150 200 300 500 kg/giờ @ 6.5 0.74',
    specs: 'Công suất điện: 1.5..37 kW; Điện áp: 220 | 380 V; Bề rộng băng: 300..1200 mm; Nồi hơi: 50..500 kg/giờ; Số lao động: 2..8 người; Vật liệu: inox 304',
    says: ['Làm {t} từ gạo ngâm đến thành phẩm trong {n:2..9} giờ.', 'Giảm {n:3..10} lao động, ra đều độ dày ±{n:0.1..0.4} mm.', 'Dùng chung nồi hơi {n:100..500} kg/giờ, đốt trấu hoặc củi.', 'Gắn sẵn máng thu nước, rửa cuối ca {n:20..45} phút.', 'Giữ được độ dai của gạo {grain} pha tấm.'],
  },
  {
    key: 'cold-chain', domain: 'food', fields: 'food-technology electrical-electronics', kind: 'equipment',
    sets: [
      [
        'kho lạnh=cold store; container lạnh=reefer container; kho điều hòa khí CA=CA store',
        '@fruit; vắc xin=vaccines; hoa tươi=cut flowers; hạt giống=seeds; rau củ=vegetables; trứng=eggs; bia hơi=draught beer',
        'máy nén trục vít=screw-compressor; máy nén Bitzer=Bitzer-compressor; tích lạnh ban đêm=with night cold storage; điện mặt trời=solar-powered; panel PU {n:75..150} mm=PU-panel; gas R448A=R448A',
      ],
      [
        'tủ cấp đông=blast freezer; băng chuyền IQF=IQF freezer; hầm đông gió=air-blast room; tủ đông tiếp xúc=contact freezer',
        '@fish; @catch; @shrimp; thịt mát=chilled meat; cơm dừa=coconut meat; sầu riêng múi=durian flesh',
        'gas R404A=R404A; amoniac NH₃=ammonia; CO₂ xuyên tới hạn=transcritical CO₂; máy nén hai cấp=two-stage-compressor; nitơ lỏng=liquid-nitrogen; xả băng nước=water-defrost',
      ],
      [
        'máy đá vảy=flake ice machine; máy đá ống=tube ice machine; máy làm lạnh nước=water chiller; xe bán tải bọc lạnh=refrigerated pick-up',
        'cảng cá=fishing ports; chợ đầu mối=wholesale markets; xưởng tôm=shrimp plants; quán giải khát=drink stalls; ghe câu=line fishing boats; trạm thu mua sữa=milk collection points; bệnh viện=hospitals; tàu lưới vây=purse seiners; lò bún=noodle kilns; siêu thị=supermarkets',
        'gas R404A=R404A; dùng nước biển=sea-water; amoniac=ammonia; tích lạnh ban đêm=with night cold storage; giải nhiệt gió=air-cooled; điện 1 pha=single-phase',
      ],
    ],
    size: 'Sức chứa: 1 2 3 5 10 20 30 50 100 200 tấn @ 46 0.7',
    specs: 'Nhiệt độ: -45..8 °C; Công suất điện: 2.2..180 kW; Môi chất: R404A | R448A | NH₃ | R290; Độ ẩm kho: 80..95 %; Độ dày panel: 75..150 mm',
    says: ['Giữ {t} ở {n:-25..6} °C, lệch không quá {n:0.5..2} °C.', 'Tâm sản phẩm đạt −18 °C sau {n:25..240} phút.', 'Xả đá bằng gas nóng, tiết kiệm {n:12..35} % điện so với điện trở.', 'Báo động qua điện thoại khi cửa mở quá {n:3..10} phút.', 'Panel PU tỷ trọng {n:38..44} kg/m³, khóa camlock, lắp trong {n:4..15} ngày.'],
  },
  {
    key: 'fermented', domain: 'food', fields: 'food-technology biotechnology', kind: 'process',
    sets: [
      [
        'quy trình ủ=fermentation of; công nghệ lên men nhanh=rapid fermentation of',
        'nước mắm cá cơm=anchovy fish sauce; mắm cá linh=mud carp paste; mắm ba khía=salted crab; mắm ruốc=krill paste; tôm chua=sour shrimp; tương hột=soybean paste; chao=fermented tofu; mắm cá lóc=snakehead paste; mắm nêm=seasoned fish paste; nước mắm rươi=ragworm sauce; mắm cáy=mud crab paste',
        'bồn composite=in composite vats; lu sành=in clay jars; gài nén truyền thống=traditionally pressed; enzyme protease=with protease; giảm muối=reduced-salt; kiểm soát nhiệt=temperature-controlled; chủng Bacillus subtilis=with Bacillus subtilis; chủng Tetragenococcus=with Tetragenococcus',
      ],
      [
        'quy trình lên men=fermentation of; bí quyết làm=know-how for',
        'nem chua=fermented pork; dưa cải~dưa muối=pickled mustard; kim chi=kimchi; sữa chua dê=goat yoghurt; kombucha=kombucha; natto=natto; cơm rượu nếp=glutinous rice wine; rượu mận=plum wine; cà pháo muối=pickled eggplant; măng chua=sour bamboo shoots; mẻ chua=sour rice starter; tempeh=tempeh',
        'chủng Lactobacillus plantarum=with Lactobacillus plantarum; nấm men Saccharomyces=with Saccharomyces; kiểm soát nhiệt=temperature-controlled; cấy men đông khô=with freeze-dried starter; ít muối=low-salt; hút chân không=vacuum',
      ],
    ],
    price: '18..350', specs: 'Thời gian ủ: 3..360 ngày; Độ mặn: 2..26 %; Đạm tổng: 12..43 g/lít; pH: 3..6; Quy mô mẻ: 100..5000 kg',
    says: ['Rút thời gian ủ {t} còn {n:10..180} ngày mà hương không đổi.', 'Histamin dưới {n:50..200} mg/kg, có phiếu kiểm của phòng thử nghiệm.', 'Men giống giữ ở {n:4..8} °C được {n:6..12} tháng.', 'Chuyển giao kèm bản vẽ bồn và sổ tay vệ sinh.', 'Đã áp dụng tại {n:2..11} cơ sở hộ gia đình.'],
  },
  {
    key: 'frying', domain: 'food', fields: 'food-technology mechanical', kind: 'equipment',
    sets: [
      [
        'máy chiên chân không=vacuum fryer; lò nướng xoay=rotary oven; máy rang=roaster',
        'hạt điều=cashew=Anacardium occidentale; đậu phộng~lạc=peanut; chuối lát=banana chips; da cá tra=pangasius skin; hạt sen=lotus seed; cà phê=coffee; ca cao=cocoa; hạt macca=macadamia; mít lát=jackfruit chips; khoai môn=taro; bong bóng cá=fish maw; bánh phồng tôm=shrimp crackers; cơm cháy=crispy rice; mè=sesame; hạt bí=pumpkin seeds',
        'gas=gas-fired; điện từ=induction; dầu truyền nhiệt=thermal-oil; trống nghiêng=tilting-drum; hồi lưu khói=with smoke recirculation; ly tâm tách dầu=with oil centrifuge',
      ],
      [
        'nồi nấu cánh khuấy=stirring kettle; máy đồng hóa=homogeniser; máy xay mịn=colloid mill',
        'kẹo dừa=coconut candy; sữa hạt=nut milk; sữa đậu=soy milk; chà bông~ruốc=shredded meat; tương ớt=chilli sauce; nước cốt dừa=coconut cream; mứt gừng=ginger jam; sốt me=tamarind sauce; chè bưởi=pomelo sweet soup; mật mía=cane syrup; bơ đậu phộng~bơ lạc=peanut butter; mắm chưng=steamed paste',
        'gas=gas-fired; hơi nước=steam; điện trở=electric; áp suất cao=high-pressure; nghiêng đổ=tilting; cạo đáy Teflon=Teflon-scraper',
      ],
      [
        'máy ép dầu=oil press; máy ly tâm tách dầu=oil centrifuge; máy nghiền búa=hammer mill',
        'cơm dừa=coconut meat; mỡ cá=fish fat; cám gạo=rice bran; mè đen~vừng đen=black sesame; đậu phộng~lạc=peanut; hạt gấc=gac seed; hạt macca=macadamia; hạt sachi=sacha inchi=Plukenetia volubilis; hạt tràm trà=tea tree seed; hạt cao su=rubber seed',
        'trục vít=screw; ép nguội=cold-press; thủy lực=hydraulic; ba pha=three-phase; gia nhiệt trước=preheated',
      ],
    ],
    size: 'Năng suất: 5 10 20 30 50 100 150 200 300 500 kg/giờ @ 8.5 0.66',
    specs: 'Công suất điện: 1.1..55 kW; Nhiệt độ: 85..230 °C; Áp suất chân không: 0.02..0.09 bar; Dung tích nồi: 50..800 lít; Điện áp: 220 | 380 V',
    says: ['{t} giòn, màu sáng, dầu còn dưới {n:8..18} %.', 'Nhiệt đều ±{n:1..4} °C, có bộ đếm mẻ.', 'Một mẻ {n:12..60} phút, ra sản phẩm tự đổ.', 'Thu hồi dầu bằng ly tâm {n:300..1500} vòng/phút.', 'Tay khuấy cạo đáy Teflon, không cháy khét.'],
  },
  {
    key: 'meat-egg', domain: 'food', fields: 'food-technology livestock', kind: 'equipment',
    sets: [
      [
        'dây chuyền giết mổ=slaughter line for; nồi trụng=scalder for; máy vặt lông=plucker for',
        'gà ta=local chickens; vịt=ducks; chim cút=quail; vịt xiêm~ngan=Muscovy ducks; bồ câu=pigeons; ngỗng=geese',
        'treo băng tải=overhead conveyor; bàn inox=stainless-table; nước nóng tuần hoàn=with recirculated hot water; bán công nghiệp=semi-industrial; ngón cao su=rubber-finger; nhúng sáp=wax-dip',
      ],
      [
        'dây chuyền giết mổ treo=overhead slaughter line for; máy cạo lông=dehairing machine for; phòng mát móc treo=carcass chill room for',
        'heo~lợn=pigs; bò=cattle; dê=goats; trâu=buffaloes; heo rừng lai~lợn rừng lai=hybrid boar; thỏ=rabbits',
        'theo ISO 22000=ISO 22000; khí nén=pneumatic; bán công nghiệp=semi-industrial; gây choáng điện=electric-stunning; ray đơn=monorail',
      ],
      [
        'máy rửa và soi trứng=egg washing and candling line for; máy phân hạng=grader for',
        'trứng gà=hen eggs; trứng vịt=duck eggs; trứng cút=quail eggs; trứng vịt lộn=embryo duck eggs; trứng muối=salted eggs',
        'cân điện tử=electronic-weighing; đèn LED=LED; chổi lông mềm=soft-brush; tráng dầu=with oil coating; in phun=with inkjet marking',
      ],
      [
        'máy xay quết=meat chopper for; máy xông khói=smoker for; máy thái=slicer for',
        'lạp xưởng=Chinese sausage; chả lụa~giò lụa=pork roll; khô bò=beef jerky; cá viên=fish balls; giò thủ=head cheese; xúc xích=sausage; chả cá thát lát=featherback cake; thịt nguội=cold cuts; khô trâu=buffalo jerky',
        'dao ba lưỡi=three-blade; chân không=vacuum; khói mạt cưa=sawdust-smoke; bán công nghiệp=semi-industrial; bồn nghiêng=tilting-bowl',
      ],
    ],
    size: 'Công suất: 20 50 100 200 300 500 1000 2000 con/giờ @ 14 0.62',
    specs: 'Công suất điện: 1.5..30 kW; Nước dùng: 2..12 lít/con; Nhiệt độ nước: 56..85 °C; Số lao động: 2..20 người; Điện áp: 220 | 380 V',
    says: ['Mổ treo, không chạm sàn, đạt quy chuẩn vệ sinh thú y.', 'Nước thải gom riêng máu và lông, giảm tải {n:25..60} %.', 'Vặt sạch {n:94..99} %, da không rách.', 'Lắp trong nhà {n:60..400} m², kèm bản vẽ xin phép.', 'Đồng bộ từ nhận {t} sống đến phòng mát.'],
  },
];

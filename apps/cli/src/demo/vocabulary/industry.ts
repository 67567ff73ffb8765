import type { FamilySource } from './family.js';

export const INDUSTRY: readonly FamilySource[] = [
  {
    key: 'machine-tools', domain: 'mechanics', fields: 'mechanical materials-metallurgy', kind: 'equipment',
    sets: [
      [
        'máy phay CNC=CNC milling machine; máy tiện=lathe; máy mài=grinder; máy khoan bàn=bench drill; máy cắt dây EDM=wire EDM',
        'khuôn nhựa=plastic moulds; phụ tùng máy nông nghiệp=farm machine parts; chân vịt tàu=ship propellers; bánh răng=gears; trục ghe máy=boat shafts; vỏ máy bơm=pump casings; linh kiện xe đạp điện=e-bike parts; khuôn gạch=tile moulds; rô to=rotors; ty ren=threaded rods',
        '{n:3..5} trục=multi-axis; điều khiển Fanuc=Fanuc; cơ=manual; đã qua bảo dưỡng=reconditioned; servo=servo; bàn xoay=rotary-table',
      ],
      [
        'máy cắt laser=laser cutter; máy chấn tôn=press brake; máy cắt plasma=plasma cutter; máy uốn ống=pipe bender; máy dập=stamping press',
        'cửa nhôm=aluminium doors; khung nhà thép=steel frames; bồn inox=stainless tanks; ống gió=air ducts; vỏ tủ điện=switchboard boxes; lan can=railings; bảng hiệu=signboards; máng xối=gutters; thùng xe=truck bodies',
        'sợi quang fiber=fibre; thủy lực=hydraulic; bán tự động=semi-automatic; {n:2..6} trạm=multi-station; bàn đôi=double-table; điều khiển DNC=DNC',
      ],
      [
        'máy hàn=welding machine; robot hàn=welding robot; máy hàn điểm=spot welder',
        'khung nhà thép=steel frames; bồn inox=stainless tanks; khung xe=chassis; vỏ tàu nhôm=aluminium hulls; ống dẫn hơi=steam pipes; ngư cụ=fishing gear; rơ moóc=trailers',
        'MIG/MAG=MIG/MAG; TIG=TIG; inverter=inverter; laser cầm tay=handheld laser; que {n:2..4} ly=stick',
      ],
      [
        'máy ép thủy lực=hydraulic press; máy đúc áp lực=die-casting machine; máy ép nhựa=injection moulder; máy in 3D=3D printer',
        'nắp chai=bottle caps; đồ gia dụng=household goods; gạch bông=cement tiles; phao lưới=net floats; chậu cây=plant pots; cọc ván=sheet piles; chén đĩa mo cau=areca-leaf plates; khay mạ=seedling trays',
        'servo=servo; bốn trụ=four-column; hai màu=two-colour; khuôn nhôm=aluminium-mould; FDM khổ lớn=large-format FDM; tiết kiệm điện=energy-saving',
      ],
    ],
    size: 'Công suất: 1.5 2.2 3 4 5.5 7.5 11 15 22 30 kW @ 38 0.78', specs: '[0,1] Hành trình X: 300..3000 mm; [0,1] Độ chính xác: 0.005..0.1 mm; [1,3] Lực ép: 20..400 tấn; Khối lượng: 250..9000 kg; [0] Tốc độ trục chính: 800..24000 vòng/phút; Điện áp: 380 V',
    says: [
      '0,1: Gia công {t} đạt {n:0.01..0.1} mm, lặp lại cả lô.',
      '0,1,3: Phần mềm tiếng Việt, nhận DXF và STEP.',
      'Tay nghề {n:2..5} ngày là đứng máy.',
      'Máy {year}, đo lại bằng laser trước khi giao.',
      'Có xưởng gia công thử trước khi mua.',
      '2: Mối hàn {t} ngấu đều, ít bắn tóe.',
      '3: Chu kỳ {n:12..90} giây, tiết kiệm {n:20..60} % điện.',
    ],
  },
  {
    key: 'conveying', domain: 'mechanics', fields: 'mechanical electrical-electronics', kind: 'equipment',
    sets: [
      [
        'băng tải=belt conveyor for; gầu tải=bucket elevator for; vít tải=screw conveyor for; băng tải nổi xuống ghe=floating boat conveyor for',
        'lúa rời=loose paddy; bao gạo=rice sacks; cát đá=sand and stone; trái cây=fruit; gạch=bricks; phân bón=fertiliser; thức ăn viên=pelleted feed; trấu rời=loose husk; than=coal; mía cây=cane stalks; dừa trái=coconuts; bắp hạt~ngô hạt=maize grain; xi măng=cement; rơm cuộn=straw bales',
        'di động=mobile; nghiêng {n:15..45} độ=inclined; PVC thực phẩm=food-grade PVC; cao su gân V=chevron; biến tần=inverter; xếp gọn=foldable; chống cháy nổ=explosion-proof; che kín bụi=dust-tight',
      ],
      [
        'cầu trục=overhead crane for; xe nâng=forklift for; palăng=hoist for; tời kéo=winch for; máy rút container=container unloader for; robot xếp bao=palletising robot for',
        'bao gạo=rice sacks; thùng cá=fish crates; gỗ xẻ=sawn timber; ghe tàu=boats; pallet=pallets; đá cây=block ice; thép cuộn=steel coils; máy móc=machinery; ống cống=culverts; chai lon=bottles and cans',
        'thủy lực=hydraulic; điện pin lithium=lithium; cáp đôi=double-cable; dầm đơn=single-girder; cánh tay khớp=articulated; quay tay=hand-cranked',
      ],
    ],
    size: 'Năng suất: 1 2 5 10 20 30 50 80 100 tấn/giờ @ 17 0.6', specs: 'Chiều dài: 2..40 m; [0] Bề rộng băng: 300..1200 mm; Công suất điện: 0.75..22 kW; [1] Tải trọng: 100..20000 kg; Vận tốc: 0.2..3 m/s',
    says: [
      '0: Bốc {t} từ ghe lên kho, thay {n:6..24} phu khuân vác.',
      '0: Chạy êm, đổ vỡ dưới {n:0.1..1} %.',
      '0: Tháo rời {n:2..6} đoạn, chở bằng xe tải {n:1..5} tấn.',
      '0: Dừng khẩn cấp dây giật dọc băng.',
      'Khung mạ kẽm, chịu hơi mặn.',
      '1: Nâng {n:0.5..20} tấn, {t} không trầy, không rơi.',
      '1: Điều khiển từ xa {n:20..80} m, có khóa tải.',
      '1: Kiểm định an toàn trước khi giao.',
    ],
  },
  {
    key: 'boats', domain: 'mechanics', fields: 'mechanical civil-engineering', kind: 'equipment',
    sets: [
      [
        'ghe composite=composite boat; xuồng máy=motor sampan; ca nô=speedboat; phà nhỏ=small ferry; vỏ lãi=long-tail boat',
        'chở lúa=paddy transport; du lịch chợ nổi=floating market tours; chở trái cây=fruit transport; tuần tra kênh=canal patrol; cứu hộ lũ=flood rescue; chở học sinh=school transport; trạm y tế lưu động=mobile clinic; chở vật liệu=materials transport; bán hàng rong=floating vending; đua ghe ngo=ngo boat racing',
        'điện pin LFP=LFP-electric; hybrid=hybrid; hai thân=catamaran; đáy bằng=flat-bottom; năng lượng mặt trời=solar; vỏ nhôm=aluminium; đúc chân không=vacuum-infused',
      ],
      [
        'động cơ thủy=marine engine; chân vịt=propeller; hộp số thủy=marine gearbox',
        'ghe chở lúa=paddy boats; tàu câu mực=squid boats; vỏ lãi=long-tail boats; phà=ferries; sà lan cát=sand barges; xuồng du lịch=tour sampans; tàu lưới rê=gillnetters',
        '{n:1..6} xi lanh=multi-cylinder; máy dầu=diesel; điện pin LFP=LFP-electric; hợp kim đồng=bronze; láp dài=long-shaft; làm mát hai vòng=two-loop-cooled',
      ],
      [
        'sà lan=barge; tàu cuốc nạo vét=dredger; tàu vớt lục bình=water hyacinth harvester; bến phao=floating jetty; cần cẩu nổi=floating crane',
        'thu gom rác sông=river waste collection; nạo kênh nội đồng=field canal dredging; nuôi cá bè=cage farming; bến khách=passenger piers; cảng cá=fishing ports; công trình kè=embankment works; khai thác nghêu=clam harvesting; vớt rong cỏ=weed removal',
        'tự hành=self-propelled; phao HDPE=HDPE-float; thủy lực=hydraulic; gàu ngoạm=grab; băng tải trước mũi=bow-conveyor; điện pin LFP=LFP-electric',
      ],
    ],
    size: 'Công suất: 6 9 15 24 40 60 90 120 180 HP @ 12 0.86', specs: '[0,2] Chiều dài: 5..32 m; [0,2] Tải trọng: 0.5..120 tấn; [0,2] Mớn nước: 0.2..2.2 m; [0] Vận tốc: 8..45 km/h; Nhiên liệu: 2..30 lít/giờ; [0] Số khách: 6..60 khách',
    says: [
      '0: Đi êm, ít sạt bờ nhờ đáy phân dòng.',
      '0: Một lần sạc chạy {n:3..9} giờ, tiền điện bằng {n:18..40} % tiền dầu.',
      '0,2: Đăng kiểm VR-SB, giao tại bến {ward}.',
      '0: Vỏ đúc chân không, bảo hành {n:3..10} năm.',
      '0,2: Mớn cạn, qua được cống {n:1.5..4} m.',
      '1: Êm, ít khói, tiết kiệm {n:12..35} % dầu.',
      '1: Phụ tùng sẵn tại {ward}, bảo hành {n:1..3} năm.',
      '1: Lắp vừa bệ máy cũ, canh láp trong ngày.',
      '2: Xử lý {n:5..60} tấn/ngày, {n:2..5} người.',
    ],
  },
  {
    key: 'parts', domain: 'mechanics', fields: 'mechanical materials-metallurgy', kind: 'process',
    sets: [
      [
        'công nghệ phun phủ=spray coating of; công nghệ nhiệt luyện=heat treatment of; công nghệ đúc mẫu cháy=lost-foam casting of; quy trình mạ=plating of; công nghệ hàn ma sát=friction welding of; công nghệ thấm nitơ plasma=plasma nitriding of; dịch vụ quét 3D thiết kế ngược=3D scanning and reverse design of; công nghệ rèn khuôn=die forging of',
        'dao băm=chopper blades; trục vít ép cám=feed extruder screws; lô cán=mill rolls; gàu máy xúc=excavator buckets; bánh răng hộp số=gearbox gears; van nước mặn=sea-water valves; cánh bơm=impellers; lưỡi cày=ploughshares; khuôn ép viên=pellet dies; bạc lót tàu=ship bearings; ruột gà tải liệu=screw flights; béc phun=nozzles; nhông xích=sprockets; xy lanh thủy lực=hydraulic cylinders',
        'HVOF=HVOF; chân không=vacuum; hợp kim crôm cao=high-chromium; niken phốt pho=nickel-phosphorus; cacbua vonfram=tungsten-carbide; laser clad=laser-clad; gang cầu=nodular-iron; thép Mn13=Mn13-steel; cảm ứng cao tần=induction',
      ],
    ],
    price: '4..600', specs: 'Độ cứng: 45..68 HRC; Chiều dày lớp: 0.02..3 mm; Nhiệt độ xử lý: 480..1150 °C; Tuổi thọ tăng: 1.5..5 lần; Khối lượng chi tiết: 0.1..900 kg',
    says: ['Tuổi thọ {t} tăng {n:1.5..5} lần, hạ giá so với nhập {n:25..60} %.', 'Phục hồi thay vì bỏ, giao trong {n:2..9} ngày.', 'Có biên bản đo độ cứng và ảnh tổ chức tế vi.', 'Xưởng đủ lò giếng và bể tôi {n:1..6} m³.', 'Nhận bản vẽ tay, trả bản vẽ CAD.'],
  },
  {
    key: 'wastewater', domain: 'environment', fields: 'environment civil-engineering', kind: 'technology',
    sets: [
      [
        'hệ thống xử lý nước thải=wastewater treatment for; trạm xử lý nước thải hợp khối=package wastewater plant for; công nghệ xử lý bùn=sludge treatment for; bể tự hoại cải tiến=improved septic tank for; hệ thống tái sử dụng nước=water reuse for; bãi lọc ngầm trồng cây=constructed wetland for',
        '@factory; ao cá tra=pangasius ponds; ao tôm=shrimp ponds; trại heo~trại lợn=pig farms',
        'AAO=AAO; MBBR=MBBR; màng MBR=MBR; SBR=SBR; UASB=UASB; keo tụ PAC=PAC coagulation; vi tảo=microalgae; sậy và bồn bồn=with reeds and cattails; Fenton=Fenton; điện hóa=electrochemical; Anammox=Anammox; lọc nhỏ giọt=trickling-filter',
      ],
    ],
    size: 'Công suất: 5 10 20 50 100 200 500 1000 2000 m³/ngày đêm @ 21 0.72', specs: 'COD vào: 400..6000 mg/lít; COD ra: 30..100 mg/lít; Tổng nitơ ra: 8..40 mg/lít; Điện tiêu thụ: 0.4..2.2 kWh/m³; Diện tích: 6..1500 m²; Thời gian lưu: 6..36 giờ',
    says: ['Nước ra đạt QCVN 40 cột A, bùn ít hơn {n:20..50} %.', 'Chi phí vận hành {n:2.500..9.800} đồng/m³.', 'Lắp nửa chìm, không mùi, cách nhà dân {n:10..60} m.', 'Đang chạy ở {n:3..40} nơi giống {t}.', 'Giám sát từ xa, gửi số liệu về Sở.'],
  },
  {
    key: 'water-supply', domain: 'environment', fields: 'environment chemistry', kind: 'equipment',
    sets: [
      [
        'hệ thống lọc nước mặn=desalination unit for; máy lọc RO=RO filter for',
        'hộ ven biển=coastal households; xã hạn mặn=salinity-hit communes; trường học=schools; bệnh viện=hospitals; ghe tàu=boats; đảo Nam Du=Nam Du island; trạm biên phòng=border posts; nhà máy dược=pharmaceutical plants; chạy thận=dialysis; khách sạn biển=seaside hotels',
        'thẩm thấu ngược hai cấp=two-stage reverse-osmosis; màng nano NF=nanofiltration; điện mặt trời=solar; CDI=CDI; thu hồi năng lượng=energy-recovery; chưng cất màng=membrane-distillation',
      ],
      [
        'máy lọc nước phèn=iron removal unit for; cột lọc asen=arsenic filter for; bồn lọc áp lực=pressure filter for; trạm cấp nước sạch=clean water station for',
        'cụm dân cư=settlements; xưởng nước đá=ice plants; trường học=schools; chăn nuôi=livestock farms; ấp vùng sâu=remote hamlets; chùa Khmer=Khmer pagodas; nhà trọ=boarding houses; tưới vườn=orchard irrigation; chợ=markets',
        'cát mangan=manganese-sand; than hoạt tính gáo dừa=coconut-carbon; siêu lọc UF=ultrafiltration; laterit hoạt hóa=activated-laterite; giàn mưa=cascade-aerated; hạt Birm=Birm-media; điện mặt trời=solar',
      ],
      [
        'thiết bị khử trùng=disinfection unit for; túi trữ nước ngọt=freshwater storage bag for; bồn trữ nước mưa=rainwater tank for',
        'trại tôm giống=shrimp hatcheries; hộ ven biển=coastal households; trạm y tế=clinics; hồ bơi=swimming pools; vườn cây=orchards; nhà máy nước xã=commune waterworks; trường mầm non=kindergartens',
        'UV-C=UV-C; ozone=ozone; clo điện phân=electrochlorination; màng HDPE=HDPE; vải bạt PVC=PVC-tarpaulin; composite=composite',
      ],
    ],
    size: 'Công suất: 0.5 1 2 5 10 20 50 100 200 m³/ngày @ 19 0.7', specs: '[0] Độ mặn vào: 0.5..35 ‰; [0] Thu hồi: 35..80 %; [0,1] Điện tiêu thụ: 0.3..4.5 kWh/m³; [0,1] Áp suất: 1..60 bar; [0] Tuổi thọ màng: 2..5 năm',
    says: [
      '0,1: Uống trực tiếp, đạt QCVN 01-1, giá nước {n:6..45} nghìn đồng/m³.',
      '0: Chịu độ mặn tới {n:4..35} ‰ trong mùa hạn.',
      '0,1: Tự rửa ngược, thay lõi {n:6..24} tháng.',
      'Kéo bằng xuồng tới {t}, dựng trong {n:1..5} ngày.',
      '0,1: Tảo và sắt không làm nghẹt màng.',
      '2: Diệt {n:99..99.99} % vi khuẩn, không mùi.',
      '2: Trữ {n:2..30} m³ cho {t} qua mùa khô.',
      '2: Ba ngày dựng xong, không cần thợ.',
    ],
  },
  {
    key: 'solid-waste', domain: 'environment', fields: 'environment mechanical', kind: 'equipment',
    sets: [
      [
        'lò đốt=incinerator for; lò nhiệt phân=pyrolysis unit for',
        'rác sinh hoạt=household waste; rác y tế=medical waste; bao bì thuốc bảo vệ thực vật=pesticide packaging; xác gia súc=animal carcasses; lốp xe=tyres; giẻ dầu=oily rags; vải vụn=textile scraps; rác chợ=market waste',
        'hai cấp buồng đốt=two-chamber; thu hồi nhiệt=with heat recovery; trống quay=rotary-drum; rửa khói kiềm=with alkaline scrubber; ghi tĩnh=fixed-grate',
      ],
      [
        'máy ép kiện=baler for; máy nghiền=shredder for; dây chuyền tái chế=recycling line for; máy phân loại=sorter for',
        'nhựa PET=PET plastic; lưới cũ=old nets; vỏ hộp giấy=drink cartons; bao bì PP=PP sacks; bạt cũ ao tôm=old pond liners; thùng xốp=foam boxes; sắt vụn=scrap iron; bo mạch cũ=circuit boards; chai thủy tinh=glass bottles; vỏ hàu=oyster shells; gạch vỡ=broken bricks',
        'trục đôi=twin-shaft; đứng=vertical; ngang tự buộc=auto-tie horizontal; hồng ngoại gần NIR=NIR; tuyển từ=magnetic; rửa nổi chìm=sink-float',
      ],
      [
        'hầm ủ biogas=biogas digester for; máy ủ phân=composter for; máy tách phân=manure separator for',
        'phân heo~phân lợn=pig manure; phân bò=cow dung; phân gà=chicken manure; bã mì~bã sắn=cassava pulp; lục bình=water hyacinth; rác chợ=market waste; bùn cống=sewer sludge; xương cá=fish bones; rơm rạ=rice straw; vỏ sầu riêng=durian husk',
        'HDPE phủ bạt=HDPE-covered; composite=composite; trống quay=rotary-drum; ép trục vít=screw-press; đảo luống=windrow-turning; ủ khô=dry-digestion',
      ],
      [
        'máy ép củi trấu=briquette press for; máy ép viên nén=pellet press for; máy xé tơi=fibre opener for',
        'vỏ trấu=rice husk; mùn cưa=sawdust; xơ dừa=coir; rơm rạ=rice straw; vỏ đậu phộng~vỏ lạc=peanut shells; bã mía=bagasse; vỏ cà phê=coffee husk; thân bắp~thân ngô=maize stalks; lá dừa nước=nipa fronds',
        'khuôn vòng=ring-die; khuôn phẳng=flat-die; trục vít nung=heated-screw; pít tông=piston; làm nguội gió=air-cooled',
      ],
    ],
    size: 'Công suất: 0.1 0.2 0.5 1 2 5 10 20 50 tấn/ngày @ 128 0.66', specs: '[0] Nhiệt độ buồng thứ cấp: 850..1150 °C; Công suất điện: 1.5..90 kW; [1] Lực ép: 5..150 tấn; Diện tích: 12..3000 m²; Nhân công: 1..12 người; [0] Tro còn lại: 3..15 %',
    says: [
      '0: Xử lý {t} tại chỗ, khói đạt QCVN 61.',
      '1,2,3: Thu {n:200..900} kg sản phẩm từ 1 tấn {t}.',
      '0: Không dùng dầu khi đã bén, {n:1..3} người vận hành.',
      '2,3: Hoàn vốn {n:18..54} tháng từ bán phân và viên nén.',
      'Khung container, dời được khi bãi đầy.',
      '1: Ép {t} còn {n:10..25} % thể tích, kiện {n:40..400} kg.',
      '1: Dao thép thay được, chạy lẫn đất cát.',
      '2: Khí đủ nấu ăn cho {n:3..40} hộ.',
      '3: Viên cháy {n:3800..4600} kcal/kg, tro dưới {n:4..16} %.',
    ],
  },
  {
    key: 'air-monitor', domain: 'environment', fields: 'environment data-statistics electrical-electronics', kind: 'equipment',
    sets: [
      [
        'trạm quan trắc=monitoring station for; cảm biến đo=sensor for; phao quan trắc=monitoring buoy for; máy đo cầm tay=handheld meter for',
        'độ mặn kênh rạch=canal salinity; nước ao tôm=shrimp pond water; mực nước sông=river level; oxy hòa tan=dissolved oxygen; clo dư=residual chlorine; xâm nhập triều=tidal intrusion; độ đục=turbidity; pH ruộng=paddy pH; tảo độc=harmful algae; kim loại nặng trong nước=heavy metals in water',
        'NB-IoT=NB-IoT; LoRaWAN=LoRaWAN; quang phổ UV-Vis=UV-Vis; điện hóa=electrochemical; radar=radar; năng lượng mặt trời=solar; điện cực chọn lọc ion=ion-selective; siêu âm=ultrasonic',
      ],
      [
        'trạm quan trắc=monitoring station for; máy đo cầm tay=handheld meter for; bộ ghi dữ liệu=data logger for',
        'khí thải lò hơi=boiler flue gas; bụi mịn PM2.5=PM2.5 dust; khí nhà kính ruộng lúa=paddy greenhouse gases; tiếng ồn=noise; khí H₂S chuồng trại=barn H₂S; phóng xạ môi trường=environmental radiation; mưa và gió=rain and wind; khí ga rò rỉ=gas leaks; tia cực tím=ultraviolet; sét=lightning',
        'NDIR=NDIR; laser tán xạ=laser-scattering; NB-IoT=NB-IoT; điện hóa=electrochemical; năng lượng mặt trời=solar; buồng kín tự động=automatic-chamber; quang phổ FTIR=FTIR',
      ],
      [
        'hệ thống lọc bụi=dust filter for; tháp khử mùi=odour scrubber for; quạt hút lọc=extraction filter for',
        'bụi xay xát=milling dust; mùi bột cá=fish meal odour; hơi dung môi sơn=paint solvent vapour; khói hàn=welding fumes; mùi chuồng trại=barn odour; khói rang cà phê=coffee roasting smoke; bụi gỗ=wood dust; mùi mủ cao su=rubber odour; bụi xi măng=cement dust; khói nhang=incense smoke',
        'túi vải rung khí=pulse-jet bag; than hoạt tính=activated-carbon; ướt kiểu Venturi=wet Venturi; cyclon chùm=multi-cyclone; tĩnh điện=electrostatic; lọc sinh học=biofilter; plasma=plasma; ozone=ozone',
      ],
    ],
    size: 'Số điểm đo: 1 2 4 6 8 12 16 24 điểm @ 34 0.8', specs: '[0,1] Sai số: 0.5..5 %; [0,1] Chu kỳ đo: 1..60 phút; [0] Dải đo độ mặn: 0..40 ‰; [0,1] Pin: 3..36 tháng; [0,1] Cấp bảo vệ: IP65 | IP67 | IP68; [2] Lưu lượng khí: 1000..60000 m³/giờ',
    says: [
      '0,1: Đo {t} mỗi {n:1..30} phút, số liệu mở cho dân xem.',
      '0,1: Đã hiệu chuẩn, có tem kiểm định.',
      '0,1: Báo vượt ngưỡng bằng tin nhắn tiếng Việt và Khmer.',
      '0: Đầu đo tự lau rong, ra ao {n:1..3} tháng một lần.',
      '2: Hiệu suất lọc {n:92..99.5} %.',
      '2: Hút {n:1000..40000} m³/giờ, bụi ra dưới {n:5..50} mg/Nm³.',
      '2: Hàng xóm hết phàn nàn về {t}.',
      '2: Thay túi, thay than {n:6..18} tháng một lần.',
    ],
  },
  {
    key: 'solar', domain: 'energy', fields: 'electrical-electronics physics', kind: 'equipment',
    sets: [
      [
        'hệ thống điện mặt trời=solar power system for; bộ lưu trữ pin=battery storage for; biến tần hòa lưới=grid inverter for',
        'ao tôm=shrimp ponds; kho lạnh=cold stores; nhà máy xay=mills; bơm tưới=irrigation pumps; hộ ven kênh=canal-side homes; trường học=schools; nhà trọ công nhân=worker housing; trại gà=poultry farms; xưởng may=garment workshops; trạm viễn thông=telecom sites; chợ xã=commune markets; khách sạn=hotels; trạm y tế=clinics; chùa=pagodas; nhà bè=floating houses',
        'hòa lưới=grid-tied; độc lập=off-grid; hybrid=hybrid; pin LFP=LFP; hai mặt kính=bifacial; nổi trên ao=floating; ba pha=three-phase; bám tải=load-following; dùng lại pin xe=second-life-battery',
      ],
      [
        'trạm sạc=charging station for; tủ đổi pin=battery swap cabinet for',
        'xe đạp điện=e-bikes; xe máy điện=electric motorbikes; ghe điện=electric boats; xe lam điện=electric three-wheelers; ô tô điện=electric cars; máy bay phun thuốc=spray drones',
        'điện mặt trời=solar; sạc nhanh DC=DC fast; AC {n:7..22} kW=AC; thanh toán QR=QR-paid; có lưu trữ=storage-backed; nổi=floating',
      ],
      [
        'đèn năng lượng mặt trời=solar lights for; đèn LED chuyên dụng=special LED lights for',
        'đường nông thôn=rural roads; câu mực=squid fishing; thanh long ra hoa=dragon fruit flowering; bến phà=ferry piers; sân bóng=football pitches; cúc ra hoa=chrysanthemum flowering; trại gà đẻ=layer farms; bẫy rầy=hopper traps; cổng chùa=pagoda gates; ao nuôi=ponds',
        'cảm biến chuyển động=motion-sensing; quang phổ {n:440..660} nm=tuned-spectrum; liền thân=all-in-one; chống nước biển=sea-proof; hẹn giờ=timer; pin LFP=LFP',
      ],
      [
        'tuabin gió nhỏ=small wind turbine for; máy phát khí hóa trấu=husk gasifier generator for; tủ bù công suất=power factor cabinet for; máy nước nóng bơm nhiệt=heat-pump water heater for',
        'hộ ven biển=coastal homes; nhà máy xay=mills; khách sạn=hotels; bệnh viện=hospitals; xưởng cơ khí=workshops; trại tôm giống=hatcheries; nhà máy nước đá=ice plants; xưởng nhuộm=dye works; đảo nhỏ=small islands',
        'ba pha=three-phase; trục đứng=vertical-axis; tự động=automatic; hòa lưới=grid-tied; hồi nhiệt=heat-recovering; đóng cắt thyristor=thyristor-switched',
      ],
    ],
    size: 'Công suất: 1 3 5 10 20 50 100 200 500 1000 kWp @ 16.5 0.93', specs: 'Hiệu suất: 18..98 %; Điện áp: 48 | 220 | 380 V; [0,1,2] Dung lượng pin: 2..400 kWh; Tuổi thọ: 8..25 năm; [0,3] Hoàn vốn: 3..8 năm; [0,1,2] Chu kỳ sạc: 3000..8000 lần',
    says: [
      '0,3: Giảm {n:25..80} % tiền điện của {t}.',
      '0: Tự chuyển nguồn trong {n:10..20} mili giây khi lưới mất.',
      '0: Khung nhôm chịu gió cấp {n:10..12}, chống ăn mòn muối.',
      '0,3: Thủ tục đấu nối do bên bán lo.',
      '0: Theo dõi qua ứng dụng, báo lỗi từng chuỗi pin.',
      '1: Sạc {t} đầy trong {n:1..6} giờ, quét mã trả tiền.',
      '1: Chịu mưa tạt, ổ cắm khóa chống giật.',
      '1: Báo trụ trống trên bản đồ.',
      '2: Sáng {n:8..14} giờ sau một ngày nắng.',
      '2: Dùng cho {t}, tiết kiệm {n:40..80} % điện.',
      '2: Không chói, muỗi và côn trùng ít bu.',
      '3: Bảo trì {n:6..12} tháng, thợ địa phương làm được.',
    ],
  },
  {
    key: 'boiler', domain: 'energy', fields: 'mechanical physics', kind: 'equipment',
    sets: [
      [
        'lò hơi=steam boiler; lò khí nóng=hot-air furnace; lò dầu tải nhiệt=thermal-oil heater; bộ trao đổi nhiệt=heat exchanger; bếp hóa khí=gasifier stove; lò đốt tầng sôi=fluidised-bed furnace; nồi hơi điện=electric boiler; bộ thu hồi nhiệt khói=economiser',
        'xưởng bún=noodle workshops; nhà máy thức ăn chăn nuôi=feed mills; lò giết mổ=slaughterhouses; sấy lúa=paddy drying; xưởng kẹo dừa=coconut candy makers; nhà máy dệt=textile mills; giặt là khách sạn=hotel laundries; nấu rượu=distilleries; nhà máy thủy sản=seafood plants; xưởng tàu hủ~đậu phụ=tofu makers; hấp gỗ=timber steaming; bệnh viện=hospitals; lò đường thốt nốt=palm sugar kilns',
        'đốt trấu rời=loose-husk-fired; đốt viên nén=pellet-fired; đốt củi=wood-fired; ghi xích=chain-grate; đốt vỏ điều=cashew-shell-fired; tầng sôi tuần hoàn=circulating-fluidised; ống lửa ba pass=three-pass fire-tube; khí sinh học=biogas-fired; khử bụi ướt=with wet scrubber',
      ],
    ],
    size: 'Công suất hơi: 50 100 200 300 500 1000 2000 3000 5000 10000 kg/giờ @ 2.1 0.76', specs: 'Áp suất: 1..16 bar; Hiệu suất: 72..92 %; Nhiên liệu: 15..1600 kg/giờ; Bụi khói: 40..200 mg/Nm³; Nhiệt độ hơi: 105..204 °C',
    says: ['Cấp hơi cho {t}, tiết kiệm {n:15..45} % nhiên liệu.', 'Kiểm định an toàn trước khi giao, dạy vận hành {n:2..5} ngày.', 'Nạp liệu tự động, xỉ ra khô.', 'Khói đạt QCVN 19 cột B nhờ cyclon chùm.', 'Chuyển từ than đá sang {m} không đổi thân lò.'],
  },
  {
    key: 'motor-audit', domain: 'energy', fields: 'electrical-electronics data-statistics', kind: 'service',
    sets: [
      [
        'dịch vụ kiểm toán năng lượng=energy audit of; dịch vụ cải tạo động cơ=motor retrofit of; hợp đồng tiết kiệm năng lượng ESCO=ESCO contract for; dịch vụ đo dấu chân các-bon=carbon footprint of; dịch vụ hiệu chuẩn=calibration of; dịch vụ bảo trì dự đoán=predictive maintenance of; dịch vụ thiết kế điện=electrical design of',
        '@factory; hệ thống khí nén=compressed air systems; hệ thống lạnh=refrigeration systems; trạm bơm nông nghiệp=farm pump stations; đội xe tải=truck fleets; chiếu sáng công cộng=public lighting',
        'ISO 50001=ISO 50001; đo online {n:2..6} tuần=with online metering; ảnh nhiệt hồng ngoại=with thermography; phân tích rung=with vibration analysis; biến tần=with inverters; ISO 14064=ISO 14064; siêu âm dò rò=with ultrasonic leak detection; chia phần tiết kiệm=shared-savings',
      ],
    ],
    price: '12..480', specs: 'Tiết kiệm điện: 8..35 %; Thời gian làm: 5..60 ngày; Số điểm đo: 6..160 điểm; Hoàn vốn: 6..36 tháng; Chuyên gia: 2..8 người',
    says: ['Chỉ ra {n:6..22} giải pháp, hoàn vốn dưới {n:12..30} tháng.', 'Tiết kiệm {n:80..2400} MWh/năm cho {t} tương tự.', 'Báo cáo theo Thông tư 25, bảo vệ cùng doanh nghiệp.', 'Không tiết kiệm thì không thu phí.', 'Thiết bị đo Fluke, hiệu chuẩn hằng năm.'],
  },
  {
    key: 'construction', domain: 'construction', fields: 'civil-engineering materials-metallurgy', kind: 'technology',
    sets: [
      [
        'công nghệ gia cố=reinforcement of; giải pháp chống sạt lở=erosion control of; công nghệ xử lý nền đất yếu=soft soil treatment for',
        'đê biển Tây=the western sea dyke; bờ kênh=canal banks; đường nông thôn=rural roads; bến tàu=wharves; bờ kè sông Hậu=Hau River embankments; bờ kè sông Cổ Chiên=Co Chien embankments; mố cầu=bridge abutments; nền nhà xưởng=factory floors; bãi container=container yards; cồn nổi=river islets; chân đê bao=dyke toes; hố móng=excavations',
        'cọc xi măng đất=soil-cement columns; rọ đá neo=anchored gabions; vải địa kỹ thuật=geotextile; ván cừ dự ứng lực=prestressed sheet piles; bấc thấm hút chân không=vacuum drains; thảm cỏ vetiver=vetiver grass; tường trọng lực rỗng=hollow gravity walls; cừ tràm=melaleuca piles; đất gia cường lưới=geogrid soil',
      ],
      [
        'vật liệu chống thấm=waterproofing of; cấu kiện đúc sẵn=precast elements for; công nghệ thi công=construction of',
        'nhà vượt lũ=flood-proof houses; cống ngăn mặn=salinity gates; cầu dân sinh=village bridges; kho lúa=paddy stores; ao lót bạt=lined ponds; mương thủy lợi=irrigation ditches; nhà tiền chế=prefab houses; mái chợ=market roofs; trường mầm non=kindergartens; hồ chứa nước ngọt=freshwater ponds; sàn phơi lúa=drying yards; nhà nổi=floating houses',
        'bê tông geopolymer=geopolymer concrete; bê tông siêu tính năng UHPC=UHPC; tro bay và xỉ=fly ash and slag; cát nhiễm mặn=saline sand; tre ép=laminated bamboo; xốp EPS=EPS foam; polyurea phun=sprayed polyurea; sợi thủy tinh=glass fibre; gạch bê tông bọt=foam concrete; tôn cách nhiệt=insulated sheet',
      ],
    ],
    price: '40..4800', specs: '[1] Cường độ nén: 15..130 MPa; [0] Chiều sâu xử lý: 2..28 m; Tuổi thọ: 20..100 năm; [0] Chi phí so với cọc khoan nhồi: 45..85 %; Tiến độ: 20..400 m/ngày',
    says: [
      'Dùng tro bay và cát tại chỗ, rẻ hơn {n:15..45} %.',
      '0: Đã làm {n:0.4..18} km ở {ward}, lún dưới {n:2..8} cm sau {n:1..4} năm.',
      '0: Chịu sóng {n:1..2.5} m và nước mặn {n:20..35} ‰.',
      'Thi công bằng xà lan {n:50..200} tấn, không cần đường lớn.',
      'Có định mức và chỉ dẫn kỹ thuật kèm theo.',
      '1: Dựng {t} trong {n:3..40} ngày, thợ làng làm được.',
      '1: Không thấm sau {n:3..8} mùa mưa.',
    ],
  },
  {
    key: 'materials', domain: 'materials', fields: 'materials-metallurgy chemistry nanotechnology', kind: 'technology',
    sets: [
      [
        'công nghệ sản xuất=production of; vật liệu=material:; quy trình tổng hợp=synthesis of; công nghệ tái chế thành=recycling into; mẫu thử nghiệm=prototype of',
        'nhựa sinh học tinh bột=starch bioplastic; silica từ tro trấu=silica from husk ash; than hoạt tính gáo dừa=coconut activated carbon; chitosan vỏ tôm=shrimp chitosan; collagen da cá=fish skin collagen; sợi dừa composite=coir composite; gạch không nung=unfired bricks; gốm xốp lọc nước=porous ceramic filters; sơn chống hà=antifouling paint; màng bao trái=fruit bagging film; giấy từ rơm=straw paper; ống hút gạo=rice straws; da từ lá dứa~da từ lá khóm=pineapple leaf leather; vải tơ sen=lotus silk; nano bạc=nano silver; nano curcumin=nano curcumin; zeolit=zeolite; hydrogel giữ ẩm=moisture hydrogel; graphene=graphene; cellulose vi khuẩn=bacterial cellulose; gỗ nhựa WPC=wood-plastic; keo dán lignin=lignin adhesive; cao su chống va=rubber fenders; thủy tinh xốp=foam glass',
        'sol-gel=sol-gel; thủy nhiệt=hydrothermal; nhiệt phân=by pyrolysis; ép đùn=by extrusion; chiếu xạ gamma=by gamma irradiation; vi sóng=microwave; thủy phân enzyme=by enzymatic hydrolysis; điện kéo sợi=by electrospinning; nghiền bi năng lượng cao=by high-energy ball milling; ép nóng=by hot pressing; lên men Komagataeibacter=by Komagataeibacter fermentation; không dung môi=solvent-free',
      ],
    ],
    price: '30..1800', specs: 'Độ tinh khiết: 85..99.9 %; Kích thước hạt: 5..900 nm; Bền kéo: 2..90 MPa; Công suất: 5..3000 kg/ngày; Diện tích bề mặt: 40..1600 m²/g',
    says: ['Làm từ phụ phẩm miền Tây, giá thành {n:40..85} % hàng nhập.', 'Phân hủy {n:60..98} % sau {n:60..210} ngày trong đất.', 'Thử ở quy mô {n:5..500} kg/ngày, có bảng phân tích TEM và XRD.', 'Tìm đối tác lên quy mô pilot.', 'An toàn tiếp xúc thực phẩm, đạt QCVN 12.'],
  },
  {
    key: 'nano-lab', domain: 'materials', fields: 'nanotechnology physics chemistry', kind: 'equipment',
    sets: [
      [
        'máy đo nhanh=rapid meter for; cảm biến nano=nano sensor for; bộ kit thử=test kit for',
        'dư lượng thuốc trừ sâu=pesticide residues; kháng sinh trong tôm=antibiotics in shrimp; độ ngọt trái cây=fruit sweetness; độ tươi cá=fish freshness; kim loại nặng=heavy metals; độc tố aflatoxin=aflatoxin=Aspergillus flavus; độ ẩm hạt=grain moisture; hàn the=borax; mật ong giả=adulterated honey; đạm nước mắm=fish sauce protein; sudan trong ớt=Sudan dye in chilli; nitrat rau=nitrate in vegetables; formol bún=formalin in noodles; tinh bột nghệ=turmeric starch',
        'cận hồng ngoại NIR=NIR; Raman SERS=SERS Raman; điện hóa in lưới=screen-printed electrochemical; mũi điện tử=electronic-nose; cầm tay=handheld; đổi màu=colorimetric; huỳnh quang=fluorescence; chấm lượng tử=quantum-dot',
      ],
      [
        'máy quang phổ=spectrometer for; hệ sắc ký=chromatograph for; kính hiển vi=microscope for',
        'vàng bạc=gold and silver; vi nhựa=microplastics; tinh dầu=essential oils; dược liệu=medicinal herbs; đất phèn=acid soil; phù sa=river silt; thép và gang=steel and iron; vi sinh=microbes; nước thải=wastewater; phân bón giả=fake fertiliser',
        'huỳnh quang XRF=XRF; LC-MS/MS=LC-MS/MS; GC-MS=GC-MS; điện tử quét SEM=SEM; hồng ngoại FTIR=FTIR; phát xạ ICP-OES=ICP-OES; đảo ngược=inverted',
      ],
      [
        'máy chiếu xạ=irradiator for; máy plasma lạnh=cold plasma unit for; máy siêu âm=ultrasonic unit for; máy soi tia X=X-ray inspector for',
        'trái cây xuất khẩu=export fruit; gia vị=spices; hạt giống=seeds; phi lê cá=fish fillets; thảo dược khô=dried herbs; gạo=rice; bao bì=packaging; dụng cụ y tế=medical tools; tôm đông lạnh=frozen shrimp',
        'chùm điện tử=electron-beam; Cobalt-60=Cobalt-60; băng tải=conveyor; khí quyển=atmospheric; hai đầu dò=dual-probe; năng lượng kép=dual-energy',
      ],
    ],
    price: '8..6500', specs: '[0,1] Giới hạn phát hiện: 0.1..50 ppb; [0,1] Thời gian đo: 0.2..45 phút; [1] Dải bước sóng: 350..2500 nm; [0,1] Độ lặp lại: 0.5..5 %; Khối lượng: 0.4..900 kg',
    says: [
      '0,1: Cho kết quả {t} trong {n:1..40} phút, không cần phá mẫu.',
      '0,1: So với phòng thử nghiệm ISO 17025 lệch dưới {n:2..9} %.',
      '0,1: Đường chuẩn dựng từ {n:300..4000} mẫu miền Tây.',
      '0: Pin dùng {n:6..14} giờ, gửi số liệu qua Bluetooth.',
      '0,1: Một mẫu chỉ tốn {n:5..90} nghìn đồng.',
      '2: Giảm {n:2..5} log vi sinh mà {t} không đổi mùi.',
      '2: Xử lý {n:50..3000} kg/giờ, che chắn đạt chuẩn.',
      '2: Người vận hành được huấn luyện và cấp chứng chỉ.',
    ],
  },
];

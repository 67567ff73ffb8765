import type { FamilySource } from './family.js';

export const FARMING: readonly FamilySource[] = [
  {
    key: 'rice-machines', domain: 'crops', fields: 'crops mechanical', kind: 'equipment',
    sets: [
      [
        'máy cấy=transplanter; máy sạ cụm=hill seeder; máy bón phân vùi=deep-placement fertiliser applicator',
        'lúa ba vụ=triple-crop rice; lúa tôm=rice-shrimp fields; ruộng lầy=soft paddies; lúa giống=seed rice; đất phèn=acid sulphate soil; lúa hữu cơ=organic rice; nếp=glutinous rice',
        '{n:4..8} hàng=multi-row; đẩy tay=walk-behind; ngồi lái=riding; khí động=pneumatic; định vị GPS RTK=RTK GPS; chạy pin=battery',
      ],
      [
        'máy gặt đập liên hợp=combine harvester; máy cuốn rơm=straw baler; xe kéo lúa bánh xích=crawler paddy carrier',
        'lúa ba vụ=triple-crop rice; ruộng lầy=soft paddies; lúa mùa nổi=floating rice; nương bậc thang=terraces; lúa giống=seed rice; cánh đồng lớn=large fields',
        'bánh xích cao su=rubber-track; tự xả thùng=self-unloading; hàm cắt {n:1..3} m=wide-header; buồng đập dọc trục=axial-flow; ngồi lái=riding; cabin kín=closed-cabin',
      ],
      [
        'máy xới=rotary tiller; máy trang phẳng ruộng=land leveller; máy lên luống=ridger; máy xẻ rãnh=ditcher',
        'đất phèn=acid sulphate soil; ruộng lúa=paddies; rẫy mía=cane fields; rau màu=vegetables; rẫy khóm~rẫy dứa=pineapple fields; khoai lang=sweet potato; đất giồng cát=sandy ridges; vườn xen=mixed orchards',
        'laser=laser; bánh lồng=cage-wheel; gắn máy cày=tractor-mounted; ngồi lái=riding; đẩy tay=walk-behind; lưỡi đảo chiều=reversible-blade',
      ],
      [
        'máy phun thuốc=sprayer; máy bay phun=spray drone; máy làm cỏ=weeder',
        'lúa=rice; @fruit; bắp~ngô=maize; mía=sugarcane; rau màu=vegetables; đậu=beans; hoa kiểng=ornamentals',
        'chạy pin=battery; đẩy tay=walk-behind; định vị GPS RTK=RTK GPS; béc ly tâm=centrifugal-nozzle; kéo dây=hose-reel; cánh dài=long-boom; quạt thổi=air-blast',
      ],
      [
        'máy đào củ=digger for; máy thu hoạch=harvester for; máy tách hạt=sheller for',
        'khoai lang=sweet potato; khoai mì~sắn=cassava; đậu phộng~lạc=peanut; hành tím=shallots; mía=sugarcane; bắp~ngô=maize; nghệ=turmeric; đậu xanh=mung bean; sen=lotus; lác~cói=sedge',
        'gắn máy cày=tractor-mounted; sàng rung=vibrating; tự hành=self-propelled; trống răng=tooth-drum; băng xích=chain-belt',
      ],
    ],
    size: 'Công suất máy: 5 7 12 18 25 35 50 70 90 HP @ 7.2 0.94',
    specs: 'Năng suất: 0.2..4 ha/giờ; Bề rộng làm việc: 0.6..2.8 m; Nhiên liệu: 6..24 lít/ha; Khối lượng: 60..3200 kg; Vận tốc: 2..9 km/h',
    says: ['Làm {n:4..30} công một ngày, lún dưới {n:12..25} cm.', 'Giảm giống còn {n:40..70} kg/ha, lúa nhảy chồi đều.', 'Thất thoát khi gặt dưới {n:1..3} %, rơm nằm gọn một luống.', 'Phụ tùng có tại {ward}, sửa trong ngày.', 'Một thợ lái, học {n:1..4} ngày là quen.'],
  },
  {
    key: 'irrigation', domain: 'crops', fields: 'crops electrical-electronics', kind: 'equipment',
    sets: [
      [
        'hệ thống tưới nhỏ giọt=drip irrigation; hệ thống tưới phun mưa=sprinkler irrigation; tủ điều khiển tưới=irrigation controller; bộ châm phân=fertigation unit; hệ thống phun sương=misting system',
        '@fruit; @vegetable; hoa lan=orchids; hoa cúc mâm xôi=chrysanthemums; kiểng bonsai=bonsai; tiêu=pepper vines',
        'điện mặt trời=solar; LoRa=LoRa; cảm biến ẩm đất=with soil moisture sensors; bù áp=pressure-compensating; hẹn giờ=timer; qua điện thoại=phone-controlled; lọc đĩa tự rửa=with self-cleaning disc filter; chôn ngầm=buried',
      ],
      [
        'van điều tiết nước ruộng=paddy water gate; máy bơm chân vịt=propeller pump; trạm bơm=pump station; thước đo mực nước ruộng=paddy level gauge',
        'lúa ướt khô xen kẽ=alternate wetting and drying rice; ruộng lúa tôm=rice-shrimp fields; đê bao=dykes; vườn mương=ditch orchards; cánh đồng lớn=large fields; rẫy rau=vegetable fields; kênh nội đồng=field canals',
        'điện mặt trời=solar; LoRa=LoRa; motor chìm=submersible; chạy dầu=diesel; composite=composite; báo qua điện thoại=phone-alert',
      ],
    ],
    size: 'Diện tích: 0.1 0.2 0.3 0.5 1 2 3 5 10 20 ha @ 62 0.78',
    specs: 'Lưu lượng: 2..180 m³/giờ; Áp lực: 0.8..4 bar; Công suất bơm: 0.75..22 kW; Nước tiết kiệm: 25..60 %; Số khu vực: 1..24 khu',
    says: ['Tiết kiệm {n:30..60} % nước và {n:20..45} % phân so với tưới tràn.', 'Đầu tưới không nghẹt với nước sông phèn nhờ lọc {n:100..150} mesh.', 'Cả vườn {t} tưới xong trong {n:20..90} phút.', 'Mất điện vẫn tưới bằng bồn cao {n:4..8} m.', 'Báo qua Zalo khi đất dưới ngưỡng ẩm.'],
  },
  {
    key: 'varieties', domain: 'crops', fields: 'crops biotechnology', kind: 'product',
    sets: [
      [
        'giống=variety of; hạt giống F1=F1 seed of; dòng thuần=pure line of',
        '@vegetable; bắp lai~ngô lai=hybrid maize; đậu nành~đậu tương=soybean; đậu xanh=mung bean; đậu phộng~lạc=peanut; mè=sesame; dưa hấu=watermelon; dưa lưới=muskmelon',
        'chín sớm=early-maturing; năng suất cao=high-yielding; kháng héo Fusarium=Fusarium-resistant; chịu mặn {n:3..6} ‰=salt-tolerant; chịu nóng=heat-tolerant; kháng virus khảm=mosaic-resistant',
      ],
      [
        'cây giống ghép gốc=grafted seedlings of; mắt ghép sạch bệnh=disease-free budwood of; vườn đầu dòng=mother orchard of',
        '@fruit',
        'năng suất cao=high-yielding; kháng vàng lá gân xanh=greening-resistant; chịu ngập=flood-tolerant; chịu mặn {n:3..6} ‰=salt-tolerant; lùn=dwarf; ra trái sớm=early-bearing; trái to đều=large-fruited',
      ],
      [
        'giống lúa=rice variety; lúa giống xác nhận=certified rice seed',
        'hạt dài=long grain; hạt tròn=round grain; thơm lá dứa=pandan-scented; nếp dẻo=soft glutinous; huyết rồng=red bran; nàng hương=Nang Huong type; một bụi=Mot Bui type; cẩm đen=black bran',
        'chịu mặn {n:3..6} ‰=salt-tolerant; kháng rầy nâu=brown-planthopper-resistant; chín sớm {n:85..100} ngày=early-maturing; chịu phèn=acid-tolerant; chịu ngập=flood-tolerant; cứng cây=lodging-resistant; kháng đạo ôn=blast-resistant',
      ],
      [
        'cây giống cấy mô=tissue-cultured plantlets of',
        'chuối già~chuối tiêu=Cavendish banana=Musa acuminata; lan hồ điệp=phalaenopsis; lan mokara=mokara; hoa cúc=chrysanthemum; hoa hồng=roses=Rosa chinensis; hoa đồng tiền=gerbera; khóm~dứa=pineapple=Ananas comosus; mía=sugarcane; khoai môn=taro; dâu tây=strawberry; keo lai=acacia; kiểng lá trầu bà=pothos; đinh lăng=ming aralia; sen hồng=pink lotus',
        'sạch virus=virus-free; đồng đều=uniform; lùn=dwarf; thuần dưỡng trong nhà lưới=net-house-hardened; hoa to=large-flowered',
      ],
    ],
    price: '0.02..45', specs: 'Năng suất: 4..60 tấn/ha; Thời gian sinh trưởng: 60..110 ngày; Tỉ lệ nảy mầm: 85..98 %; Chiều cao cây: 30..250 cm; Độ thuần: 98..99.9 %',
    says: ['Đã khảo nghiệm {n:2..6} vụ ở {n:3..9} tỉnh, năng suất hơn đối chứng {n:6..22} %.', 'Cho trái sau {n:14..36} tháng, tán gọn, hợp mật độ {n:400..1100} cây/ha.', 'Cây {t} sạch virus, có phiếu ELISA và PCR từng lô.', 'Lưu hành theo quyết định công nhận, bán kèm quy trình canh tác.', 'Cơm dẻo, thơm lá dứa, bạc bụng thấp.'],
  },
  {
    key: 'cultivation', domain: 'crops', fields: 'crops', kind: 'process',
    sets: [
      [
        'quy trình xử lý ra hoa nghịch vụ=off-season flowering of; quy trình bao trái=fruit bagging of; kỹ thuật tỉa cành tạo tán=pruning of; quy trình rải vụ=staggered harvest of',
        '@fruit',
        'màng phủ nông nghiệp=with plastic mulch; khoanh vỏ=with girdling; xiết nước=with water stress; chong đèn LED=with LED lighting; tưới nước mặn pha loãng=with diluted saline water; che mưa=under rain shelters; túi vải không dệt=with non-woven bags',
      ],
      [
        'quy trình canh tác VietGAP=VietGAP growing of; quy trình trồng hữu cơ=organic growing of; quy trình trồng xen=intercropping of; quy trình nhân giống=propagation of',
        '@vegetable; @herb; @grain',
        'giá thể xơ dừa=on coir; chế phẩm Trichoderma=with Trichoderma; nhà màng=in a net house; không làm đất=no-till; bón vùi=with deep placement; phủ rơm=with straw mulch; luân canh lúa=in rotation with rice',
      ],
      [
        'quy trình bảo quản sau thu hoạch=post-harvest care of; quy trình đóng gói xuất khẩu=export packing of',
        '@fruit; @vegetable',
        'màng MAP=in MAP film; 1-MCP=with 1-MCP; nước nóng {n:46..53} °C=with hot water; màng chitosan=with chitosan coating; hơi nước nóng VHT=with vapour heat; khử ethylen=with ethylene removal; ozone=with ozone',
      ],
    ],
    price: '8..160', specs: 'Quy mô áp dụng: 0.2..50 ha; Thời gian chuyển giao: 5..90 ngày; Tỉ lệ đậu trái: 35..80 %; Giảm thuốc: 30..90 %; Thời gian giữ tươi: 10..45 ngày',
    says: ['Thu {t} đúng dịp Tết, giá cao hơn chính vụ {n:30..120} %.', 'Giảm {n:40..90} % thuốc hóa học, không còn dư lượng vượt mức.', 'Tập huấn {n:2..6} buổi tại vườn, cán bộ theo suốt một vụ.', 'Giữ tươi {n:14..40} ngày ở {n:5..13} °C, đủ đi tàu sang Trung Đông.', 'Đang áp dụng trên {n:10..900} ha của {n:3..40} hợp tác xã.'],
  },
  {
    key: 'biopesticide', domain: 'crops', fields: 'biotechnology crops', kind: 'product',
    sets: [
      [
        'chế phẩm trừ=biopesticide against; nấm ký sinh trừ=entomopathogenic fungi against; dịch chiết thảo mộc trừ=botanical extract against',
        'rầy nâu=brown planthopper=Nilaparvata lugens; sâu cuốn lá=leaf folder=Cnaphalocrocis medinalis; sâu keo mùa thu=fall armyworm=Spodoptera frugiperda; rệp sáp=mealybug=Planococcus citri; bọ trĩ=thrips=Thrips palmi; nhện đỏ=red mite=Tetranychus urticae; sùng khoai lang=sweet potato weevil=Cylas formicarius; sâu đầu đen hại dừa=coconut black-headed caterpillar=Opisina arenosella; bọ cánh cứng hại dừa=coconut leaf beetle=Brontispa longissima; bọ xít muỗi=mosquito bug=Helopeltis theivora; sâu tơ=diamondback moth=Plutella xylostella; sâu đục trái=fruit borer=Conogethes punctiferalis; muỗi hành=gall midge=Orseolia oryzae; mối đất=termites=Coptotermes gestroi',
        'Metarhizium anisopliae=Metarhizium anisopliae; Beauveria bassiana=Beauveria bassiana; Bacillus thuringiensis=Bacillus thuringiensis; tinh dầu neem=neem-oil; virus NPV=NPV-virus; dịch tỏi ớt=garlic–chilli; rễ dây thuốc cá=derris-root; Paecilomyces=Paecilomyces',
      ],
      [
        'nấm đối kháng phòng=antagonist fungi against; vi khuẩn đối kháng phòng=antagonist bacteria against; chế phẩm trị=bioproduct against',
        'đạo ôn=rice blast=Pyricularia oryzae; cháy bìa lá=bacterial leaf blight=Xanthomonas oryzae; đốm nâu thanh long=dragon fruit canker=Neoscytalidium dimidiatum; thán thư=anthracnose=Colletotrichum gloeosporioides; xì mủ sầu riêng=durian gummosis=Phytophthora palmivora; héo xanh=bacterial wilt=Ralstonia solanacearum; tuyến trùng=nematodes=Meloidogyne incognita; lem lép hạt=grain discolouration; vàng lá thối rễ=root rot=Fusarium solani; sương mai=downy mildew=Pseudoperonospora cubensis; phấn trắng=powdery mildew=Oidium; ghẻ nhám=scab=Elsinoe fawcettii; chết nhanh hồ tiêu=quick wilt of pepper=Phytophthora capsici; loét cam chanh=citrus canker; khô vằn=sheath blight=Rhizoctonia solani',
        'Trichoderma harzianum=Trichoderma harzianum; Streptomyces=Streptomyces; Pseudomonas fluorescens=Pseudomonas fluorescens; nano đồng oxit=nano copper oxide; chitosan oligome=chitosan oligomer; Bacillus velezensis=Bacillus velezensis; Chaetomium=Chaetomium; axit salicylic=salicylic-acid',
      ],
      [
        'bẫy dẫn dụ=lure trap for; thiên địch diệt=natural enemies of; bả sinh học diệt=biological bait for',
        'ruồi đục trái=fruit fly=Bactrocera dorsalis; bọ vòi voi=coconut weevil=Diocalandra frumenti; ốc bươu vàng=golden apple snail=Pomacea canaliculata; chuột đồng=field rats=Rattus argentiventer; sâu keo mùa thu=fall armyworm; bọ hà=sweet potato weevil; ruồi đục lá=leaf miner=Liriomyza trifolii; kiến vương=rhinoceros beetle=Oryctes rhinoceros; sâu đục thân=stem borer=Scirpophaga incertulas',
        'pheromone=pheromone; methyl eugenol=methyl-eugenol; đèn năng lượng mặt trời=solar-lamp; ong ký sinh=parasitoid-wasp; kiến vàng=weaver-ant; protein thủy phân=hydrolysed-protein; bẫy lồng=cage',
      ],
      [
        'bộ kit phát hiện=detection kit for; dịch vụ giám định=identification of',
        'đạo ôn=rice blast=Pyricularia oryzae; cháy bìa lá=bacterial leaf blight=Xanthomonas oryzae; đốm nâu thanh long=dragon fruit canker=Neoscytalidium dimidiatum; thán thư=anthracnose=Colletotrichum gloeosporioides; xì mủ sầu riêng=durian gummosis=Phytophthora palmivora; héo xanh=bacterial wilt=Ralstonia solanacearum; tuyến trùng=nematodes=Meloidogyne incognita; lem lép hạt=grain discolouration; vàng lá thối rễ=root rot=Fusarium solani; sương mai=downy mildew=Pseudoperonospora cubensis; phấn trắng=powdery mildew=Oidium; ghẻ nhám=scab=Elsinoe fawcettii; chết nhanh hồ tiêu=quick wilt of pepper=Phytophthora capsici; loét cam chanh=citrus canker; khô vằn=sheath blight=Rhizoctonia solani',
        'LAMP=LAMP; sắc ký miễn dịch=immunochromatographic; PCR=PCR; ảnh điện thoại=phone-image; ELISA=ELISA; RT-LAMP=RT-LAMP',
      ],
    ],
    price: '0.05..60', specs: 'Mật số: 8..10 log CFU/g; Liều dùng: 0.3..6 kg/ha; Hiệu lực: 65..95 %; Hạn dùng: 6..24 tháng; Cách ly: 0..3 ngày',
    says: ['Hiệu lực với {t} đạt {n:65..94} % sau {n:5..14} ngày.', 'An toàn cho cá, ong và người phun, không cần cách ly.', 'Sản xuất trên cơ chất gạo tấm, công suất {n:1..20} tấn/tháng.', 'Đã khảo nghiệm trên {n:5..120} ha ở {province}.', 'Dùng chung được với phân bón lá.'],
  },
  {
    key: 'fertiliser', domain: 'crops', fields: 'chemistry crops biotechnology', kind: 'technology',
    sets: [
      [
        'công nghệ sản xuất phân=fertiliser production for; phân hữu cơ vi sinh=microbial organic fertiliser for; phân bón lá=foliar fertiliser for; phân viên nén=briquetted fertiliser for; giá thể=growing medium for; chất cải tạo đất=soil conditioner for; than sinh học=biochar for',
        '@fruit; @vegetable; lúa=rice; mía=sugarcane; hoa kiểng=ornamentals; đất nhiễm mặn=salt-affected soil; đất xám bạc màu=degraded grey soil; đất phèn=acid sulphate soil',
        'từ bùn đáy ao cá tra=from pangasius pond sludge; từ rơm rạ=from rice straw; từ vỏ tôm=from shrimp shells; bọc polyme tan chậm=polymer-coated slow-release; từ bã mía=from bagasse; cố định đạm Azospirillum=with Azospirillum; từ lục bình=from water hyacinth; từ vỏ trấu=from rice husk; hòa tan lân=phosphate-solubilising; từ phân bò=from cow dung; humic kali=potassium humate',
      ],
    ],
    size: 'Công suất: 0.5 1 2 5 10 20 50 tấn/ngày @ 120 0.66',
    specs: 'Hữu cơ: 15..48 %; Đạm tổng: 1..18 %; Độ ẩm: 15..30 %; pH: 5.5..8; Liều bón: 0.2..6 tấn/ha; Thời gian ủ: 18..60 ngày',
    says: ['Thay {n:20..50} % phân hóa học cho {t}, năng suất không giảm.', 'Ủ {n:18..45} ngày có đảo trộn, nhiệt lên {n:55..70} °C diệt mầm bệnh.', 'Xưởng {n:200..2000} m², {n:3..9} lao động, hoàn vốn {n:14..36} tháng.', 'Giảm phát thải N₂O {n:15..40} % so với urê bón vãi.', 'Nguyên liệu sẵn tại chỗ, không cần nhập than bùn.'],
  },
  {
    key: 'greenhouse', domain: 'crops', fields: 'crops electrical-electronics', kind: 'equipment',
    sets: [
      [
        'nhà màng=greenhouse; nhà lưới=net house',
        '@vegetable; dưa lưới=muskmelon; dâu tây=strawberry; hoa lan=orchids; cây giống=seedlings; nho=grapes=Vitis vinifera',
        'mái hở cố định=fixed open-roof; thép mạ kẽm=galvanised-steel; tấm làm mát=pad-cooled; điều khiển khí hậu=climate-controlled; màng {n:150..200} micron=film-covered; khung tre tầm vông=bamboo-framed; lưới chắn côn trùng=insect-proof',
      ],
      [
        'hệ thống thủy canh=hydroponic system; hệ thống khí canh=aeroponic system; giàn trồng đứng=vertical racks',
        'xà lách=lettuce; rau muống=water spinach; cải thìa=bok choy; húng quế=basil=Ocimum basilicum; dâu tây=strawberry; khoai tây giống=seed potatoes=Solanum tuberosum; cải xoong=watercress=Nasturtium officinale; ngò rí=coriander=Coriandrum sativum; diếp cá=fish mint=Houttuynia cordata; rau cần=celery',
        'hồi lưu NFT=NFT; tĩnh Kratky=Kratky; Internet vạn vật=IoT; bơm sương siêu âm=ultrasonic-mist; điện mặt trời=solar; ngập xả=ebb-and-flow',
      ],
      [
        'phòng nuôi cấy mô=tissue culture room; đèn LED trồng cây=grow LED lights; tủ nuôi cây=growth chamber',
        'lan hồ điệp=phalaenopsis; chuối cấy mô=banana plantlets; đông trùng hạ thảo=Cordyceps; cây kiểng lá=foliage plants; sâm=ginseng; mầm cải=microgreens; thanh long=dragon fruit; hoa cúc=chrysanthemums',
        'phổ đỏ xanh=red–blue; điều khiển khí hậu=climate-controlled; lọc HEPA=HEPA-filtered; tiết kiệm điện=energy-saving; hẹn giờ=timer',
      ],
      [
        'nhà trồng nấm=mushroom house; lò hấp phôi=substrate steamer; máy đóng bịch phôi=bag filler',
        'nấm rơm=straw mushroom=Volvariella volvacea; nấm bào ngư~nấm sò=oyster mushroom; linh chi=lingzhi; nấm mèo~mộc nhĩ=wood ear; nấm hoàng đế=milky mushroom=Calocybe indica; nấm đùi gà=king oyster=Pleurotus eryngii; nấm mối đen=black termite mushroom',
        'kệ sắt=steel-rack; phun sương tự động=auto-misting; vách panel=panel-walled; đốt trấu=husk-fired; khung tràm mái lá=thatch-roofed',
      ],
    ],
    size: 'Diện tích: 20 50 100 200 500 1000 2000 5000 m² @ 0.9 0.88',
    specs: 'Chiều cao máng: 2.5..5 m; Sức gió chịu được: 60..110 km/h; Công suất điện: 0.5..18 kW; Tuổi thọ màng: 3..7 năm; Mật độ trồng: 2..28 cây/m²',
    says: ['Trồng {t} {n:3..9} vụ một năm, tránh mưa dầm và sâu ăn lá.', 'Hạ {n:4..9} °C lúc trưa, chịu gió cấp {n:8..10}.', 'Dinh dưỡng châm tự động theo EC {n:1.2..2.8} mS/cm.', 'Lắp {n:5..20} ngày, tận dụng nền cao vượt lũ.', 'Kèm một vụ đồng hành kỹ thuật.'],
  },
  {
    key: 'fish-feed', domain: 'fisheries', fields: 'fisheries mechanical', kind: 'equipment',
    sets: [
      [
        'máy ép viên nổi=floating pellet extruder; máy trộn cám=feed mixer; dây chuyền thức ăn=feed line; máy nghiền cá tạp=trash fish grinder',
        '@fish; @shrimp',
        'trục vít đơn=single-screw; trục vít đôi=twin-screw; bọc dầu chân không=with vacuum oil coating; sấy băng tải=with belt drying; vòng khuôn=ring-die',
      ],
      [
        'máy cho ăn tự động=automatic feeder; thuyền rải thức ăn=feed spreading boat; máy phun thức ăn=feed blower',
        '@fish; @shrimp',
        'năng lượng mặt trời=solar; cảm biến sóng âm=acoustic-sensor; hẹn giờ=timer; khí thổi=air-blown; cân tự động=self-weighing; camera đáy=bottom-camera',
      ],
    ],
    size: 'Năng suất: 50 100 200 300 500 1000 2000 3000 5000 kg/giờ @ 2.4 0.7',
    specs: 'Cỡ viên: 0.8..12 mm; Công suất điện: 0.4..160 kW; Đạm thức ăn: 18..45 %; Độ nổi: 90..99 %; Bán kính rải: 3..25 m',
    says: ['FCR của {t} giảm còn {n:1.1..1.7}.', 'Viên nổi trên {n:2..12} giờ, bụi dưới {n:1..3} %.', 'Cài {n:4..24} cữ một ngày, cân từng cữ và ghi sổ trên mây.', 'Dùng cám gạo, khô đậu và phụ phẩm cá tại chỗ.', 'Một máy phục vụ ao {n:1000..6000} m².'],
  },
  {
    key: 'aeration', domain: 'fisheries', fields: 'fisheries electrical-electronics', kind: 'equipment',
    sets: [
      [
        'quạt nước=paddle-wheel aerator; máy thổi khí con sò=ring blower; máy oxy đáy=bottom aerator; máy nano oxy=nanobubble oxygenator; tủ điện ao=pond power cabinet; máy quạt lông nhím=brush aerator; máy tạo dòng=current maker; máy cô đặc oxy=oxygen concentrator',
        '@shrimp; @fish',
        'tiết kiệm điện=energy-saving; motor từ trường vĩnh cửu=permanent-magnet; biến tần=inverter; điều khiển theo DO=DO-controlled; chạy dầu dự phòng=with diesel backup; phao HDPE=with HDPE floats; {n:4..24} cánh=multi-blade; năng lượng mặt trời=solar',
      ],
    ],
    size: 'Công suất: 0.37 0.55 0.75 1.5 2.2 3 5.5 7.5 11 kW @ 6.4 0.78',
    specs: 'Hiệu suất oxy: 1.2..3.4 kg/kWh; Điện áp: 220 | 380 V; Số vòng: 90..3000 vòng/phút; Ao phục vụ: 300..5000 m²; Cấp bảo vệ: IP54 | IP65 | IP68',
    says: ['Giữ oxy trên {n:4..6} mg/lít lúc gần sáng ở ao {t} {n:80..300} con/m².', 'Giảm {n:20..45} % tiền điện, hộp số ngâm dầu kín mặn.', 'Báo mất pha, mất điện bằng cuộc gọi trong {n:5..30} giây.', 'Trục inox 316, thay cánh tại ao.', 'Gom chất thải vào giữa ao để xi phông.'],
  },
  {
    key: 'ras', domain: 'fisheries', fields: 'fisheries environment biotechnology', kind: 'technology',
    sets: [
      [
        'công nghệ nuôi tuần hoàn RAS=recirculating culture of; công nghệ biofloc nuôi=biofloc culture of; mô hình nuôi hai giai đoạn=two-stage culture of; công nghệ semi-biofloc nuôi=semi-biofloc culture of; hệ thống nuôi trong bể=tank culture of; mô hình nuôi kết hợp=integrated culture of; công nghệ Aquaponics với=aquaponics with',
        '@shrimp; @fish',
        'ao nổi khung thép=in steel-frame ponds; bể composite=in composite tanks; trống lọc và MBBR=with drum filter and MBBR; ít thay nước=low-exchange; vi tảo Chlorella=with Chlorella; rong câu=with seaweed; trong nhà màng=in greenhouses; lót bạt HDPE=HDPE-lined; xen rừng ngập mặn=in mangroves; luân canh lúa=in rotation with rice',
      ],
    ],
    size: 'Thể tích nuôi: 20 50 100 200 500 1000 2000 5000 m³ @ 6.2 0.74',
    specs: 'Mật độ: 20..400 con/m²; Tỉ lệ sống: 70..95 %; Thay nước: 2..20 %/ngày; Năng suất: 8..60 tấn/ha; Độ mặn: 0..25 ‰; Điện tiêu thụ: 2..9 kWh/kg',
    says: ['Đạt {n:8..60} tấn {t}/ha/vụ, tỉ lệ sống {n:75..95} %.', 'Nước xả gần bằng không, bùn gom làm phân.', 'Không kháng sinh, TAN dưới {n:0.5..1.5} mg/lít.', 'Đã chuyển giao {n:2..26} hộ ở {province}.', 'Vốn {n:0.2..3} tỷ đồng/1.000 m³, hoàn vốn {n:2..5} vụ.'],
  },
  {
    key: 'hatchery', domain: 'fisheries', fields: 'fisheries biotechnology', kind: 'process',
    sets: [
      [
        'quy trình sinh sản nhân tạo=induced breeding of; quy trình vỗ béo bố mẹ=broodstock conditioning of; quy trình sản xuất giống đơn tính=mono-sex seed of',
        '@fish',
        'tiêm LHRHa=with LHRHa; bể vèo=in hapas; chọn lọc gia hóa=with domesticated lines; vuốt khô=with dry stripping; kích thích nước chảy=with running water; HCG=with HCG; ấp bình Zuger=in Zuger jars',
      ],
      [
        'quy trình ương giống=nursing of; quy trình sinh sản=breeding of; quy trình nuôi thương phẩm=grow-out of',
        '@shrimp; @shell',
        'thức ăn Artemia làm giàu=with enriched Artemia; nước xanh=green-water; luân trùng Brachionus=with Brachionus rotifers; bể tuần hoàn=recirculating; bãi triều=on tidal flats; bể composite=in composite tanks; cắt mắt tôm mẹ=with eyestalk ablation',
      ],
      [
        'quy trình vận chuyển sống=live transport of; dịch vụ cung cấp con giống=seed supply of',
        '@fish; @shrimp; @shell',
        'oxy đóng bao=in oxygen bags; gây mê eugenol=with eugenol; hạ nhiệt {n:12..20} °C=with chilling; thùng xốp=in foam boxes; xe bồn sục khí=by aerated tanker; không nước=waterless',
      ],
    ],
    price: '12..320', specs: 'Tỉ lệ thụ tinh: 60..92 %; Tỉ lệ nở: 55..90 %; Tỉ lệ sống ương: 18..75 %; Nhiệt độ: 26..31 °C; Thời gian ương: 18..75 ngày',
    says: ['Tỉ lệ sống ương {t} lên {n:25..72} %, gấp {n:1.3..2.4} lần cách cũ.', 'Chủ động giống quanh năm, {n:3..8} đợt đẻ.', 'Con giống sạch EHP, WSSV và AHPND, có phiếu PCR.', 'Chở sống {n:6..30} giờ, hao dưới {n:2..6} %.', 'Kèm bố mẹ hậu bị và {n:5..12} ngày cầm tay chỉ việc.'],
  },
  {
    key: 'aqua-health', domain: 'fisheries', fields: 'biotechnology fisheries veterinary', kind: 'product',
    sets: [
      [
        'men vi sinh phòng=probiotics against; thảo dược trị=herbal remedy for; chế phẩm thể thực khuẩn kháng=bacteriophage product against',
        'gan thận mủ cá tra=bacillary necrosis of pangasius=Edwardsiella ictaluri; xuất huyết cá=fish haemorrhage=Aeromonas hydrophila; hoại tử gan tụy tôm=AHPND in shrimp=Vibrio parahaemolyticus; phát sáng tôm=luminous disease=Vibrio harveyi; trắng gan trắng mang=white liver; lở loét lươn=eel ulcers; phù mắt cá điêu hồng=red tilapia pop-eye=Streptococcus agalactiae; đỏ thân ếch=red-leg in frogs; phân trắng tôm=white faeces; thối mang=gill rot=Flavobacterium columnare; vàng da cá tra=pangasius jaundice; đứt râu mòn đuôi=antenna loss',
        'Bacillus licheniformis=Bacillus licheniformis; Lactobacillus acidophilus=Lactobacillus acidophilus; lá bàng=Terminalia-leaf; tỏi lên men=fermented-garlic; thực khuẩn thể vB=vB phage; axit hữu cơ=organic-acid; tannin hạt dẻ=chestnut-tannin; diệp hạ châu=Phyllanthus; trầu không=betel-leaf',
      ],
      [
        'kit PCR phát hiện=PCR kit for; que thử nhanh=rapid strip for',
        'gan thận mủ cá tra=bacillary necrosis of pangasius=Edwardsiella ictaluri; xuất huyết cá=fish haemorrhage=Aeromonas hydrophila; hoại tử gan tụy tôm=AHPND in shrimp=Vibrio parahaemolyticus; phát sáng tôm=luminous disease=Vibrio harveyi; trắng gan trắng mang=white liver; lở loét lươn=eel ulcers; phù mắt cá điêu hồng=red tilapia pop-eye=Streptococcus agalactiae; đỏ thân ếch=red-leg in frogs; phân trắng tôm=white faeces; thối mang=gill rot=Flavobacterium columnare; vàng da cá tra=pangasius jaundice; đứt râu mòn đuôi=antenna loss; đốm trắng tôm=white spot=Whispovirus; vi bào tử trùng EHP=EHP microsporidia=Enterocytozoon hepatopenaei; TiLV cá rô phi=tilapia lake virus; còi tôm sú=monodon baculovirus; đầu vàng tôm=yellow head virus',
        'LAMP=LAMP; RT-qPCR=RT-qPCR; sắc ký=chromatographic; cầm tay=handheld; đông khô=freeze-dried',
      ],
      [
        'vắc xin phòng=vaccine against',
        'gan thận mủ cá tra=bacillary necrosis of pangasius; xuất huyết cá=fish haemorrhage; phù mắt cá điêu hồng=red tilapia pop-eye; lồi mắt cá rô phi=tilapia exophthalmia; hoại tử thần kinh cá mú=grouper nervous necrosis=Betanodavirus; vibrio cá chẽm=barramundi vibriosis=Vibrio alginolyticus',
        'bất hoạt nhũ dầu=oil-adjuvanted inactivated; ngâm=immersion; trộn thức ăn=oral; nhược độc=live attenuated; tái tổ hợp=recombinant',
      ],
      [
        'dung dịch xử lý=treatment for; khoáng vi lượng ngừa=trace minerals against; chế phẩm phân hủy=degrader of',
        'khí độc NO₂ đáy ao=pond nitrite; tảo lam=blue-green algae=Microcystis aeruginosa; nấm thủy mi=water mould=Saprolegnia parasitica; trùng mỏ neo=anchor worm=Lernaea cyprinacea; sán lá đơn chủ=monogeneans=Dactylogyrus; đóng rong tôm=shrimp fouling; nước phèn ao mới=acid new ponds; mềm vỏ tôm=soft shell; bùn đáy ao=pond sludge; rận cá=fish lice=Argulus; nhớt bạt=liner slime',
        'iốt phức PVP=PVP-iodine; Nitrosomonas=Nitrosomonas; nano bạc=nano-silver; zeolit=zeolite; thảo mộc saponin=tea-saponin; oxy già=peroxide; yucca=yucca; đồng chelate=chelated-copper; vôi dolomit=dolomite',
      ],
    ],
    price: '0.03..90', specs: 'Mật số: 8..10 log CFU/g; Tỉ lệ bảo hộ: 62..92 %; Liều dùng: 0.2..5 kg/1000 m³; Thời gian đọc: 8..90 phút; Bảo quản: 2..30 °C',
    says: ['Giảm hao hụt do {t} từ {n:25..45} % còn {n:4..14} %.', 'Đọc kết quả ngay tại ao sau {n:8..60} phút, không cần máy đắt.', 'Không tồn dư, đủ điều kiện xuất đi EU và Nhật.', 'Đã dùng ở {n:30..900} ha ao thuộc {n:2..7} tỉnh.', 'Đóng gói {n:100..1000} g, giữ được {n:9..24} tháng.'],
  },
  {
    key: 'seafood-line', domain: 'fisheries', fields: 'fisheries food-technology mechanical', kind: 'equipment',
    sets: [
      [
        'máy phi lê=filleting machine; máy lạng da=skinner; máy tách xương=bone separator; bàn soi ký sinh=candling table; máy đánh vảy=scaler',
        '@fish; @catch',
        'dao vòng=band-knife; con lăn inox=stainless-roller; camera AI=AI camera; tia nước áp cao=water-jet; bán tự động=semi-automatic; băng tải modul=modular-belt',
      ],
      [
        'máy phân cỡ=grader; máy lột vỏ=peeling machine; máy cắt đầu=heading machine; máy rút chỉ=deveiner',
        '@shrimp',
        'cân động=dynamic-weighing; con lăn inox=stainless-roller; camera AI=AI camera; bán tự động=semi-automatic; tia nước áp cao=water-jet',
      ],
      [
        'máy rửa ozone=ozone washer; máy mạ băng=glazing machine; máy hấp băng chuyền=conveyor steamer; máy quay tăng trọng=tumbler; máy tách khuôn=block remover',
        '@fish; @catch; @shrimp; @shell',
        'băng tải modul=modular-belt; chân không=vacuum; hồi lưu nước=water-recirculating; cân tự động=auto-weighing; hơi bão hòa=saturated-steam',
      ],
    ],
    size: 'Năng suất: 200 300 500 800 1000 1500 2000 3000 kg/giờ @ 5.2 0.66',
    specs: 'Công suất điện: 0.75..30 kW; Nước dùng: 0.3..6 m³/giờ; Sai số cỡ: 1..5 %; Số lao động giảm: 4..30 người; Vật liệu: inox 316L | inox 304',
    says: ['Thu hồi thịt {t} tăng {n:1.5..4} %, tương đương {n:0.3..2} tỷ đồng mỗi năm.', 'Thay {n:6..30} công nhân đứng bàn, vệ sinh CIP {n:15..40} phút.', 'Phân {n:4..12} cỡ theo gam, sai lệch dưới {n:1..4} %.', 'Chịu nước mặn và clo, ổ bi bọc kín.', 'Đạt HACCP, BAP và yêu cầu của FDA.'],
  },
  {
    key: 'cage-net', domain: 'fisheries', fields: 'fisheries mechanical', kind: 'equipment',
    sets: [
      [
        'lồng nuôi=cage for; vèo lưới=hapa net for; bè nuôi=raft for',
        '@fish; hàu=oyster; ốc hương=Babylonia snail',
        'ống HDPE=HDPE-pipe; khung gỗ sao=hardwood-frame; composite FRP=FRP; lưới Dyneema=Dyneema-net; lưới đồng=copper-net; chịu sóng cấp {n:6..9}=wave-resistant; neo xoắn=with helical anchors',
      ],
      [
        'bồn vận chuyển sống=live transport tank for; thùng cách nhiệt=insulated box for',
        '@fish; @shrimp; @catch',
        'composite FRP=FRP; sục oxy=oxygenated; PU hai lớp=double-wall PU; giữ lạnh gel=gel-cooled; inox=stainless',
      ],
      [
        'lưới vây chắn=enclosure net for; bẫy thu=harvest trap for; máy kéo lưới=net hauler for; lú xếp=folding fyke for',
        '@shrimp; @catch; cá linh=mud carp; lươn đồng=swamp eel',
        'lưới Dyneema=Dyneema; thủy lực=hydraulic; khung thép tròn=round-steel; gấp gọn=foldable; điện pin=battery; mắt lưới vuông=square-mesh',
      ],
    ],
    size: 'Thể tích: 2 5 10 20 50 100 200 500 1000 m³ @ 4.1 0.78', specs: 'Mắt lưới: 4..40 mm; Tuổi thọ: 4..15 năm; Độ sâu lồng: 1.5..8 m; Chịu dòng chảy: 0.5..1.6 m/s; Số phao: 6..120 cái',
    says: ['Thả {n:20..150} con {t} mỗi mét khối, thay lưới không cần thợ lặn.', 'Ghép môđun, kéo đi tránh nước đục trong {n:1..4} giờ.', 'Sống trên {n:96..99} % sau {n:8..24} giờ đường xe.', 'Chống hàu bám nhờ sơn phủ không thiếc.', 'Bảo hành khung {n:3..10} năm.'],
  },
  {
    key: 'barn', domain: 'livestock', fields: 'livestock mechanical', kind: 'equipment',
    sets: [
      [
        'chuồng lạnh=cooled house for; hệ thống máng ăn=feeding line for; quạt thông gió=ventilation fans for; cân điện tử=weighing scale for; sàn nhựa=plastic flooring for',
        'heo thịt~lợn thịt=fattening pigs; heo nái~lợn nái=sows; heo con~lợn con=piglets; gà đẻ=laying hens; gà thịt lông màu=coloured broilers; vịt đẻ=laying ducks; bò sữa=dairy cows; dê=goats; chim cút=quail',
        'áp suất âm=negative-pressure; xích tải=chain; vít xoắn=auger; điều khiển nhiệt ẩm=climate-controlled; gắn thẻ RFID=RFID; khung thép nhúng nóng=hot-dip-steel; điện 1 pha=single-phase',
      ],
      [
        'máy ấp=incubator for; lồng úm=brooder for; hệ thống thu gom trứng=egg collection for; núm uống=nipple drinkers for',
        'gà ta=local chickens; gà đẻ=laying hens; vịt=ducks; vịt xiêm~ngan=Muscovy ducks; chim cút=quail; ngỗng=geese; bồ câu=pigeons; đà điểu=ostriches=Struthio camelus; trĩ đỏ=pheasants=Phasianus colchicus',
        'đa kỳ=multi-stage; đơn kỳ=single-stage; tầng ba=three-tier; gas hồng ngoại=infrared-gas; đảo trứng tự động=auto-turning; chạy điện và dầu=dual-fuel',
      ],
      [
        'máy trộn thức ăn TMR=TMR mixer for; máy băm cỏ=forage chopper for; máy vắt sữa=milking machine for; máy ép kiện cỏ=hay baler for',
        'bò sữa=dairy cows; dê sữa=dairy goats; bò thịt=beef cattle; trâu=buffaloes; cừu=sheep',
        'di động=mobile; trục đứng=vertical-auger; chạy điện=electric; kéo máy cày=tractor-drawn; vắt đôi=double-unit; dao cong=curved-blade',
      ],
      [
        'nhà nuôi=rearing house for; khay nuôi=rearing trays for; máy thu hoạch=harvester for',
        'chim yến=swiftlets=Aerodramus fuciphagus; ruồi lính đen=black soldier flies=Hermetia illucens; dế mèn=crickets=Gryllus bimaculatus; tằm dâu=silkworms=Bombyx mori; trùn quế~giun quế=compost worms=Perionyx excavatus; ong mật=honey bees=Apis mellifera; sâu gạo=superworms=Zophobas morio; rắn hổ hành=sunbeam snakes; kỳ đà=monitor lizards',
        'điều khiển nhiệt ẩm=climate-controlled; kệ tầng=racked; lưới inox=stainless-mesh; phun sương=misting; loa dẫn dụ=sound-lure; sàng rung=vibrating',
      ],
    ],
    size: 'Quy mô: 20 50 100 200 500 1000 2000 5000 10000 con @ 1.9 0.72', specs: 'Công suất điện: 0.37..22 kW; Nhiệt độ: 18..38 °C; Độ ẩm: 50..75 %; Tỉ lệ nở: 78..94 %; Lưu lượng gió: 8000..42000 m³/giờ; Khối lượng mẻ: 100..5000 kg',
    says: ['Nuôi {n:20..800} {t} một người chăm, giảm stress nhiệt.', 'Tăng trọng {n:6..18} %, hao dưới {n:2..5} %.', 'Mùi giảm rõ, amoniac dưới {n:8..20} ppm.', 'Báo mất điện, quá nhiệt bằng còi và tin nhắn.', 'Thiết kế nền cao cho vùng ngập {n:0.4..1.5} m.'],
  },
  {
    key: 'animal-feed', domain: 'livestock', fields: 'livestock biotechnology', kind: 'technology',
    sets: [
      [
        'công nghệ ủ chua thức ăn=silage for; khối đá liếm=lick blocks for; công thức TMR=TMR formula for',
        'bò sữa=dairy cows; bò thịt=beef cattle; dê=goats; trâu=buffaloes; cừu=sheep; thỏ=rabbits',
        'thân bắp~thân ngô=with maize stalks; rơm ủ urê=with urea-treated straw; bã bia=with brewers grains; bã khóm~bã dứa=with pineapple pulp; ngọn mía=with cane tops; cỏ voi=with elephant grass; mật rỉ=with molasses; vỏ ca cao=with cocoa pods',
      ],
      [
        'công thức thức ăn=feed formula for; men tiêu hóa=digestive probiotics for; premix khoáng=mineral premix for; thức ăn lên men lỏng=liquid fermented feed for',
        'heo thịt~lợn thịt=fattening pigs; heo nái~lợn nái=sows; gà thả vườn~gà đồi=free-range chickens; gà đẻ=laying hens; vịt chạy đồng=herded ducks; vịt biển=sea ducks; chim cút=quail; bồ câu=pigeons',
        'bột ruồi lính đen=with black soldier fly meal; phytase=with phytase; tảo Spirulina=with Spirulina; bèo tấm=with duckweed; Saccharomyces boulardii=with Saccharomyces boulardii; không kháng sinh=antibiotic-free; khô dầu dừa=with copra meal; nghệ và tỏi=with turmeric and garlic; cám gạo trích ly=with defatted bran',
      ],
      [
        'đệm lót sinh học=deep litter for; công nghệ khử mùi chuồng=odour control for',
        'heo thịt~lợn thịt=fattening pigs; gà thả vườn=free-range chickens; gà đẻ=laying hens; vịt xiêm~ngan=Muscovy ducks; bò thịt=beef cattle',
        'trấu và men=with husk and inoculum; mùn cưa=with sawdust; vi khuẩn quang hợp=with phototrophic bacteria; EM thứ cấp=with secondary EM; than sinh học=with biochar',
      ],
      [
        'công nghệ nuôi=rearing of; quy trình nhân đàn=stock building of',
        'trùn quế~giun quế=compost worms; ruồi lính đen=black soldier flies; dế mèn=crickets; tằm dâu=silkworms; ong mật=honey bees; chim yến=swiftlets; nhím=porcupines=Hystrix brachyura; chồn hương=civets=Paradoxurus hermaphroditus; cá sấu nước ngọt=Siamese crocodiles=Crocodylus siamensis',
        'phụ phẩm rau=on vegetable waste; bã đậu=on soy pulp; phân bò hoai=on composted dung; không mùi=odourless; khép kín=closed-cycle; đối lưu khí=ventilated; thức ăn bổ sung=with supplements',
      ],
    ],
    price: '6..240', specs: 'Đạm thô: 12..45 %; Tiết kiệm chi phí: 8..30 %; Thời gian ủ: 3..45 ngày; FCR: 1.5..3.2; Hạn dùng: 3..18 tháng',
    says: ['Giảm {n:8..28} % giá thành nuôi {t}.', 'Tận dụng phụ phẩm, {n:1..30} tấn/ngày ở {province}.', 'Thay hẳn colistin và tylosin trong khẩu phần.', 'Đã thử trên {n:120..5000} {t}, tăng trọng {n:5..16} %.', 'Có bảng phối trộn cho {n:3..7} giai đoạn.'],
  },
  {
    key: 'vet', domain: 'livestock', fields: 'veterinary biotechnology pharmacy', kind: 'product',
    sets: [
      [
        'vắc xin=vaccine against; kháng thể lòng đỏ trứng=egg-yolk antibodies against',
        'dịch tả heo châu Phi~dịch tả lợn châu Phi=African swine fever=Asfivirus; tai xanh=PRRS; lở mồm long móng=foot-and-mouth disease=Aphthovirus; tụ huyết trùng=pasteurellosis=Pasteurella multocida; viêm da nổi cục=lumpy skin disease=Capripoxvirus; Newcastle gà=Newcastle disease; cúm gia cầm H5N1=H5N1 avian influenza; dịch tả vịt=duck plague; viêm gan vịt=duck hepatitis; Gumboro=Gumboro disease; dại chó=canine rabies=Lyssavirus; suyễn heo~suyễn lợn=swine mycoplasmosis=Mycoplasma hyopneumoniae; đậu dê=goat pox; thương hàn=salmonellosis=Salmonella enteritidis; parvo chó=canine parvovirus; bại liệt vịt=duck paralysis',
        'nhược độc đông khô=freeze-dried live; vô hoạt nhũ dầu=oil-emulsion inactivated; tái tổ hợp=recombinant; chủng địa phương=local-strain; đa giá=polyvalent',
      ],
      [
        'kit chẩn đoán=diagnostic kit for; que thử=test strip for',
        'dịch tả heo châu Phi~dịch tả lợn châu Phi=African swine fever=Asfivirus; tai xanh=PRRS; lở mồm long móng=foot-and-mouth disease=Aphthovirus; tụ huyết trùng=pasteurellosis=Pasteurella multocida; viêm da nổi cục=lumpy skin disease=Capripoxvirus; Newcastle gà=Newcastle disease; cúm gia cầm H5N1=H5N1 avian influenza; dịch tả vịt=duck plague; viêm gan vịt=duck hepatitis; Gumboro=Gumboro disease; dại chó=canine rabies=Lyssavirus; suyễn heo~suyễn lợn=swine mycoplasmosis=Mycoplasma hyopneumoniae; đậu dê=goat pox; thương hàn=salmonellosis=Salmonella enteritidis; parvo chó=canine parvovirus; bại liệt vịt=duck paralysis; xoắn khuẩn=leptospirosis=Leptospira interrogans; ký sinh trùng máu=blood parasites=Trypanosoma evansi; viêm vú bò=bovine mastitis=Staphylococcus aureus',
        'ELISA=ELISA; sắc ký miễn dịch=immunochromatographic; RT-qPCR=RT-qPCR; LAMP=LAMP; ngưng kết=agglutination',
      ],
      [
        'thuốc thảo dược trị=herbal medicine for; quy trình an toàn sinh học phòng=biosecurity against; chế phẩm trị=remedy for',
        'cầu trùng=coccidiosis=Eimeria tenella; tiêu chảy heo con~tiêu chảy lợn con=piglet diarrhoea=Escherichia coli; viêm vú bò=bovine mastitis; sán lá gan=liver fluke=Fasciola gigantica; bọ đỏ gà=red mites=Dermanyssus gallinae; ve ong=varroa=Varroa destructor; thối ấu trùng ong=foulbrood=Paenibacillus larvae; ghẻ dê=goat mange=Sarcoptes scabiei; giun đũa heo~giun đũa lợn=pig roundworm=Ascaris suum; nấm diều gà=crop candidiasis=Candida albicans; hen gà=chronic respiratory disease=Mycoplasma gallisepticum',
        'xuyên tâm liên=with Andrographis; tỏi đen=black-garlic; axit peracetic=peracetic-acid; tinh dầu kinh giới=oregano-oil; lá xoan=neem-leaf; cỏ sữa lá lớn=asthma-plant; bột quế=cinnamon; keo ong=propolis; hạt cau=areca-nut',
      ],
    ],
    price: '0.02..150', specs: 'Tỉ lệ bảo hộ: 72..98 %; Thời gian miễn dịch: 4..12 tháng; Bảo quản: 2..8 °C; Độ nhạy: 90..99 %; Số liều/lọ: 10..500 liều',
    says: ['Bảo hộ {n:75..98} % sau {n:10..28} ngày tiêm.', 'Phát hiện {t} ngay ở chuồng trong {n:10..45} phút.', 'Chủng phân lập tại {province}, hợp dịch tễ miền Tây.', 'Giữ lạnh {n:2..8} °C, pha xong dùng trong {n:2..6} giờ.', 'Không ngưng thuốc, bán trứng và sữa ngay.'],
  },
  {
    key: 'forestry', domain: 'forestry', fields: 'forestry materials-metallurgy', kind: 'technology',
    sets: [
      [
        'công nghệ nhân giống=propagation of; quy trình trồng phục hồi=restoration planting of; giống chọn lọc=selected stock of',
        'tràm Úc=Australian melaleuca=Melaleuca leucadendra; đước đôi=mangrove=Rhizophora apiculata; mắm trắng=grey mangrove=Avicennia alba; bần chua=crabapple mangrove=Sonneratia caseolaris; dừa nước=nipa palm=Nypa fruticans; keo lai=acacia hybrid=Acacia mangium; bạch đàn=eucalyptus=Eucalyptus camaldulensis; tre mạnh tông=giant bamboo=Dendrocalamus asper; sao đen=hopea=Hopea odorata; dầu rái=dipterocarp=Dipterocarpus alatus; gáo vàng=yellow gao=Nauclea orientalis; cóc đỏ=red teruntum=Lumnitzera littorea; vẹt=orange mangrove=Bruguiera sexangula; giá biển=milky mangrove=Excoecaria agallocha',
        'giâm hom=by cuttings; nuôi cấy mô=by tissue culture; hàng rào tre giữ bùn=with bamboo mud fences; bầu tự tiêu=in biodegradable pots; viễn thám theo dõi=with remote-sensing monitoring; gieo trụ mầm=by propagules; nấm rễ cộng sinh=with mycorrhiza',
      ],
      [
        'công nghệ sấy gỗ=timber drying of; công nghệ ép ván=board pressing from; công nghệ biến tính gỗ=modification of; công nghệ bảo quản=preservation of',
        'keo lai=acacia hybrid; bạch đàn=eucalyptus; cao su=rubberwood=Hevea brasiliensis; tre mạnh tông=giant bamboo; tầm vông=solid bamboo=Thyrsostachys siamensis; trúc sào=moso bamboo=Phyllostachys edulis; mây nếp=rattan=Calamus tetradactylus; tràm cừ=melaleuca poles; xoan đào=chinaberry; gỗ mít=jackfruit wood; gỗ dừa=coconut timber; gỗ thông=pine=Pinus kesiya',
        'chân không=vacuum; nhiệt độ cao=high-temperature; keo lignin=lignin-bonded; hơi nước áp lực=by pressure steam; tẩm dầu=oil-treated; cao tần=radio-frequency; ép nóng=hot-pressed; bo rát=borate',
      ],
      [
        'quy trình chưng cất tinh dầu=essential oil distillation from; kỹ thuật tạo trầm=resin induction in; quy trình làm than=charcoal making from',
        'tràm gió=cajuput=Melaleuca cajuputi; quế=cinnamon=Cinnamomum cassia; hồi=star anise=Illicium verum; trầm dó=agarwood=Aquilaria crassna; bạch đàn chanh=lemon eucalyptus=Corymbia citriodora; đước=mangrove; gáo dừa=coconut shell; tràm=melaleuca; sả chanh=lemongrass; mắc mật=wampee',
        'hơi nước áp lực=by pressure steam; lò hầm kín không khói=in smokeless kilns; cấy nấm=with fungal inoculation; vi sóng=by microwave; chưng cất phân đoạn=by fractional distillation; lò đứng inox=in vertical steel kilns',
      ],
    ],
    price: '10..900', specs: 'Tỉ lệ sống: 70..95 %; Mật độ: 1100..10000 cây/ha; Năng suất: 15..38 m³/ha/năm; Độ ẩm gỗ: 8..14 %; Hàm lượng tinh dầu: 0.4..3.5 %; Quy mô: 1..400 ha',
    says: ['Tỉ lệ sống {n:78..95} % sau {n:12..36} tháng ở bãi bồi {ward}.', 'Bồi thêm {n:3..15} cm phù sa mỗi năm, chắn sóng cho đê.', 'Gỗ {t} không cong, không mọt, dùng được ngoài trời {n:8..20} năm.', 'Chứng chỉ FSC cho {n:100..1500} ha.', 'Vườn ươm {n:0.2..3} triệu cây/năm.'],
  },
];

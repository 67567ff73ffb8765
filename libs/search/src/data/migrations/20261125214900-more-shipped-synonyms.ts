import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type Names, shipSynonyms } from '../ship-synonyms.js';

/** Abbreviations, southern words and names of symptoms, as they were when this was written. */
const ADDED: readonly Names[] = [
  ['khu công nghiệp, kcn, industrial park'],
  ['cụm công nghiệp, ccn'],
  ['đồng bằng sông Cửu Long, đbscl, Mekong delta', 'miền Tây'],
  ['công nghệ thông tin, cntt, information technology'],
  ['khoa học công nghệ, khcn'],
  ['sở hữu trí tuệ, shtt, intellectual property'],
  ['vệ sinh an toàn thực phẩm, an toàn thực phẩm, attp, vsattp, food safety'],
  ['xử lý nước thải, xlnt, wastewater treatment, sewage treatment'],
  ['xử lý nước, water treatment'],
  ['nuôi trồng thủy sản, ntts'],
  ['mã qr, qr code'],
  ['trại giống, hatchery'],
  ['con giống, fingerling'],
  ['phơi lúa, phơi thóc', 'sấy lúa, máy sấy lúa'],
  ['phơi nông sản', 'sấy nông sản, máy sấy'],
  ['tách hạt, tách hột'],
  ['hạt giống, hột giống, seed'],
  ['trứng gà, hột gà, chicken egg'],
  ['trứng vịt, hột vịt, duck egg'],
  ['vịt, duck'],
  ['gà, chicken'],
  ['lươn, eel'],
  ['ếch, frog'],
  ['cá lóc, cá quả, snakehead'],
  ['cá rô phi, tilapia'],
  ['bưởi, pomelo'],
  ['nhãn, longan'],
  ['mít, jackfruit'],
  ['chuối, banana'],
  ['đu đủ, papaya'],
  ['ổi, guava'],
  ['sa pô, hồng xiêm, sapodilla'],
  ['mãng cầu, na dai, custard apple'],
  ['khoai môn, taro'],
  ['hành tím, shallot'],
  ['ớt, chilli, chili'],
  ['gừng, ginger'],
  ['nghệ, turmeric'],
  ['rau má, gotu kola, pennywort'],
  ['hạt sen, lotus seed'],
  ['bông súng, hoa súng, water lily'],
  ['lục bình, bèo tây, bèo lục bình, water hyacinth'],
  ['trấu, vỏ trấu, rice husk'],
  ['xơ dừa, coir, coconut fibre, coconut fiber'],
  ['xâm nhập mặn, nước mặn xâm nhập, mặn xâm nhập, saltwater intrusion, salinity intrusion'],
  ['lọc nước mặn, khử mặn, desalination'],
  ['tôm chết hàng loạt, tôm chết sớm', 'hoại tử gan tụy, bệnh tôm'],
  ['bệnh gan tụy, hoại tử gan tụy, gan tụy cấp, ahpnd'],
  ['nước ao đục, ao bị đục', 'độ đục, xử lý nước ao'],
  ['khí độc ao, khí độc đáy ao', 'khí độc'],
  ['rụng trái non, rụng quả non', 'đậu trái'],
  ['lúa đổ ngã, lúa bị đổ ngã', 'cứng cây'],
  ['máy sục khí, máy thổi khí, aerator'],
  ['máy cho ăn, máy rải thức ăn, feeder'],
  ['máy ấp trứng, máy ấp, incubator, egg incubator'],
  ['máy gọt vỏ, máy gọt, peeler'],
  ['máy cắt cỏ, máy phát cỏ, mower', 'máy làm cỏ'],
  ['máy làm cỏ, weeder'],
  ['máy cấy, rice transplanter, transplanter'],
  ['máy phun thuốc, sprayer'],
  ['máy dò kim loại, metal detector'],
  ['máy hút chân không, máy đóng gói chân không, vacuum packer, vacuum packing machine'],
  ['máy chiết rót, filling machine'],
  ['máy dán nhãn, labelling machine, labeling machine'],
  ['tủ đông, tủ cấp đông, freezer'],
  ['máy làm đá, máy đá, ice machine, ice maker'],
  ['lò đốt rác, incinerator'],
  ['viên nén, pellet'],
  // A longer name keeps a syllable of it from being taken for another name: technology for turmeric.
  ['công nghệ, technology'],
  ['mỹ nghệ, thủ công mỹ nghệ, handicraft'],
  ['bắp cải, cải bắp, cabbage'],
  ['bắp chuối, hoa chuối, banana blossom'],
  ['cá mè, silver carp'],
  ['nhãn hiệu, trademark'],
  ['tem nhãn, nhãn mác, label'],
  ['dán nhãn, labelling, labeling'],
  ['in nhãn, label printing'],
  ['nhãn khoa, ophthalmology'],
  ['chân vịt, propeller'],
  ['câu lạc bộ, club'],
  ['thông tin liên lạc, communications'],
  ['tôm hùm, lobster'],
  ['gà tây, turkey'],
  ['lúa mì, wheat'],
  ['ớt chuông, bell pepper'],
  ['nấm men, yeast'],
  ['nấm mốc, mold, mould'],
  ['nấm bệnh, bệnh nấm, fungal disease'],
  ['dừa nước, nipa palm'],
];

/** Groups of the first shipment that get more names. */
const CHANGED: readonly (readonly [before: Names, after: Names])[] = [
  [['hợp tác xã, cooperative'], ['hợp tác xã, htx, cooperative']],
  [['năng lượng mặt trời, điện mặt trời, solar energy, solar power, photovoltaic'], ['năng lượng mặt trời, điện mặt trời, nlmt, solar energy, solar power, photovoltaic']],
  [['thuốc trừ sâu, thuốc bảo vệ thực vật, pesticide'], ['thuốc trừ sâu, thuốc bảo vệ thực vật, thuốc bvtv, pesticide']],
  [['chuyển đổi số, digital transformation'], ['chuyển đổi số, cđs, digital transformation']],
  [['lúa gạo, rice', 'thóc'], ['lúa gạo, rice', 'thóc, lúa, gạo']],
];

export class MoreShippedSynonyms20261125214900 implements MigrationInterface {
  name = 'MoreShippedSynonyms20261125214900';

  up(runner: QueryRunner): Promise<void> {
    return shipSynonyms(runner, { added: ADDED, changed: CHANGED });
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

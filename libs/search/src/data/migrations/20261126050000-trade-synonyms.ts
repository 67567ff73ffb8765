import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type Names, shipSynonyms } from '../ship-synonyms.js';

/** Names of machines, crops and offices as the trade, the north and the south say them, as they were when this was written. */
const ADDED: readonly Names[] = [
  ['máy làm khô', 'máy sấy, thiết bị sấy'],
  ['phơi cá, làm khô cá', 'sấy cá, sấy khô cá, máy sấy cá'],
  ['bảo vệ thực vật, bvtv, plant protection, crop protection'],
  ['thương mại điện tử, tmđt, e-commerce, ecommerce'],
  ['bảo quản, preservation'],
  ['pin mặt trời, pin năng lượng mặt trời, tấm pin mặt trời, solar panel, solar cell'],
  ['bộ điều khiển lập trình, plc, programmable logic controller'],
  ['máy tuốt lúa, máy suốt lúa, máy đập lúa, rice thresher, thresher'],
  ['máy sạ, máy sạ lúa, máy gieo sạ'],
  ['máy tẽ bắp, máy tẽ ngô, máy tách hạt bắp, máy tách hạt ngô, corn sheller'],
  ['máy xay xát, máy xát gạo, máy xát trắng, rice mill'],
  ['máy tách màu, máy bắn màu, máy phân loại màu, color sorter, colour sorter'],
  ['máy xới, máy xới đất, máy phay đất, rotary tiller, power tiller'],
  ['máy cưa xích, cưa xích, chainsaw'],
  ['máy ép dầu, oil press'],
  ['máy thái lát, máy cắt lát, slicer'],
  ['máy rang, roaster, roasting machine'],
  ['quạt nước, guồng đập nước, paddle wheel'],
  ['ắc quy, bình ắc quy, acquy, battery'],
  ['cân điện tử, electronic scale'],
  ['xe tải, ô tô tải, truck'],
  ['ô tô, xe hơi, automobile'],
  ['tàu cá, ghe cá, tàu đánh cá, fishing boat, fishing vessel'],
  ['nghêu, ngao, clam'],
  ['tôm tích, tôm tít, bề bề, mantis shrimp'],
  ['trùn quế, giun quế, vermiculture'],
  ['ốc bươu vàng, golden apple snail'],
  ['rầy nâu, brown planthopper'],
  ['đạo ôn, cháy lá, rice blast'],
  ['khổ qua, mướp đắng, bitter melon'],
  ['bí đỏ, bí ngô, bí rợ, pumpkin'],
  ['đậu bắp, okra'],
  ['rau muống, water spinach, morning glory'],
  ['rau mùi, ngò rí, coriander'],
  ['mùi tàu, ngò gai, culantro'],
  ['củ đậu, củ sắn nước, jicama'],
  ['quả quất, trái tắc, kumquat'],
  ['đậu hũ, đậu phụ, tàu hũ, tofu'],
  ['bánh tráng, bánh đa nem, rice paper'],
  ['mì chính, bột ngọt, monosodium glutamate'],
  ['lạp xưởng, lạp xường, chinese sausage'],
  ['nấm rơm, straw mushroom'],
  ['nấm bào ngư, nấm sò, oyster mushroom'],
  ['nấm linh chi, lingzhi, reishi'],
  ['đông trùng hạ thảo, cordyceps'],
  ['bánh phở, phở khô, rice noodle'],
  ['khuyến nông, agricultural extension'],
  ['công nghệ sinh học, cnsh, biotechnology'],
  ['nông nghiệp công nghệ cao, nncnc, high tech agriculture'],
  ['nghiên cứu khoa học, nckh'],
  ['đổi mới sáng tạo, đmst, innovation'],
  ['doanh nghiệp nhỏ và vừa, dnnvv, sme'],
  ['vật liệu xây dựng, vlxd, building material'],
  ['phòng cháy chữa cháy, pccc, fire protection'],
  ['bảo vệ môi trường, bvmt, environmental protection'],
  ['cơ sở dữ liệu, csdl, database'],
  ['kim loại nặng, heavy metal'],
  ['dư lượng kháng sinh, antibiotic residue'],
  ['bắp rang, popcorn'],
  ['bắp nếp, ngô nếp, waxy corn'],
  ['gạo lứt, gạo lức, brown rice'],
];

/** Groups of earlier shipments that get more names. */
const CHANGED: readonly (readonly [before: Names, after: Names])[] = [
  [['cà phê, coffee'], ['cà phê, cafe, cà fê, coffee']],
  [['năng lượng mặt trời, điện mặt trời, nlmt, solar energy, solar power, photovoltaic'], ['năng lượng mặt trời, điện mặt trời, nlmt, solar, solar energy, solar power, photovoltaic']],
  [['máy gặt, máy gặt đập liên hợp, combine harvester, harvester'], ['máy gặt, máy gặt lúa, máy cắt lúa, máy gặt đập liên hợp, combine harvester, harvester']],
  [['truy xuất nguồn gốc, traceability'], ['truy xuất nguồn gốc, txng, traceability']],
  [['tự động hóa, automation'], ['tự động hóa, tđh, automation']],
  [['máy phun thuốc, sprayer'], ['máy phun thuốc, máy xịt thuốc, bình xịt thuốc, bình phun thuốc, sprayer']],
  [['máy bay không người lái, thiết bị bay không người lái, drone, uav'], ['máy bay không người lái, thiết bị bay không người lái, máy bay nông nghiệp, máy bay phun thuốc, drone, uav']],
  [['khí sinh học, biogas'], ['khí sinh học, biogas, bi ô ga']],
];

export class TradeSynonyms20261126050000 implements MigrationInterface {
  name = 'TradeSynonyms20261126050000';

  up(runner: QueryRunner): Promise<void> {
    return shipSynonyms(runner, { added: ADDED, changed: CHANGED });
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

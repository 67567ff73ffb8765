// Rows of an import of offers, the same ones every time.
import { closeSync, openSync, writeSync } from 'node:fs';

export const WORDS = 'máy sấy xoài dừa khóm lúa gạo tôm cá tra nước thải năng lượng mặt trời cảm biến phần mềm quản lý dây chuyền ép dầu lọc khí nén cắt gọt hàn đóng gói chế biến bảo quản lạnh'.split(' ');

/** Writes `offers` rows as JSONL. */
export const writeRows = (path, offers) => {
  // A linear congruential generator.
  let state = 42;
  const next = (n) => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) % n;
  const text = (count) => Array.from({ length: count }, () => WORDS[next(WORDS.length)]).join(' ');
  const row = (i) => ({
    code: `B${i}`, supplier: `Nhà cung ứng ${i % 90}`, kind: 'equipment', title: `Máy ${text(6)} kiểu ${i}`, summary: text(40), description: text(180), lang: 'vi', fields: 'food-technology; mechanical',
    keywords: `${text(2)}; ${text(2)}`, province: '92', trl: 1 + next(9), transferModes: 'turnkey', priceMin: 1_000_000 * (1 + next(900)), specs: `Công suất=${1 + next(900)} kg/mẻ; Điện=${1 + next(90)} kW`,
  });
  const file = openSync(path, 'w');
  for (let i = 0; i < offers; i++) writeSync(file, `${JSON.stringify(row(i))}\n`);
  closeSync(file);
};

// Speed and known-item quality of the embedded search engine in one process, over generated offers.
// Needs a build; run: node test/bench/search-speed.mjs [offers=4600] [built libs=dist/libs]
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const count = Number(process.argv[2] ?? 4600);
const libs = resolve(process.argv[3] ?? 'dist/libs');
const load = (path) => import(pathToFileURL(resolve(libs, path)).href);
const { EmbeddedEngine } = await load('search/src/adapters/embedded.engine.js');
const { fold } = await load('platform/src/kernel/fold.js');

let seed = 42;
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
const pick = (list) => list[Math.floor(random() * list.length)];
const words = (text) => text.split('|');

const MACHINES = words('Máy sấy|Máy ép|Máy xay|Máy nghiền|Máy đóng gói|Máy bóc vỏ|Máy phân loại|Dây chuyền chế biến|Hệ thống bảo quản|Thiết bị chiết xuất|Máy rang|Máy gieo hạt|Máy thu hoạch|Lò hấp|Hệ thống tưới|Kho lạnh trữ|Máy sàng|Máy rửa|Thiết bị lọc|Quy trình nuôi|Quy trình trồng|Công nghệ lên men|Công nghệ xử lý|Cảm biến giám sát|Phần mềm quản lý');
const GOODS = words('nông sản|lúa gạo|cà phê|hồ tiêu|hạt điều|cá tra|tôm thẻ chân trắng|dứa|dừa|dưa hấu|mía|mì|sả|nghệ|gừng|nấm linh chi|rau củ|trái cây|thanh long|sầu riêng|xoài|chè xanh|cao su|bò sữa|heo thịt|gà thả vườn|bơ|bưởi|chanh dây|sắn|ngô|lạc|đậu nành|nước thải|khí thải|rác hữu cơ|bùn thải|phế phụ phẩm|dược liệu|tinh dầu');
const MEANS = words('năng lượng mặt trời|bơm nhiệt|chân không|thăng hoa|tầng sôi|hơi bão hòa|vi sóng|hồng ngoại|sóng siêu âm|màng lọc nano|vi sinh hiếu khí|bán tự động|tự động hóa|điều khiển từ xa|trí tuệ nhân tạo|tuần hoàn nước|ít hao điện|công suất lớn|quy mô hộ gia đình|liên hoàn');
const PLACES = words('hợp tác xã|trang trại|nhà máy|hộ nông dân|khu công nghiệp|vùng nước mặn|miền núi|đồng bằng sông Cửu Long|Tây Nguyên|làng nghề');
const BOILER = words('Sản phẩm đã được thử nghiệm thực tế tại nhiều địa phương.|Chi phí đầu tư thấp, hoàn vốn nhanh.|Vận hành đơn giản, bảo trì dễ dàng.|Vật liệu thép không gỉ đạt tiêu chuẩn an toàn thực phẩm.|Đơn vị chuyển giao trọn gói, đào tạo và bảo hành.|Giải pháp giúp giảm thất thoát sau thu hoạch.|Thiết bị tiết kiệm điện so với công nghệ cũ.|Chất lượng thành phẩm đồng đều, giữ màu sắc và hương vị.|Phù hợp với doanh nghiệp nhỏ và vừa.|Có thể tùy chỉnh theo yêu cầu của khách hàng.');
const SYLLABLES = words('an|ba|canh|đài|gia|hải|khang|lam|minh|nam|phú|quang|sơn|tân|uy|vinh|xuân|yên|thịnh|đức');

const offer = (i) => {
  const [machine, goods, means, place] = [pick(MACHINES), pick(GOODS), pick(MEANS), pick(PLACES)];
  const model = `${pick(SYLLABLES).slice(0, 2)}${100 + Math.floor(random() * 900)}`;
  return {
    id: `offer-${String(i).padStart(6, '0')}`,
    version: 1,
    lang: 'vi',
    kind: pick(['equipment', 'technology', 'process']),
    title: `${machine} ${goods} ${means} cho ${place} ${model}`,
    keywords: [machine.toLowerCase(), goods, means],
    summary: Array.from({ length: 6 }, () => pick(BOILER)).join(' '),
    description: Array.from({ length: 8 }, () => `${pick(BOILER)} Dùng được cho ${pick(GOODS)}.`).join(' '),
    specs: `công suất ${Math.floor(random() * 900)} kg/mẻ`,
    supplierId: `supplier-${Math.floor(random() ** 2 * 90)}`,
    supplierName: `Công ty ${pick(SYLLABLES)} ${pick(SYLLABLES)}`,
    centreId: 'centre',
    fields: [pick(['crops', 'food', 'energy', 'environment', 'aquaculture'])],
    province: String(Math.floor(random() * 34)),
    trl: 3 + Math.floor(random() * 7),
    transferModes: [pick(['turnkey', 'licence', 'jointVenture'])],
    condition: pick(['new', 'used', null]),
    readyToTransfer: random() < 0.1,
    priceMin: random() < 0.3 ? null : Math.floor(random() * 1e9),
    priceMax: null,
    publishedAt: i,
  };
};

const slip = (text) => {
  const letters = [...text];
  const spots = [...letters.keys()].filter((i) => i > 0 && /[a-z]/.test(fold(letters[i])) && /[a-z]/.test(fold(letters[i - 1])));
  const at = pick(spots);
  if (random() < 0.5) letters.splice(at, 1);
  else [letters[at], letters[at - 1]] = [letters[at - 1], letters[at]];
  return letters.join('');
};
const TONES = { '\u0300': 'f', '\u0301': 's', '\u0303': 'x', '\u0309': 'r', '\u0323': 'j' };
const telexSyllable = (syllable) => {
  let tone = '';
  const keys = [...syllable.toLowerCase().normalize('NFD')].map((c, i, all) => {
    if (TONES[c]) return ((tone = TONES[c]), '');
    if (c === '\u0302') return all[i - 1] in TONES ? all[i - 2] : all[i - 1];
    return c === '\u0306' || c === '\u031b' ? 'w' : c === 'đ' ? 'dd' : c;
  });
  return keys.join('').replace('uwow', 'uow') + tone;
};
const CLASSES = {
  accents: (q) => q,
  bare: (q) => fold(q),
  slip: (q) => slip(q),
  slipBare: (q) => slip(fold(q)),
  telex: (q) => q.split(' ').map(telexSyllable).join(' '),
  cut: (q) => q.slice(0, -1),
  order: (q) => q.split(' ').reverse().join(' '),
};

const offers = Array.from({ length: count }, (_, i) => offer(i));
const engine = new EmbeddedEngine();
const ALL = ['field', 'kind', 'province', 'supplier', 'trl', 'transferMode', 'condition', 'readyToTransfer'];
const query = (q, more) => ({ q, filters: {}, sort: 'relevance', offset: 0, limit: 10, facets: ALL, exact: false, ...more });
const started = performance.now();
await engine.put(offers);
await engine.search(query('khởi động'));
console.log(`${count} offers, built in ${Math.round(performance.now() - started)} ms, ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB heap`);

const timed = async (q, more) => {
  const from = performance.now();
  const found = await engine.search(query(q, more));
  return { found, ms: performance.now() - from };
};
const spread = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(2);
  return `p50 ${at(0.5)} p95 ${at(0.95)} max ${at(1)} ms`;
};
for (let i = 0; i < 200; i++) await timed(pick(offers).title);

const byId = new Map(offers.map((o) => [o.id, fold(o.title)]));
const everything = [];
for (const [name, spoil] of Object.entries(CLASSES)) {
  const times = [];
  let [first, ten] = [0, 0];
  for (let i = 0; i < 200; i++) {
    const clean = pick(offers).title.split(' ').slice(0, 6).join(' ');
    const { found, ms } = await timed(spoil(clean));
    const wanted = fold(clean);
    const rank = found.ids.findIndex((id) => byId.get(id).includes(wanted));
    first += rank === 0 ? 1 : 0;
    ten += rank >= 0 ? 1 : 0;
    times.push(ms);
  }
  everything.push(...times);
  console.log(`${name.padEnd(10)} s@1 ${(first / 200).toFixed(3)} s@10 ${(ten / 200).toFixed(3)}  ${spread(times)}`);
}
console.log(`all, with ${ALL.length} facets: ${spread(everything)}`);
const runs = async (label, q, more) => {
  const times = [];
  for (let i = 0; i < 50; i++) times.push((await timed(q, more)).ms);
  console.log(`${label}: ${spread(times)}`);
};
await runs('empty query, facets', '');
await runs('all by title', '', { sort: 'title' });
await runs('deep page', 'máy', { offset: 1000 });
await runs('nonsense, 250 words', Array.from({ length: 250 }, () => Math.floor(random() * 1e6).toString(36).replace(/\d/g, 'q')).join(' '));

const changes = [];
for (let i = 0; i < 200; i++) {
  const from = performance.now();
  await engine.put([{ ...offers[i], version: 2 }]);
  await engine.search(query('máy sấy'));
  changes.push(performance.now() - from);
}
console.log(`change one offer, then search: ${spread(changes)}`);
const { index } = engine;
const needs = [];
for (let i = 0; i < 100; i++) {
  const from = performance.now();
  const { documents, df } = index.termStatistics();
  const terms = [...new Set(index.analyse(pick(offers).description))].filter((term) => df(term) > 0);
  const weighted = terms.map((term) => ({ term, weight: Math.log(1 + documents / df(term)) ** 1.5 * (term.includes('_') ? 1.4 : 1) }));
  index.candidates(weighted.sort((a, b) => b.weight - a.weight).slice(0, 48), 50);
  needs.push(performance.now() - from);
}
console.log(`candidates for a need, 48 terms: ${spread(needs)}`);

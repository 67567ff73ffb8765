import { highlight } from '../../domain/highlight.js';
import { offerDocument as doc } from '../offer-document.builder.js';
import { CATALOGUE, type Subject } from './catalogue.js';

export const wordCases = (subject: Subject): void => {
  it.each(['may say nong san', 'máy sấy nông sản', 'máy sấy nông sản'.normalize('NFD'), 'MÁY SẤY', 'Máy-sấy: nông/sản!'])(
    'finds an offer typed %j',
    async (q) => {
      expect((await subject.ids(q))[0]).toBe('dryer');
    },
  );
  it('holds đ and d equal for who types no accents', async () => {
    expect(await subject.ids('dau khoan')).toEqual(['drill']);
  });
  it('puts exact accents first', async () => {
    expect((await subject.ids('cá'))[0]).toBe('fish');
    expect((await subject.ids('cà'))[0]).toBe('eggplant');
    expect((await subject.ids('ca')).sort()).toEqual(['eggplant', 'fish']);
  });
  it('puts exact accents first even where they stand only in the description', async () => {
    await subject.put(
      doc('a', 'Máy đóng gói dừa', { keywords: ['dừa'] }),
      doc('b', 'Máy cắt gọt', { description: 'dùng cho quả dứa' }),
    );
    expect((await subject.ids('dứa')).slice(0, 2)).toEqual(['b', 'a']);
  });
  it('keeps exact accents first over page borders', async () => {
    await subject.put(
      ...Array.from({ length: 15 }, (_, i) => doc(`dua-${i}`, 'Dừa sấy dẻo dừa', { keywords: ['dừa'] })),
      ...Array.from({ length: 15 }, (_, i) => doc(`pine-${i}`, 'Dây chuyền cắt gọt', { description: 'dứa' })),
    );
    const seen: string[] = [];
    for (let offset = 0; offset < 30; offset += 10) seen.push(...(await subject.ids('dứa', { offset, limit: 10 })));
    expect(seen.map((id) => id.split('-')[0])).toEqual([...Array(15).fill('pine'), ...Array(15).fill('dua')]);
    expect(new Set(seen).size).toBe(30);
    expect((await subject.find('dứa', { limit: 10 })).total).toBe(30);
  });
  it('tells đ from d when it is typed', async () => {
    await subject.put(doc('stone', 'Nghiền đá'), doc('skin', 'Thuộc da'));
    expect(await subject.ids('đá')).toEqual(['stone', 'skin']);
  });
  it.each([
    ['hoà tan', 'hoa'],
    ['hòa tan', 'hoa'],
    ['kĩ thuật', 'hoa'],
    ['xử lí nước thải', 'water'],
  ])('holds tone placement and i/y equal: %s', async (q, id) => {
    await subject.put(doc('hoa', 'Hòa tan kỹ thuật'));
    expect((await subject.ids(q))[0]).toBe(id);
  });
  it('puts another name behind the typed one where the offer has the word in other accents', async () => {
    await subject.put(
      doc('both', 'Máy ép khóm', { description: 'ép cả dừa' }),
      doc('named', 'Máy ép khóm'),
      doc('typed', 'Máy cắt gọt', { description: 'dùng cho quả dứa' }),
    );
    const ids = await subject.ids('dứa');
    expect([ids.slice(0, 2).sort(), ids[2]]).toEqual([['named', 'typed'], 'both']);
  });
  it('finds synonyms across Vietnamese and English', async () => {
    const found = await subject.find('máy sấy');
    expect(found.ids).toEqual(['dryer', 'dryer-en']);
    expect(found.understood.synonyms[0]).toEqual(expect.arrayContaining(['máy sấy', 'dryer']));
  });
  it('finds other forms of an English word behind the word itself, and corrects none', async () => {
    await subject.put(doc('one', 'Centrifugal pump'), doc('many', 'Centrifugal pumps'), doc('act', 'Centrifugal pumping'));
    const found = await subject.find('centrifugal pumps');
    expect([found.ids[0], [...found.ids].sort()]).toEqual(['many', ['act', 'many', 'one']]);
    expect(found.understood).toMatchObject({ corrected: 'centrifugal pumps', relaxed: false });
    expect((await subject.ids('centrifugal pump'))[0]).toBe('one');
    expect(await subject.ids('centrifugal pumps', { exact: true })).toEqual(['many']);
  });
  it.each(['alert processing', 'alerts process', 'Alerted processes'])('finds an English word by its forms only: %s', async (q) => {
    await subject.put(doc('alarm', 'Alerts processing'));
    const found = await subject.find(q);
    expect([found.ids, found.understood.corrected, found.understood.relaxed]).toEqual([['alarm'], q, false]);
  });
  it('finds what the plural of an English name is called', async () => {
    await subject.put(doc('pump', 'Máy bơm chìm'));
    for (const q of ['pump', 'pumps']) expect(await subject.ids(q)).toEqual(['pump']);
    expect((await subject.find('drying machines')).ids).toEqual(expect.arrayContaining(['dryer', 'dryer-en']));
    await subject.put(doc('one', 'Submersible pump'));
    expect((await subject.ids('pumps')).sort()).toEqual(['one', 'pump']);
  });
  it('takes no Vietnamese syllable for a form of an English word', async () => {
    await subject.put(doc('shark', 'Nuôi cá mập'));
    expect(await subject.ids('mapping')).toEqual([]);
  });
  it('finds a synonym of four syllables', async () => {
    await subject.put(doc('solar', 'Solar power inverter', { lang: 'en' }));
    expect(await subject.ids('năng lượng mặt trời')).toEqual(expect.arrayContaining(['dryer', 'solar']));
  });
  it('finds regional names of one thing, and never by a name of another accent', async () => {
    await subject.put(doc('pig', 'Chuồng nuôi heo'), doc('corn', 'Tẽ hạt bắp'), doc('coconut', 'Ép nước dừa'));
    expect(await subject.ids('lợn')).toEqual(['pig']);
    expect(await subject.ids('ngô')).toEqual(['corn']);
    expect(await subject.ids('pineapple')).toEqual([]);
  });
  it('finds a synonym without marks only where it is written without them', async () => {
    await subject.put(doc('pig', 'Chuồng nuôi heo'), doc('wilt', 'Thuốc trừ bệnh héo'));
    expect(await subject.ids('lợn')).toEqual(['pig']);
  });
  it('asks for the second name too that begins with a word already said', async () => {
    await subject.put(doc('pump', 'Máy bơm, water pump'), doc('both', 'Máy bơm with generator'));
    expect(await subject.ids('máy bơm máy phát điện')).toEqual(['both']);
  });
  it('asks for a name by its words where the catalogue has no name of that thing', async () => {
    const found = await subject.find('máy sấy máy ấp trứng');
    expect(found.understood.relaxed).toBe(true);
  });
  it('puts a word without marks that was typed among marks before the same word in marks', async () => {
    await subject.put(doc('a-wilt', 'Chống héo khô'), doc('meat', 'Thịt heo khô'));
    expect(await subject.ids('heo khô')).toEqual(['meat', 'a-wilt']);
    expect(await subject.ids('heo kho')).toEqual(['a-wilt', 'meat']);
  });
  it('takes a bare name of several words for that name, where some of its words have no marks', async () => {
    await subject.put(doc('a-wilt', 'Chống héo giống'), doc('boar', 'Tinh heo giống'));
    for (const q of ['heo giống', 'heo giong']) expect(await subject.ids(q)).toEqual(['boar', 'a-wilt']);
  });
  it('finds a name of several words that is looked for but leads nowhere', async () => {
    await subject.put(doc('waste', 'Lò đốt rác thải chợ'));
    expect(await subject.ids('chất thải rắn')).toEqual(['waste']);
    expect((await subject.find('rác thải')).understood.synonyms).toEqual([]);
  });
  it.each([
    ['an abbreviation', 'kcn', 'Trạm bơm khu công nghiệp'],
    ['a word of the south', 'máy tách hột', 'Máy tách hạt'],
    ['what a symptom needs', 'tôm chết hàng loạt', 'Kit phát hiện hoại tử gan tụy'],
    ['what people do by hand', 'phơi lúa', 'Sàn sấy lúa'],
    ['a unit as it is said', 'nồi nấu 500 ký', 'Nồi nấu 500 kg'],
    ['a word around the thing', 'heo bị tiêu chảy', 'Thuốc tiêu chảy heo'],
    ['another abbreviation', 'sàn tmđt', 'Sàn thương mại điện tử'],
    ['what a machine is for', 'máy làm khô cá', 'Máy sấy cá'],
    ['words of the north', 'nuôi giun quế', 'Nuôi trùn quế'],
    ['words of a chat', 'bn nào bán nồi nấu ko', 'Nồi nấu'],
    ['a question', 'nồi nấu cách nào dc k', 'Nồi nấu'],
    ['whom it is for', 'nồi nấu cho hộ gia đình', 'Nồi nấu'],
    ['the same without marks', 'noi nau cho hop tac xa', 'Nồi nấu'],
    ['what it should do better', 'nồi nấu giữ nóng lâu hơn', 'Nồi nấu giữ nóng'],
    ['who wants a technology', 'tìm đối tác chuyển giao công nghệ nồi nấu', 'Công nghệ nồi nấu'],
  ])('understands %s: %s', async (_, q, title) => {
    await subject.put(doc('meant', title));
    const found = await subject.find(q);
    expect([found.ids[0], found.understood.relaxed]).toEqual(['meant', false]);
  });
  it.each([
    ['title', 'Máy sấy'],
    ['keyword', 'thóc giống'],
    ['summary', '500 kg'],
    ['description', 'bê tông'],
    ['English title', 'magnetic drill'],
    ['supplier', 'Bình Minh'],
    ['specification', '37 kW'],
  ])('searches the %s', async (_, q) => {
    await subject.put(doc('k', 'Sàng', { keywords: ['thóc giống'], specs: 'công suất 37 kW' }));
    const right: Record<string, string> = { 'bê tông': 'drill', 'magnetic drill': 'drill', 'thóc giống': 'k', '37 kW': 'k' };
    expect((await subject.ids(q))[0]).toBe(right[q] ?? 'dryer');
  });
  it('reads numbers apart from their unit and writes of thousands alike', async () => {
    await subject.put(doc('n', 'Cân điện tử 1.500kg'));
    for (const q of ['1500 kg', '1.500kg', '1,500 kg']) expect((await subject.ids(q))[0]).toBe('n');
  });
  it('finds a quantity in every unit', async () => {
    await subject.put(doc('q1', 'Nồi nấu', { specs: 'công suất 0,5 tấn/mẻ' }), doc('q2', 'Nồi nấu', { specs: 'công suất 300 kg/mẻ' }));
    for (const q of ['nồi nấu 500kg/mẻ', 'noi nau 500 kg/me']) expect(await subject.ids(q)).toEqual(['q1']);
  });
  it('reads a limit of the price as a filter and says so', async () => {
    const found = await subject.find('máy sấy dưới 200 triệu', { facets: ['kind'] });
    expect([found.ids, found.total, found.understood.filters]).toEqual([['dryer'], 1, { priceMax: 200_000_000 }]);
    expect((await subject.find('trên 500 triệu')).ids).toEqual(['dryer-en']);
    expect((await subject.find('máy sấy dưới 200 triệu', { filters: { priceMax: 1_000 } })).total).toBe(0);
    expect((await subject.find('dưới 200 triệu', { exact: true })).understood.filters).toBeUndefined();
  });
  it('ranks a title above a description', async () => {
    await subject.put(doc('x', 'Thiết bị khác', { description: 'cá tra' }));
    expect(await subject.ids('cá tra')).toEqual(['fish', 'x']);
  });
  it('ranks words side by side above words apart', async () => {
    await subject.put(
      doc('apart', 'Màng phủ lọc ngoài khung sắt', { keywords: [] }),
      doc('beside', 'Khung ngoài phủ sắt màng lọc'),
    );
    expect((await subject.ids('màng lọc'))[0]).toBe('beside');
  });
  it.each([
    ['máy bơm', 'canal'],
    ['pump', 'canal'],
    ['pumps', 'canal'],
    ['drone', 'spray'],
  ])('puts a thing before what is made for it: %s', async (q, first) => {
    await subject.put(
      doc('casing', 'Máy tiện vỏ máy bơm', { en: { title: 'Servo lathe for pump casings' }, keywords: ['máy bơm'] }),
      doc('canal', 'Máy bơm chân vịt kênh nội đồng loại motor chìm', { en: { title: 'Submersible propeller pump for field canals' } }),
      doc('heat', 'Máy sấy mít', { en: { title: 'Heat-pump dryer' } }),
      doc('charger', 'Trạm sạc máy bay phun thuốc', { en: { title: 'Charging station for drones' } }),
      doc('spray', 'Máy bay phun thuốc nhãn xuồng chạy pin loại cánh dài', { en: { title: 'Long-boom battery spray drone for longan' } }),
    );
    expect((await subject.ids(q))[0]).toBe(first);
  });
  it('puts a thing that lacks something before something else that has it', async () => {
    await subject.put(
      doc('heater', 'Bình nước nóng', { description: 'Solar, chạy điện mặt trời', en: { title: 'Heat-pump water heater for hospitals' } }),
      doc('pump', 'Máy bơm chìm', { en: { title: 'Submersible pump for canals' } }),
      ...[0, 1, 2, 3].map((i) => doc(`sun-${i}`, 'Đèn điện mặt trời', { en: { title: 'Solar lamp' } })),
    );
    const { ids, understood } = await subject.find('solar pump');
    expect([ids.filter((id) => id === 'pump' || id === 'heater'), understood.relaxed]).toEqual([['pump', 'heater'], true]);
  });
  it('weighs words that always stand together about as one', async () => {
    await subject.put(doc('washer', 'Máy rửa'), doc('meter', 'Đồng hồ cầm tay'), ...[0, 1, 2].map((i) => doc(`other-${i}`, `Máy khác ${i}`)));
    expect((await subject.ids('máy rửa cầm tay '))[0]).toBe('washer');
  });
  it('takes the words in any order', async () => {
    expect((await subject.ids('sản nông sấy máy'))[0]).toBe('dryer');
  });
  it('asks for every word first and says when it did not', async () => {
    const strict = await subject.find('công nghệ nước thải');
    expect([strict.ids, strict.understood.relaxed]).toEqual([['water'], false]);
    const relaxed = await subject.find('xử lý nước thải chăn nuôi cà');
    expect([relaxed.ids[0], relaxed.understood.relaxed]).toEqual(['water', true]);
  });
  it('puts what has most words in its title before what has all of them, but scattered, and says so', async () => {
    await subject.put(doc('scattered', 'Tủ nuôi nấm', { description: 'Máy giữ ẩm. Dùng để ấp ủ. Hợp với trứng. Đủ 500. Nuôi con' }), doc('incubator', 'Máy ấp trứng gà'));
    const both = await subject.find('máy ấp trứng 500 con', { facets: ['kind'] });
    expect([both.ids, both.total, both.facets.kind, both.understood.relaxed]).toEqual([['incubator', 'scattered'], 2, [{ value: 'equipment', count: 2 }], true]);
    expect((await subject.find('máy ấp trứng 500 con', { sure: true })).ids).toEqual(['scattered']);
    await subject.put(doc('exact', 'Máy ấp trứng 500 con'));
    const clear = await subject.find('máy ấp trứng 500 con');
    expect([clear.ids, clear.understood.relaxed]).toEqual([['exact', 'scattered'], false]);
  });
  it.each(['máy sấy mini', 'may say mini', 'máy sấy nhỏ chính hãng'])('lets no word of size or quality decide what is found: %s', async (q) => {
    await subject.put(...Array.from({ length: 8 }, (_, i) => doc(`dryer-${i}`, `Máy sấy ${['xoài', 'mít', 'lúa', 'cá'][i % 4]}`)), doc('app', 'Phần mềm Zalo Mini App'), doc('drip', 'Tưới nhỏ giọt'));
    const { ids, understood } = await subject.find(q);
    expect([ids.includes('dryer-0'), ids.includes('app'), ids.includes('drip'), understood.relaxed]).toEqual([true, false, false, false]);
    expect(await subject.ids('zalo mini app')).toEqual(['app']);
    await subject.put(doc('grape', 'Máy sấy loại nho'));
    expect((await subject.ids('máy sấy loại nho'))[0]).toBe('grape');
  });
  it('lets praise decide only where the catalogue has it', async () => {
    await subject.put(doc('rice', 'Lúa chất lượng cao'), doc('other', 'Lúa thơm', { description: 'Chất lượng cao' }), doc('paint', 'Sơn chất lượng cao'));
    expect(await subject.ids('máy sấy chất lượng cao')).toEqual(expect.arrayContaining(['dryer', 'dryer-en']));
    expect((await subject.find('máy sấy chất lượng cao')).understood.relaxed).toBe(false);
    expect((await subject.ids('lúa chất lượng cao'))[0]).toBe('rice');
  });
  it('takes for no clear find what has most words in other marks', async () => {
    await subject.put(doc('crop', 'Chặt cây, củ'), doc('plough', 'Cày Kubota'), doc('house', 'Nhà cũ'));
    const found = await subject.find('cày cũ ');
    expect([found.ids.slice().sort(), found.understood.relaxed]).toEqual([['crop', 'house', 'plough'], true]);
  });
  it.each([
    ['truc vit', 'Duck feeder, trục'],
    ['lang nghe', 'Làng turmeric'],
    ['viet nam', 'Mushroom Việt'],
  ])('takes no syllable of bare %j for the name of a thing', async (q, title) => {
    await subject.put(doc('other', title), ...['Vít trục', 'Nghề làng', 'Năm Việt', 'Nam tiếng Việt', 'Nghe làng', 'Vít xoắn'].map((text, i) => doc(`x-${i}`, text)));
    const { ids, understood } = await subject.find(`${q} `);
    expect([ids.includes('other'), understood.synonyms.flat().some((name) => title.toLowerCase().includes(name))]).toEqual([false, false]);
  });
  it('takes a bare syllable for a thing where the catalogue has another name of it beside the same word', async () => {
    await subject.put(doc('pen', 'Chuồng heo'), ...[0, 1, 2].map((i) => doc(`big-${i}`, 'Cỡ lớn')));
    expect(await subject.ids('chuong lon ')).toEqual(['pen']);
  });
  it('takes bare words of a name for those that have its marks', async () => {
    await subject.put(
      ...[0, 1].map((i) => doc(`weeder-${i}`, 'Máy làm cỏ ruộng', { summary: 'Cỏ dại' })),
      ...[0, 1, 2, 3].map((i) => doc(`cutter-${i}`, 'Máy cắt bánh răng cơ')),
    );
    for (const q of ['may cat co', 'may cat co stihl']) expect((await subject.ids(q))[0].split('-')[0]).toBe('weeder');
  });
  it('finds a name in one word or in two', async () => {
    await subject.put(doc('one', 'Bộ lọc AquaMate'), doc('other', 'Vật liệu lọc aqua', { en: { title: 'Material' } }));
    const found = await subject.find('aqua mate');
    expect([found.ids, found.understood.corrected]).toEqual([['one'], 'aqua mate']);
    await subject.put(doc('two', 'Bơm Aqua Mate'));
    for (const q of ['aqua mate', 'aquamate', 'AquaMate', 'Aqua Mate']) expect((await subject.ids(q)).filter((id) => id !== 'other').sort()).toEqual(['one', 'two']);
    await subject.engine.remove(['one']);
    for (const q of ['aquamate', 'AquaMate']) expect((await subject.ids(q))[0]).toBe('two');
    expect(await subject.ids('aquamate', { exact: true })).toEqual([]);
  });
  it('takes bare words for the name that the catalogue has most often', async () => {
    await subject.put(...[0, 1].map((i) => doc(`auto-${i}`, 'Cân tự động')), doc('freezer', 'Freezer'));
    expect((await subject.find('can tu dong')).understood.synonyms.flat()).toContain('tự động');
    await subject.put(doc('used', 'Máy cày đã qua sử dụng'));
    expect((await subject.ids('máy cày cũ'))[0]).toBe('used');
  });
  it('holds a word with marks for as rare as it is with them', async () => {
    const dry = Array.from({ length: 8 }, (_, i) => doc(`dry-${i}`, `Giàn khô số ${i}`, { description: 'lành nghề' }));
    await subject.put(...dry, doc('small', 'Máy sấy mini'), doc('cold', 'Kho lạnh 5 tấn'));
    expect((await subject.ids('kho lạnh mini'))[0]).toBe('cold');
  });
  it('leaves function words out only when they are meant as such', async () => {
    expect(await subject.ids('công nghệ của nước thải')).toEqual(['water']);
    await subject.put(doc('crab', 'Nuôi cua lột'));
    expect(await subject.ids('cua')).toEqual(['crab']);
  });
  it('reads a sentence of many words', async () => {
    const q = 'tôi đang cần tìm một thiết bị để sấy các loại nông sản bằng năng lượng mặt trời cho hợp tác xã của chúng tôi';
    expect((await subject.ids(q))[0]).toBe('dryer');
  });
  it('finds what an offer says in two languages by either', async () => {
    expect(await subject.ids('đầu khoan từ')).toEqual(['drill']);
    expect(await subject.ids('drill')).toEqual(['drill']);
  });
  it('finds nothing for words that nothing has', async () => {
    const found = await subject.find('zzzzqqqq wwwwxxxx', { facets: ['kind'] });
    expect([found.ids, found.total, found.facets.kind]).toEqual([[], 0, []]);
  });
  it('marks what it found and escapes the rest', async () => {
    const { highlight: terms } = await subject.find('may say');
    expect(highlight('<i>Máy sấy</i> & "dryer"', terms)).toBe(
      '&lt;i&gt;<mark>Máy sấy</mark>&lt;/i&gt; &amp; &quot;<mark>dryer</mark>&quot;',
    );
    const { highlight: hostile } = await subject.find('<script> máy');
    expect(highlight('<script>máy</script>', hostile)).not.toMatch(/<(?!\/?mark>)/);
  });
  it('marks a synonym where the offer has that', async () => {
    const { highlight: terms } = await subject.find('lợn máy sấy');
    expect(highlight('Freeze dryer', terms)).toBe('Freeze <mark>dryer</mark>');
  });
  it('shows everything for an empty query', async () => {
    for (const q of ['', '   ', '\t\n']) expect((await subject.find(q)).total).toBe(CATALOGUE.length);
  });
};

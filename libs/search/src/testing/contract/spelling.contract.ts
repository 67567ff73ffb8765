import { offerDocument as doc } from '../offer-document.builder.js';
import type { Subject } from './catalogue.js';

export const spellingCases = (subject: Subject): void => {
  it.each([
    ['raw Telex', 'mays saays noong sanr', 'dryer'],
    ['raw VNI', 'ma1y sa61y', 'dryer'],
    ['a doubled letter', 'xử lý nước thảii', 'water'],
    ['swapped letters', 'may say nogn san', 'dryer'],
    ['a lost letter', 'xu ly nuc thai', 'water'],
    ['glued words', 'maysay nongsan', 'dryer'],
    ['a wrong tone', 'máy sẩy nồng sản', 'dryer'],
    ['half the accents', 'máy say nong sản', 'dryer'],
    ['a word still being typed', 'công nghệ xử lý nước th', 'water'],
    ['a word of one syllable cut', 'năng lượng mặt tr', 'dryer'],
    ['an English slip', 'magnetik drill', 'drill'],
  ])('reads %s', async (_, q, id) => {
    expect((await subject.ids(q))[0]).toBe(id);
  });
  it('says what it read', async () => {
    const { understood } = await subject.find('xử lý nước thảii');
    expect(understood).toMatchObject({ query: 'xử lý nước thảii', corrected: 'xử lý nước thải', relaxed: false });
  });
  it('says nothing of what it did not change', async () => {
    const { understood } = await subject.find('nuôi cá tra');
    expect(understood.corrected).toBe('nuôi cá tra');
  });
  it.each(['code coverage', 'CODE COVERAGE', 'coverage', 'LCD'])('corrects no English word or abbreviation: %s', async (q) => {
    await subject.put(doc('near', 'Code average LCS'));
    expect((await subject.find(q)).understood.corrected).toBe(q);
  });
  it('finds by an English word that is a slip, without saying that it was one', async () => {
    await subject.put(doc('code', 'Source code form'));
    const found = await subject.find('source code from');
    expect([found.ids, found.understood.corrected]).toEqual([['code'], 'source code from']);
  });
  it('corrects an English word that is a slip among Vietnamese words', async () => {
    expect((await subject.find('nang luong mat trio')).understood.corrected).toBe('nang luong mat troi');
  });
  it('takes words as typed when exact', async () => {
    expect(await subject.ids('thảii', { exact: true })).toEqual([]);
    expect(await subject.ids('mays saays', { exact: true })).toEqual([]);
    const found = await subject.find('máy sấy', { exact: true });
    expect(found.ids).toEqual(['dryer']);
    expect(found.understood).toEqual({ query: 'máy sấy', corrected: 'máy sấy', synonyms: [], relaxed: false });
  });
  it('knows a new brand at once and never corrects it away', async () => {
    await subject.put(doc('brand', 'Bộ điều khiển Sayx'));
    const found = await subject.find('sayx');
    expect([found.ids, found.understood.corrected]).toEqual([['brand'], 'sayx']);
  });
  it('forgets the words of what was removed', async () => {
    await subject.put(doc('brand', 'Bộ điều khiển Zentrixo'));
    expect(await subject.ids('zentrixa')).toEqual(['brand']);
    await subject.engine.remove(['brand']);
    expect((await subject.find('zentrixa')).understood.corrected).toBe('zentrixa');
  });
  it('doubts words that are known where they nowhere stand together, unless only what is sure is asked for', async () => {
    await subject.put(
      doc('press', 'Máy ép hạt điều'),
      doc('stray', 'Máy ép', { description: 'Điều, giá hạ' }),
      doc('one', 'Giàn', { description: 'ép hạ' }),
      doc('two', 'Giàn', { description: 'hạ điều' }),
    );
    expect((await subject.ids('may ep ha dieu ')).sort()).toEqual(['press', 'stray']);
    expect(await subject.ids('may ep ha dieu ', { sure: true })).toEqual(['stray']);
    expect(await subject.ids('may ep ha dieu ', { exact: true })).toEqual(['stray']);
  });
  it('doubts one of few words, not all of them', async () => {
    await subject.put(doc('lamp', 'Đèn bẫy côn trùng', { summary: 'Đếm rầy nâu' }), doc('tunnel', 'Máy bẫy chuột', { description: 'sấy, say, may, máy rầy' }));
    expect((await subject.ids('bẫy rầy ')).sort()).toEqual(['lamp', 'tunnel']);
  });
  it('writes what was typed as keys as it was meant', async () => {
    await subject.put(doc('cut', 'Máy cắt cỏ'), ...Array.from({ length: 3 }, (_, i) => doc(`sand-${i}`, 'Bãi cát có đá')));
    expect((await subject.find('mays cawts cor')).understood.corrected).toBe('máy cắt cỏ');
  });
  it('doubts no words that stand together somewhere', async () => {
    await subject.put(doc('plain', 'Máy cắt plasma', { supplierName: 'Cơ khí Kiến Thụy' }), doc('other', 'Máy cắt plasma thủy lực cho vỏ tủ điện'), doc('third', 'Tủ điện thủy lực'));
    expect(await subject.ids('may cat plasma kien thuy')).toEqual(['plain']);
  });
  it('takes no name of a thing for a slip, unless it may be a syllable', async () => {
    await subject.put(doc('cabinet', 'Tủ IoT lò sấy'), doc('film', 'Hệ thống một nhà màng'));
    expect((await subject.find('hệ thống iot nhà màng')).understood.corrected).toBe('hệ thống iot nhà màng');
    expect(await subject.ids('iot')).toEqual(['cabinet']);
  });
  it('takes nothing for a slip of an abbreviation, and looks for it all the same where nothing else is found', async () => {
    await subject.put(doc('ufm', 'UFM'));
    const found = await subject.find('utm');
    expect([found.ids, found.understood.corrected]).toEqual([['ufm'], 'utm']);
  });
  it('takes no abbreviation for a slip', async () => {
    await subject.put(doc('mill', 'Máy phay CNC'), doc('fruit', 'Máy cóc'));
    const found = await subject.find('may cnc');
    expect([found.ids[0], found.understood.corrected]).toEqual(['mill', 'may cnc']);
  });
  it('reads glued words that begin with a capital', async () => {
    await subject.put(doc('mill', 'Máy nghiền bột cà phê Robusta'));
    for (const q of ['CapheRobustaMaynghienbot', 'CaPheRobustaMayNghienBot']) expect((await subject.ids(q))[0]).toBe('mill');
  });
  it('calls it no correction to part a word where its capitals do', async () => {
    await subject.put(doc('fluid', 'Computational fluid dynamics'));
    const found = await subject.find('ComputationalFluid dynamics');
    expect([found.ids, found.understood.corrected]).toEqual([['fluid'], 'ComputationalFluid dynamics']);
    expect((await subject.find('computationalfluid dynamics')).understood.corrected).toBe('computational fluid dynamics');
  });
  it('looks for a cut word with a slip where nothing else is found, without saying that it was one', async () => {
    await subject.put(doc('orbit', 'Morbiter'), doc('tree', 'SaveTreesNow'));
    for (const [q, id] of [['morbte', 'orbit'], ['mrobit', 'orbit'], ['SaBeTre', 'tree']]) {
      const found = await subject.find(q);
      expect([found.ids, found.understood.corrected]).toEqual([[id], q]);
    }
    expect(await subject.ids('morbte ')).toEqual([]);
    expect(await subject.ids('morbte', { exact: true })).toEqual([]);
  });
  it('parts no word whose letters are a syllable from its digits', async () => {
    await subject.put(doc('gas', 'Cảm biến CO2'), doc('has', 'Cảm biến có 2 đầu ra'), doc('grass', 'Cảm biến cỏ, loại 2'));
    expect(await subject.ids('cảm biến CO2')).toEqual(['gas']);
  });
  it('completes a name of capitals and digits', async () => {
    await subject.put(doc('plugin', 'OpenVSP3Plugin'));
    expect(await subject.ids('OpenVSP3Plu')).toEqual(['plugin']);
  });
  it('parts a word where its capitals do, if the catalogue has the parts beside each other or they are long', async () => {
    await subject.put(doc('station', 'Smart sensors'), doc('class', 'Class A core flight'), doc('short', 'Việt Nam cần gấp'));
    for (const [q, id] of [['SmartSensors', 'station'], ['ClassACoreFlight', 'class']]) {
      const found = await subject.find(q);
      expect([found.ids[0], found.understood.corrected]).toEqual([id, q]);
    }
    expect(await subject.ids('VietGAP')).toEqual([]);
  });
  it('reads no keys of marks that the catalogue never has', async () => {
    await subject.put(doc('di', 'Di suite'));
    expect((await subject.find('dif suite')).understood.corrected).toBe('dif suite');
  });
  it('leaves model numbers alone', async () => {
    await subject.put(doc('m1', 'Máy xúc PC200'), doc('m2', 'Máy xúc PC300'));
    expect(await subject.ids('pc200')).toEqual(['m1']);
    expect(await subject.ids('pc400')).toEqual([]);
  });
  it('finds a model number with a blank before its digits and without', async () => {
    await subject.put(doc('apart', 'Máy xúc PC 200'), doc('whole', 'Máy bay không người lái DJI T40'));
    for (const [q, id] of [['pc200', 'apart'], ['máy xúc PC200', 'apart'], ['dji t 40', 'whole'], ['T 40', 'whole']]) {
      const found = await subject.find(q);
      expect([found.ids[0], found.understood.corrected]).toEqual([id, q]);
    }
    await subject.put(doc('both', 'Máy xúc PC200'));
    for (const q of ['pc200', 'pc 200']) expect((await subject.ids(q)).sort()).toEqual(['apart', 'both']);
  });
};

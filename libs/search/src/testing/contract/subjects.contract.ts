import { offerDocument as doc } from '../offer-document.builder.js';
import type { Subject } from './catalogue.js';

/** What a query is about. */
export const subjectCases = (subject: Subject): void => {
  it('shows what is named as what is looked for before what has all words scattered, or where no offer has all', async () => {
    const stores = ['Kho lạnh tích lạnh ban đêm', 'Kho lạnh gas 50 tấn cho nhãn'].map((title, i) => doc(`store-${i}`, title));
    await subject.put(...stores, doc('preserved', 'Dầu phủ vỏ', { description: 'bảo quản trái cây' }));
    const first = async () => (await subject.ids('kho lạnh bảo quản trái cây')).slice(0, 2).sort();
    expect(await first()).toEqual(['store-0', 'store-1']);
    await subject.put(doc('vaccine', 'Vắc xin viêm gan', { description: 'Giữ lạnh, trong kho. Bảo đảm. Quản lý trang trại cây' }));
    expect(await first()).toEqual(['store-0', 'store-1']);
    expect((await subject.find('kho lạnh bảo quản trái cây')).understood.relaxed).toBe(true);
  });
  it('takes a system, a device and a machine for the same where more is said of them', async () => {
    await subject.put(
      doc('salty', 'Hệ thống lọc nước mặn bệnh viện'), ...[0, 1, 2].map((i) => doc(`alum-${i}`, 'Máy lọc nước phèn')), doc('peeler', 'Máy lạng da cá heo nước ngọt'),
      doc('sensor', 'Cảm biến đo độ mặn kênh rạch'), doc('valve', 'Công nghệ đúc ống nước mặn', { description: 'Có thiết bị đo. Độ cứng' }), ...[0, 1, 2].map((i) => doc(`locator-${i}`, 'Thiết bị định vị')),
    );
    expect((await subject.ids('máy lọc nước mặn'))[0]).toBe('salty');
    expect((await subject.ids('thiết bị đo độ mặn nước'))[0]).toBe('sensor');
  });
  it('counts what has nearly as much of the words as the best, where none has enough', async () => {
    await subject.put(doc('title', 'Túi kéo'), doc('text', 'Máy cân', { description: 'Túi. Kéo' }), doc('else', 'Máy cắt', { description: 'hủy' }), doc('more', 'Máy đo', { description: 'rỗng' }));
    const found = await subject.find('túi kéo hủy rỗng ');
    expect([found.ids, found.total]).toEqual([['title', 'text'], 2]);
  });
  it('shows what is named so before hundreds of others that have some of the words', async () => {
    await subject.put(
      ...Array.from({ length: 230 }, (_, i) => doc(`other-${i}`, `Than từ bùn đáy ao số ${i}`, { summary: 'xử lý bùn đáy ao', description: 'xử lý đáy ao' })),
      ...[0, 1].map((i) => doc(`yeast-${i}`, 'Men vi sinh phòng bệnh')),
      doc('near', 'Máy nén mềm', { description: 'ví da, kính xinh, hai mép' }),
    );
    expect((await subject.ids('men vi sinh xử lý đáy ao')).slice(0, 2).sort()).toEqual(['yeast-0', 'yeast-1']);
  });
};

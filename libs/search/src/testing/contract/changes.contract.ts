import { offerDocument as doc } from '../offer-document.builder.js';
import { CATALOGUE, type Subject } from './catalogue.js';

export const changeCases = (subject: Subject): void => {
  it('ignores an older version and takes a newer one', async () => {
    await subject.put(doc('fish', 'Nuôi ếch', { version: 3 }));
    await subject.put(doc('fish', 'Quy trình nuôi cá tra', { version: 2 }));
    expect(await subject.ids('ếch')).toEqual(['fish']);
    expect(await subject.ids('cá tra')).not.toContain('fish');
    expect((await subject.engine.versions()).get('fish')).toBe(3);
  });
  it('takes the newest of several versions put at once, in any order', async () => {
    await subject.put(doc('fish', 'Nuôi lươn', { version: 5 }), doc('fish', 'Nuôi ếch', { version: 4 }));
    expect(await subject.ids('lươn')).toEqual(['fish']);
    expect(await subject.ids('ếch')).toEqual([]);
    expect(await subject.engine.size()).toBe(CATALOGUE.length);
  });
  it('takes the same version again', async () => {
    await subject.put(doc('fish', 'Quy trình nuôi lươn', { kind: 'process' }));
    expect(await subject.ids('lươn')).toEqual(['fish']);
  });
  it('forgets what was removed and finds it again when it is back', async () => {
    await subject.engine.remove(['water', 'nobody']);
    expect(await subject.ids('nước thải', { exact: true })).toEqual([]);
    expect(await subject.engine.size()).toBe(CATALOGUE.length - 1);
    await subject.put(CATALOGUE[2]);
    expect(await subject.ids('nước thải')).toEqual(['water']);
  });
  it('lowers the counts of facets when an offer goes', async () => {
    await subject.engine.remove(['water']);
    const found = await subject.find('', { facets: ['kind'] });
    expect(found.facets.kind!.map(({ value }) => value)).toEqual(['equipment', 'process']);
  });
  it('moves an offer to its new facet values', async () => {
    await subject.put({ ...CATALOGUE[3], version: 2, province: '48', trl: 3 });
    expect(await subject.kept({ province: ['48'] })).toEqual(['fish']);
    expect(await subject.kept({ province: ['92'] })).toEqual(['dryer']);
    expect(await subject.kept({ trlMax: 3 })).toEqual(['fish']);
  });
  it('takes an empty change', async () => {
    await subject.put();
    await subject.engine.remove([]);
    expect(await subject.engine.size()).toBe(CATALOGUE.length);
  });
  it('takes many at once, with ids as long as they are', async () => {
    const many = Array.from({ length: 1_500 }, (_, i) => doc(`0198304f-dcf9-7ee4-a9c1-${String(i).padStart(12, '0')}`, 'Van bi', { version: 2 }));
    await subject.put(...many);
    await subject.put(...many.map((one) => ({ ...one, version: 1, title: 'Van cầu' })));
    expect((await subject.find('van bi')).total).toBe(1_500);
  });
  it('tells the versions it holds', async () => {
    const versions = await subject.engine.versions();
    expect([...versions.keys()].sort()).toEqual(CATALOGUE.map(({ id }) => id).sort());
    expect(new Set(versions.values())).toEqual(new Set([1]));
  });
  it('stays right over many changes', async () => {
    for (let round = 2; round < 6; round++) {
      await subject.put(...Array.from({ length: 80 }, (_, i) => doc(`n${i}`, `Robot hàn vòng ${round}`, { version: round, kind: `k${i % 3}` })));
      await subject.engine.remove(Array.from({ length: 20 }, (_, i) => `n${i + round}`));
      const found = await subject.find(`vòng ${round}`, { facets: ['kind'] });
      expect(found.total).toBe(60);
      expect(found.facets.kind!.reduce((sum, { count }) => sum + count, 0)).toBe(60);
    }
    expect(await subject.ids('cá tra')).toEqual(['fish']);
  });
};

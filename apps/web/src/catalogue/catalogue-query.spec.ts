import 'reflect-metadata';
import { queryString } from '../i18n/routes.js';
import { pagesOf, parseCatalogueQuery, valuesOf, without } from './catalogue-query.js';

const read = (raw: Record<string, unknown>): string => queryString(valuesOf(parseCatalogueQuery(raw)));

describe('the query of the catalogue', () => {
  it('reads what the API reads and leaves out what forms send empty', () => {
    expect(read({ q: 'máy sấy', field: ['crops', 'fisheries'], trlMin: '7', priceMax: '', sort: '', readyToTransfer: 'true' })).toBe('?q=m%C3%A1y+s%E1%BA%A5y&field=crops&field=fisheries&trlMin=7&readyToTransfer=true');
  });

  it.each([[{ nonsense: 'x' }], [{ trlMin: 'abc' }], [{ trlMin: '0' }], [{ sort: 'magic' }], [{ sort: 'relevance' }], [{ priceMax: '-1' }], [{ page: '3', size: '100' }], [{ q: 'a\u0000b' }], [{ exact: 'perhaps' }]])(
    'takes %j for nothing',
    (raw) => expect(read(raw)).toBe(''),
  );

  it('keeps one end of a range that is the wrong way round', () => {
    expect(read({ trlMin: '9', trlMax: '2' })).toBe('?trlMin=9');
  });

  it('never leaves the pages that can be reached by number', () => {
    expect(parseCatalogueQuery({ page: '999999' }).page).toBe(500);
    expect(parseCatalogueQuery({ page: '-3' }).page).toBe(1);
    expect(pagesOf(100_000)).toBe(500);
  });

  it('takes one filter away and leaves the others', () => {
    const query = parseCatalogueQuery({ field: ['crops', 'fisheries'], province: '92', page: '4' });
    expect(queryString(without(query, 'field', 'crops'))).toBe('?field=fisheries&province=92');
    expect(queryString(without(query, 'province'))).toBe('?field=crops&field=fisheries');
  });
});

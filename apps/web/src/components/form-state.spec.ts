import { dayOf, dayText, millionsToVnd, rowsOf, rowValues, vndToMillions } from './form-state.js';

describe('what people type in forms', () => {
  it.each([
    ['300', 300_000_000],
    ['1.200', 1_200_000_000],
    ['1,5', 1_500_000],
    ['0.5', 500_000],
    [' ', null],
  ])('reads %p million as %p', (text, vnd) => {
    expect(millionsToVnd(text)).toBe(vnd);
  });

  it('does not guess at words or signs', () => {
    for (const text of ['ba trăm', '-3', '1e3', '3 tỷ']) expect(millionsToVnd(text)).toBeNaN();
  });

  it('shows a sum as it can be read back', () => {
    for (const vnd of [300_000_000, 1_500_000, 182_503_000]) expect(millionsToVnd(vndToMillions(vnd))).toBe(vnd);
  });

  it('reads days and refuses those that do not exist', () => {
    expect(dayOf('15/01/2027')).toBe('2027-01-15');
    expect(dayOf('5-1-2027')).toBe('2027-01-05');
    expect(dayOf('29/02/2028')).toBe('2028-02-29');
    expect(dayOf('')).toBeNull();
    for (const text of ['31/02/2027', '29/02/2027', '00/01/2027', '1/13/2027', 'mai']) expect(dayOf(text)).toBeUndefined();
    expect(dayText('2027-01-15')).toBe('15/01/2027');
  });

  it('gathers repeated rows in order and drops empty ones', () => {
    const body = { 'specs.10.name': 'c', 'specs.2.name': ' b ', 'specs.2.value': '2', 'specs.0.name': '', 'specs.x.name': 'no', title: 't' };
    const rows = rowsOf(body, 'specs', ['name', 'value'] as const);
    expect(rows).toEqual([{ name: 'b', value: '2' }, { name: 'c', value: '' }]);
    expect(rowsOf(rowValues('specs', rows), 'specs', ['name', 'value'] as const)).toEqual(rows);
  });
});

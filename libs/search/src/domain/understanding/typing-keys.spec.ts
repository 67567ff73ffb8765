import { exactForm } from '@app/platform/kernel/fold.js';
import { decodeTelex, decodeVni } from './typing-keys.js';

describe('raw keys', () => {
  it.each([
    ['saays', 'sấy'],
    ['nhaatj', 'nhật'],
    ['nhatja', 'nhật'],
    ['dduwowngf', 'đường'],
    ['dduwongf', 'đường'],
    ['muwa', 'mưa'],
    ['lichj', 'lịch'],
    ['cas', 'cá'],
    ['trongf', 'tròng'],
    ['lys', 'lí'],
    ['may', null],
    ['xyz', null],
    ['software', null],
  ])('reads Telex %s as %s', (keys, syllable) => {
    expect(decodeTelex(keys)?.form ?? null).toBe(syllable === null ? null : exactForm(syllable));
  });

  it.each([
    ['sa61y', 'sấy'],
    ['say16', 'sấy'],
    ['d9u7o7ng2', 'đường'],
    ['lich5', 'lịch'],
    ['na8ng', 'năng'],
    ['may', null],
    ['xq1', null],
    ['d7', null],
  ])('reads VNI %s as %s', (keys, syllable) => {
    expect(decodeVni(keys)?.form ?? null).toBe(syllable === null ? null : exactForm(syllable));
  });

  it('gives the folded word too', () => {
    expect(decodeTelex('ddieenj')).toEqual({ folded: 'dien', form: 'điên~j' });
  });
});

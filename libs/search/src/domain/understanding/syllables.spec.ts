import { exactForm } from '@app/platform/kernel/fold.js';
import { isBareSyllable, isSyllable } from './syllables.js';

describe('isSyllable', () => {
  it.each(['nghiêng', 'được', 'máy', 'sấy', 'quốc', 'quý', 'gì', 'giếng', 'xoong', 'khuỷu', 'ý', 'Hòa', 'thuở', 'cốm', 'phẩy', 'ươm'])('takes %s', (word) => {
    expect(isSyllable(exactForm(word))).toBe(true);
  });
  it.each(['nôg', 'thảii', 'đồg', 'lat', 'wáy', 'mayx', 'càt', 'strọng', 'vitamin'])('refuses %s', (word) => {
    expect(isSyllable(exactForm(word))).toBe(false);
  });
});

describe('isBareSyllable', () => {
  it.each(['dien', 'nuoc', 'thuc', 'may', 'gieng', 'quoc', 'duong', 'y', 'that', 'map'])('takes %s', (word) => {
    expect(isBareSyllable(word)).toBe(true);
  });
  it.each(['trio', 'what', 'pump', 'next', 'sna', 'nogn', 'process'])('refuses %s', (word) => {
    expect(isBareSyllable(word)).toBe(false);
  });
});

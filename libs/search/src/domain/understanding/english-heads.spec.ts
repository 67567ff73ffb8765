import { nfc, tokens } from '@app/platform/kernel/fold.js';
import { headAmong } from './english-heads.js';

const head = (text: string): string | undefined => {
  const words = tokens(nfc(text));
  return words[headAmong(words, nfc(text))]?.text;
};

it.each([
  ['Submersible propeller pump for field canals, 2 ha', 'pump'],
  ['Heat-pump dryer for dragon fruit, 1 t/batch', 'dryer'],
  ['Servo lathe for pump casings', 'lathe'],
  ['Long-boom spray drone', 'drone'],
  ['solar pumps', 'pumps'],
  ['Vegetable washer VW-200', 'washer'],
  ['Dryer, solar', 'Dryer'],
  ['PLC', 'PLC'],
  ['', undefined],
])('knows what %j is about', (text, word) => expect(head(text)).toBe(word));

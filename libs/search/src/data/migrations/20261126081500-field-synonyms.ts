import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type Names, shipSynonyms } from '../ship-synonyms.js';

/** What people in fields and sheds call a need, and names of machines in English, as they were when this was written. */
const ADDED: readonly Names[] = [
  ['làm cỏ, diệt cỏ, trừ cỏ, weeding, weed control'],
  ['thuốc trừ cỏ, thuốc diệt cỏ, herbicide'],
  ['máy xịt rửa, máy rửa áp lực, máy rửa cao áp, pressure washer', 'máy rửa'],
  ['máy trộn bê tông, concrete mixer', 'máy trộn'],
  ['heo giống, lợn giống, breeding pig', 'heo nái, lợn nái, heo hậu bị'],
  ['heo nái, lợn nái, sow'],
  ['heo con, lợn con, piglet'],
  ['heo thịt, lợn thịt, fattening pig'],
  ['phun thuốc, xịt thuốc'],
  ['nước phèn, nước nhiễm phèn, nước bị phèn, nước giếng phèn, nước giếng bị phèn'],
  ['nước nhiễm mặn, nước bị mặn, nước bị nhiễm mặn', 'nước mặn'],
  ['ngập lụt, ngập úng, lũ lụt, flood, flooding'],
  ['mùi hôi, hôi thối', 'khử mùi, xử lý mùi'],
  ['lem lép hạt, lép hạt, hạt lép'],
  ['thức ăn cá, thức ăn cho cá, fish feed'],
  ['máy ép viên thức ăn, máy ép cám viên, feed pelletizer, feed extruder, feed pellet mill', 'máy ép viên, máy ép viên nổi'],
];

/** Groups of earlier shipments that get more names. */
const CHANGED: readonly (readonly [before: Names, after: Names])[] = [
  [['thông tin liên lạc, communications'], ['thông tin liên lạc, viễn thông, communications, telecommunications, telecom']],
  [['máy xay xát, máy xát gạo, máy xát trắng, rice mill'], ['máy xay xát, máy xay lúa, máy xát gạo, máy chà gạo, máy xát trắng, rice mill, rice milling machine']],
  [['kho lạnh, cold storage'], ['kho lạnh, cold storage, cold store, cold room']],
];

export class FieldSynonyms20261126081500 implements MigrationInterface {
  name = 'FieldSynonyms20261126081500';

  up(runner: QueryRunner): Promise<void> {
    return shipSynonyms(runner, { added: ADDED, changed: CHANGED });
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

import { StatisticsModule, YearlyReport, type YearlyReportView } from '@app/statistics';
import { argumentsOf } from '../arguments.js';
import { type Command, CommandFailed } from '../command.js';
import { withFloor } from '../with-floor.js';

const day = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', day: 'numeric', month: 'numeric', year: 'numeric' });
const hour = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' });
const number = new Intl.NumberFormat('vi-VN');

/** The figures of one year, from the event log. */
export const report: Command = {
  name: 'report',
  usage: 'report YEAR [--json]',
  summary: 'the figures of one year, computed from the event log, each with the events it comes from',
  async run(args) {
    const { words: [year], flags } = argumentsOf(report, args, { words: 1, flags: ['json'] });
    if (!/^\d{4}$/.test(year)) throw new CommandFailed(`Usage: ${report.usage}`);
    const view = await withFloor([StatisticsModule], (app) => app.get(YearlyReport).of(Number(year)));
    process.stdout.write(flags.has('json') ? `${JSON.stringify(view, null, 2)}\n` : tableOf(view));
    return 0;
  },
};

const tableOf = ({ year, asOf, isComplete, figures }: YearlyReportView): string => {
  const rows = figures.map(({ vi, en, year: within, total, types }) => ({ label: `${vi} / ${en}`, within: number.format(within), total: number.format(total), types: types.join(', ') }));
  const width = Math.max(...rows.map((row) => row.label.length));
  const within = `Năm ${year}`;
  const total = `Đến hết ${year}`;
  const heading = `${' '.repeat(width)}  ${within.padStart(12)}  ${total.padStart(14)}  Sự kiện / Events`;
  const lines = rows.map((row) => `${row.label.padEnd(width)}  ${row.within.padStart(12)}  ${row.total.padStart(14)}  ${row.types}`.trimEnd());
  const at = new Date(asOf);
  const open = isComplete ? ['', ''] : [', năm chưa hết', ', the year is not over'];
  const dated = `Tính lúc ${hour.format(at)} ngày ${day.format(at)}${open[0]}. / As of ${asOf}${open[1]}.`;
  return `${[heading, ...lines, '', dated].join('\n')}\n`;
};

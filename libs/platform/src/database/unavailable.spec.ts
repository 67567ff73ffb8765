import { isUnavailable } from './database.js';

const fault = (code: string | undefined, message = 'x'): Error => Object.assign(new Error(message), code ? { driverError: { code } } : {});

describe('a database that cannot answer now', () => {
  it.each(['53100', '53300', '57P01', '57P02', '57P03', '08006', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT'])('is told by the code %s', (code) => {
    expect(isUnavailable(fault(code))).toBe(true);
    expect(isUnavailable(Object.assign(new Error('x'), { code }))).toBe(true);
  });

  it.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Query runner already released. Cannot run queries anymore.',
    'Database connection provided by a query runner was already released, cannot continue to use its querying methods anymore.',
  ])('is told by the words: %s', (words) => expect(isUnavailable(fault(undefined, words))).toBe(true));

  it.each(['23505', '42P01', '40001', '57014'])('is not a fault of the call: %s', (code) => expect(isUnavailable(fault(code))).toBe(false));
});

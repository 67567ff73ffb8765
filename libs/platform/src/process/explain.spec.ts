import { explain } from './explain.js';

const place = { host: '127.0.0.1', port: 3000, dataDir: '/srv/floor' };
const fault = (facts: object, message = 'x'): Error => Object.assign(new Error(message), facts);

describe('what prevents a start, in one line', () => {
  it.each([
    ['a port that is taken', fault({ code: 'EADDRINUSE', syscall: 'listen' }), 'EADDRINUSE: port 3000 is already in use'],
    ['a port for root only', fault({ code: 'EACCES', syscall: 'listen' }), 'EACCES: this user may not listen on port 3000'],
    ['an address of another machine', fault({ code: 'EADDRNOTAVAIL', syscall: 'listen' }), 'EADDRNOTAVAIL: cannot listen on 127.0.0.1'],
    ['a folder', fault({ code: 'EACCES' }, 'EACCES: the folder /srv/floor cannot be written.'), 'EACCES: the folder /srv/floor cannot be written.'],
    ['a file', fault({ code: 'EACCES' }, 'permission denied, open'), 'EACCES: permission denied, open (/srv/floor)'],
    ['a full disk', fault({ code: 'ENOSPC' }, 'no space left on device, write'), 'ENOSPC: no space is left for /srv/floor.'],
    ['a full disk of the database', fault({ code: '53100' }, 'could not extend file'), 'ENOSPC: no space is left for /srv/floor.'],
    ['a server that is not there', new AggregateError([fault({ code: 'ECONNREFUSED', address: '::1', port: 5432 })]), 'ECONNREFUSED: nothing answers at ::1:5432.'],
    ['anything else', new Error('The demo floor could not be loaded'), 'The demo floor could not be loaded'],
  ])('names %s', (_what, error, line) => {
    expect(explain(error, place)).toContain(line);
    expect(explain(error, place)).not.toContain('\n');
  });
});

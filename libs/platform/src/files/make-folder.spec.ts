import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './make-folder.js';

const base = mkdtempSync(join(tmpdir(), 'make-folder-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('making a folder', () => {
  it('makes those above it too and leaves one that is there as it is', async () => {
    const folder = join(base, 'a/b/c');
    await Promise.all([makeFolder(folder, 0o700), makeFolder(folder, 0o700)]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    await makeFolder(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('says the system’s code where it cannot, and ends', async () => {
    writeFileSync(join(base, 'file'), '');
    await expect(makeFolder(join(base, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(join(base, 'file/data'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    await expect(makeFolder('/proc/techfloor/data')).rejects.toMatchObject({ code: expect.stringMatching(/^E/) });
  });
});

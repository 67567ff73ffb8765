import type { Database, DatabaseNotices, Logger } from '@app/platform';
import type { SynonymRepository } from '../data/synonym.repository.js';
import type { SynonymGroup } from '../domain/understanding/synonym-group.js';
import { SynonymService } from './synonym.service.js';

describe('SynonymService', () => {
  it('ends with what was written last, however slowly it was read before', async () => {
    let stored: SynonymGroup[] = [{ words: ['a', 'b'] }];
    const slow: (() => void)[] = [];
    let isSlow = false;
    const repository = {
      all: async () => {
        const read = stored;
        if (isSlow) await new Promise<void>((resolve) => slow.push(resolve));
        return read;
      },
    };
    const service = new SynonymService({} as Database, repository as unknown as SynonymRepository, { listen: async () => () => undefined } as unknown as DatabaseNotices, {} as Logger);
    await service.follow(() => undefined);
    isSlow = true;
    stored = [{ words: ['a', 'c'] }];
    const first = service.refresh();
    isSlow = false;
    stored = [{ words: ['a', 'd'] }];
    const second = service.refresh();
    // Later than the second, if that did not wait for it.
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    slow.forEach((goOn) => goOn());
    await Promise.all([first, second]);
    expect(await service.all()).toEqual([{ words: ['a', 'd'] }]);
    service.onApplicationShutdown();
  });
});

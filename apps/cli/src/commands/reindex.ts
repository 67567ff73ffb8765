import { OfferReader } from '@app/catalog';
import { IndexingService, SearchIndexModule } from '@app/search';
import { argumentsOf } from '../arguments.js';
import type { Command } from '../command.js';
import { ProgressBar } from '../progress-bar.js';
import { withFloor } from '../with-floor.js';

/** Projects every live offer anew; running engines take it over by themselves. */
export const reindex: Command = {
  name: 'reindex',
  usage: 'reindex',
  summary: 'makes what search knows anew from the live offers',
  async run(args) {
    argumentsOf(reindex, args, { words: 0 });
    const done = await withFloor([SearchIndexModule], async (app) => {
      const bar = new ProgressBar('Reindex', await app.get(OfferReader).liveCount());
      const count = await app.get(IndexingService).rebuild((offers) => bar.show(offers));
      bar.end(count);
      return count;
    });
    process.stdout.write(`indexed=${done}\n`);
    return 0;
  },
};

import { Counter, Gauge } from 'prom-client';
import type { Logger, Metrics } from '@app/platform';
import type { FailoverListener } from '../adapters/failover.engine.js';

/** Tells operators which engine answers: a line in the log for each change, and figures for Prometheus. */
export const reportFailover = ({ registry }: Metrics, logger: Logger): FailoverListener => {
  const registers = [registry];
  const open = new Gauge({ name: 'techfloor_search_breaker_open', help: '1 while the embedded engine answers instead of Meilisearch.', registers });
  const trips = new Counter({ name: 'techfloor_search_breaker_trips_total', help: 'How often Meilisearch was given up.', registers });
  const fallbacks = new Counter({ name: 'techfloor_search_fallbacks_total', help: 'Searches that the embedded engine answered instead.', labelNames: ['why'], registers });
  open.set(1);
  return {
    changed(state, reason) {
      open.set(state === 'open' ? 1 : 0);
      if (state === 'closed') return logger.info('Meilisearch answers searches, its index is caught up');
      trips.inc();
      logger.warn('the embedded engine answers instead of Meilisearch', { reason: reason?.message });
    },
    fellBack: (why) => fallbacks.inc({ why }),
  };
};

/** Counts for Prometheus how many searches were answered from memory. */
export const countAnswers = ({ registry }: Metrics): ((from: 'kept' | 'engine') => void) => {
  const answers = new Counter({ name: 'techfloor_search_answers_total', help: 'Searches by where their answer came from: kept since nothing has changed, or the engine.', labelNames: ['from'], registers: [registry] });
  return (from) => answers.inc({ from });
};

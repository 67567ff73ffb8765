import Sequencer from '@jest/test-sequencer';

/** Suites that take more than about ten seconds on two quiet cores, the longest first. */
const LONG = ['chaos/crash', 'standalone', 'browser/pages', 'browser/main-job', 'queues', 'import-crash', 'hostile-input', 'separate-processes', 'catalogue.spec', 'backup', 'embedded-postgres'];

const placeOf = ({ path }) => {
  const place = LONG.findIndex((name) => path.includes(name));
  return place === -1 ? LONG.length : place;
};

/** A long suite that begins last leaves the other cores idle; on a fresh clone Jest knows no durations and goes by file size. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => placeOf(a) - placeOf(b));
  }
}

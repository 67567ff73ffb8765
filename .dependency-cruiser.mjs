// One table of arrows: whose front door each context may use. Everything else reacts to events.
const ARROWS = {
  platform: [],
  taxonomy: [],
  identity: [],
  organizations: ['identity'],
  catalog: ['organizations', 'identity', 'taxonomy'],
  requests: ['organizations', 'identity', 'taxonomy'],
  search: ['requests', 'catalog', 'organizations', 'taxonomy', 'identity'],
  matching: ['search', 'requests', 'catalog', 'organizations', 'taxonomy'],
  connections: ['matching', 'requests', 'catalog', 'organizations', 'taxonomy'],
  notifications: ['organizations', 'identity', 'taxonomy'],
  statistics: ['platform', 'taxonomy', 'identity', 'organizations', 'catalog', 'requests', 'search', 'matching', 'connections', 'notifications'],
  desk: ['platform', 'taxonomy', 'identity', 'organizations', 'catalog', 'requests', 'search', 'matching', 'connections', 'notifications', 'statistics'],
};
const contexts = Object.keys(ARROWS);
const TESTS = '\\.(spec|itest|contract)\\.tsx?$|/testing/';

const arrows = contexts.map((context) => {
  const allowed = [context, 'platform', ...ARROWS[context]];
  return {
    name: `${context}-arrows`,
    comment: `${context} may use: ${allowed.join(', ')}; of another context also events.ts`,
    severity: 'error',
    from: { path: `^libs/${context}/src`, pathNot: TESTS },
    to: { path: '^(libs|apps)/', pathNot: [`^libs/(${allowed.join('|')})/src`, '^libs/[^/]+/src/events\\.ts$'] },
  };
});

export default {
  forbidden: [
    ...arrows,
    {
      name: 'front-door',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/', pathNot: TESTS },
      to: { path: '^libs/[^/]+/src/', pathNot: ['^libs/$2/src', '^libs/platform/src', '^libs/[^/]+/src/(index|events)\\.ts$'] },
    },
    { name: 'no-cycles', severity: 'error', from: { pathNot: TESTS }, to: { circular: true } },
    {
      name: 'pure-domain',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/domain/', pathNot: TESTS },
      to: { path: 'node_modules/@nestjs/', pathNot: 'node_modules/@nestjs/swagger' },
    },
    { name: 'no-testing-in-product', severity: 'error', from: { path: '^(libs|apps)/', pathNot: TESTS }, to: { path: '/testing/' } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: false,
    doNotFollow: { path: 'node_modules' },
    includeOnly: '^(libs|apps)/',
    exclude: { path: 'dist' },
  },
};

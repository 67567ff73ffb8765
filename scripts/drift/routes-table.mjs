// docs/routes.md: which permission each route of the API demands.
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

export const routesTable = (document) => {
  const rows = Object.entries(document.paths).flatMap(([path, operations]) =>
    METHODS.filter((method) => operations[method]).map((method) => {
      const { summary, 'x-permission': permission } = operations[method];
      return `| \`${method.toUpperCase()} ${path}\` | ${permission} | ${summary} |`;
    }),
  );
  return `# Routes of the API and what they demand

The permission is the first question (may somebody of this kind do this at all, libs/platform/src/auth/permissions.ts);
the second one, this record and this field, is a policy of the route's context. \`public\` is open to visitors.
Written by \`npm run check -- --write\`.

| route | permission | |
| --- | --- | --- |
${rows.join('\n')}
`;
};

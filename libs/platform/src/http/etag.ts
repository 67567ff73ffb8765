/** What has a version says it as `ETag: "7"`, to be sent back in `If-Match`. */
export const etagOf = (answer: unknown): string | undefined => {
  const version = (answer as { version?: unknown } | null | undefined)?.version;
  return typeof version === 'number' ? `"${version}"` : undefined;
};

/** Whether a text is a calendar day `YYYY-MM-DD` that exists. */
export const isDay = (text: string): boolean => {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
};

/** Reads a day as people write it (`2026-12-31`, `31/12/2026`, `31-12-2026`); null when there is no such day. */
export const parseDay = (text: string): string | null => {
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  const day = vietnamese ? `${vietnamese[3]}-${vietnamese[2].padStart(2, '0')}-${vietnamese[1].padStart(2, '0')}` : text.trim().replace(/T00:00:00.*$/, '');
  return isDay(day) ? day : null;
};

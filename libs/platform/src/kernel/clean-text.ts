// Control characters except tab and line breaks, lone surrogates, and U+FFFD, which is what broken input decodes to.
const BROKEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Whether text has nothing in it that can only come from broken or hostile input. */
export const isCleanText = (text: string): boolean => !BROKEN.test(text);

// What a reader cannot see: blanks of every kind, zero-width and filling characters.
const SEEN = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Without surrounding blanks; empty when nothing in it can be seen. */
export const trimmed = (text: string): string => (SEEN.test(text) ? text.trim() : '');

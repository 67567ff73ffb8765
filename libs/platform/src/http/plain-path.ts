// Letters and digits, of which nothing in an address needs to be encoded.
const NEEDLESS = /%(?:3\d|[46][1-9a-f]|[57][0-9a])/gi;

/**
 * An address with its path spelt as the routes are: the router takes `/%61pi` for `/api`, and whatever looks at the address
 * to know where it is must too.
 */
export const plainPath = (url: string): string => {
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  return path.replace(NEEDLESS, (code) => String.fromCharCode(parseInt(code.slice(1), 16))) + url.slice(path.length);
};

import { useSay } from '../i18n/say.js';

/** A text in which the telephone number that it names can be called at once. */
export const Callable = ({ text, number }: { text: string; number: string }) => {
  const { phone } = useSay();
  const shown = phone(number);
  const at = shown ? text.indexOf(shown) : -1;
  if (at < 0) return <>{text}</>;
  return <>{text.slice(0, at)}<a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{shown}</a>{text.slice(at + shown.length)}</>;
};

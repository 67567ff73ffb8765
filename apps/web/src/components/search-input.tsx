import { useSay } from '../i18n/say.js';

/** What the search takes; longer texts are cut by the input. */
export const SEARCH_MAX = 400;

export interface SearchInputProps {
  id: string;
  q?: string;
  /** Its name for screen readers. */
  label: string;
  placeholder: string;
  /** Id of the form that it belongs to, where that is elsewhere on the page. */
  form?: string;
}

/** A box for a query over all offers. With the script `suggest.js` it offers what may be meant while somebody types. */
export const SearchInput = ({ id, q, label, placeholder, form }: SearchInputProps) => {
  const { t, path, lang } = useSay();
  const texts = {
    label: t('suggest.label'), queries: t('suggest.queries'), offers: t('suggest.offers'), suppliers: t('suggest.suppliers'), fields: t('suggest.fields'),
    some: t('suggest.some', { n: '{n}' }), none: t('suggest.none'),
  };
  return (
    <span class="suggest" data-suggest={`/api/v1/search/suggestions?lang=${lang}&limit=4`} data-offers={path('offers')} data-suppliers={path('suppliers')} data-texts={JSON.stringify(texts)}>
      <input id={id} type="search" name="q" value={q} form={form} aria-label={label} placeholder={placeholder} maxLength={SEARCH_MAX} autocomplete="off" />
    </span>
  );
};

import type { ComponentChildren } from 'preact';
import type { Moment } from '../i18n/formats.js';
import { type Say, useSay } from '../i18n/say.js';
import type { OfferCard } from './offer-row.js';

export interface SpecRow {
  name: string;
  /** Null when the supplier has not said. */
  value: string | null;
  unit?: string | null;
}

export interface IpRow {
  kind: string;
  number: string | null;
  state: string | null;
  territory: string | null;
}

/** Everything that an offer says about itself; labels are in the language of the page. */
export interface OfferContent extends OfferCard {
  id: string;
  code: string | null;
  description: string | null;
  /** Language of the description where it is not that of the page. */
  descriptionLang?: string;
  keywords: string[];
  transferModes: string[];
  specs: SpecRow[];
  ip: IpRow[];
  condition: string | null;
  origin: string | null;
  maker: string | null;
  year: number | null;
  warranty: string | null;
  /** A day. */
  validUntil: string | null;
  publishedAt: Moment | null;
  images: { url: string; note?: string | null }[];
}

export interface SummaryRow {
  label: string;
  value: ComponentChildren;
  note?: ComponentChildren;
}

/** Label and value pairs; a missing value is said, not hidden. */
export const SummaryList = ({ rows, wide }: { rows: SummaryRow[]; wide?: boolean }) => (
  <dl class={wide ? 'summary-list specs' : 'summary-list'}>
    {rows.map(({ label, value, note }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>
          {value}
          {note ? <small>{note}</small> : null}
        </dd>
      </div>
    ))}
  </dl>
);

const valueWithUnit = ({ value, unit }: SpecRow): string => (unit ? `${value}\u00a0${unit}` : String(value));

/** Specifications; gaps are askable when there is somebody to ask. */
export const Specs = ({ specs, askHref }: { specs: SpecRow[]; askHref?: string }) => {
  const { t } = useSay();
  const rows = specs.map((spec) =>
    spec.value
      ? { label: spec.name, value: valueWithUnit(spec) }
      : {
          label: spec.name,
          value: <span class="unstated">{t('offer.unstated')}</span>,
          note: askHref ? <a href={askHref}>{t('offer.askAbout')}</a> : null,
        },
  );
  return (
    <section aria-labelledby="specs-title">
      <h2 id="specs-title">{t('offer.specs')}</h2>
      {rows.length ? <SummaryList rows={rows} wide /> : <p class="meta">{t('offer.noSpecs')} {askHref ? <a href={askHref}>{t('offer.enquire')}</a> : null}</p>}
    </section>
  );
};

const factRows = ({ t, date }: Say, offer: OfferContent): SummaryRow[] => {
  const facts: [string, string | null][] = [
    [t('offer.fields'), offer.fields.map(({ label }) => label).join('; ')],
    [t('offer.province'), offer.province],
    [t('offer.transferModes'), offer.transferModes.join('; ')],
    [t('offer.condition'), offer.condition],
    [t('offer.origin'), offer.origin],
    [t('offer.maker'), offer.maker],
    [t('offer.year'), offer.year === null ? null : String(offer.year)],
    [t('offer.warranty'), offer.warranty],
    [t('offer.validUntil'), offer.validUntil === null ? null : date(offer.validUntil)],
    [t('offer.keywords'), offer.keywords.join(', ')],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
};

export const OfferFacts = ({ offer }: { offer: OfferContent }) => {
  const say = useSay();
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">{say.t('offer.facts')}</h2>
      <SummaryList rows={factRows(say, offer)} wide />
    </section>
  );
};

export const IpTable = ({ ip }: { ip: IpRow[] }) => {
  const { t } = useSay();
  const unknown = t('common.unknown');
  return (
    <section>
      <h2 id="ip-title">{t('offer.ip')}</h2>
      {ip.length ? (
        <div class="table-scroll" tabIndex={0} role="region" aria-labelledby="ip-title">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('offer.ip.kind')}</th>
                <th scope="col">{t('offer.ip.number')}</th>
                <th scope="col">{t('offer.ip.state')}</th>
                <th scope="col">{t('offer.ip.territory')}</th>
              </tr>
            </thead>
            <tbody>
              {ip.map((row) => (
                <tr key={row.kind + String(row.number)}>
                  <td>{row.kind}</td>
                  <td>{row.number ?? unknown}</td>
                  <td>{row.state ?? unknown}</td>
                  <td>{row.territory ?? unknown}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : <p class="meta">{t('offer.noIp')}</p>}
    </section>
  );
};

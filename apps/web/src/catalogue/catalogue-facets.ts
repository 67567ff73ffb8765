import { Injectable } from '@nestjs/common';
import { OrganizationService } from '@app/organizations';
import type { FacetName, OfferSearchQuery, OfferSearchResult } from '@app/search';
import { TaxonomyService } from '@app/taxonomy';
import type { ActiveFilter, FacetGroup, FacetValue } from '../components/filters.js';
import type { MessageKey } from '../i18n/message-params.js';
import { type Say, sayIn } from '../i18n/say.js';
import type { Lang } from '../i18n/languages.js';
import { without } from './catalogue-query.js';

type Listed = 'field' | 'kind' | 'province' | 'transferMode' | 'condition' | 'supplier';

const LABEL = {
  field: 'catalogue.facet.field', kind: 'catalogue.facet.kind', province: 'catalogue.facet.province', transferMode: 'catalogue.facet.transferMode',
  condition: 'catalogue.facet.condition', supplier: 'catalogue.facet.supplier',
} as const satisfies Record<Listed, MessageKey>;

const PRICES = [50_000_000, 100_000_000, 300_000_000, 1_000_000_000];
const TRLS = [4, 7, 9];
/** The longest lists are cut: nobody reads ninety suppliers, and each costs every reader's line. */
const MOST_VALUES = 40;
const MOST_SUPPLIERS = 12;

/** Filters that have no group of their own: kept in the form, shown as chips. */
const KEPT = ['centre', 'priceMin', 'trlMax', 'exact'] as const;

/** The filters beside the results, and the chips that take them away. */
@Injectable()
export class CatalogueFacets {
  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly organizations: OrganizationService,
  ) {}

  async groups(query: OfferSearchQuery, facets: OfferSearchResult['facets'], lang: Lang): Promise<FacetGroup[]> {
    const say = sayIn(lang);
    const suppliers = [...(await this.organizations.resolveIds(query.supplier ?? [])).values()];
    const list = (name: Listed, chosen: string[] = []): FacetGroup => this.listed(name, chosen, facets, lang);
    return [
      list('field', query.field), list('province', query.province), trlGroup(query, say), priceGroup(query, say), list('kind', query.kind),
      readyGroup(query, facets, say), list('transferMode', query.transferMode), list('condition', query.condition), list('supplier', suppliers),
    ].filter(({ values }) => values.length > 0);
  }

  /** What the form must send along although it offers no choice of it. */
  kept(query: OfferSearchQuery): [string, string][] {
    return KEPT.flatMap((name) => [query[name] ?? []].flat().map((value): [string, string] => [name, String(value)]));
  }

  async active(query: OfferSearchQuery, lang: Lang): Promise<ActiveFilter[]> {
    const say = sayIn(lang);
    const chip = (name: keyof OfferSearchQuery, label: string, value?: string): ActiveFilter => ({ name, label, href: say.path('offers', {}, without(query, name, value)) });
    const coded = (['field', 'kind', 'province', 'transferMode', 'condition'] as const).flatMap((name) =>
      (query[name] ?? []).map((code) => chip(name, this.taxonomy.label(name, code, lang), code)),
    );
    const names = await this.supplierNames(query.supplier ?? []);
    return [
      ...coded,
      ...(query.supplier ?? []).map((value) => chip('supplier', names.get(value) ?? value, value)),
      ...(query.centre ?? []).map((value) => chip('centre', value, value)),
      ...rangeLabels(query, say).map(([name, label]) => chip(name, label)),
      ...(query.readyToTransfer === undefined ? [] : [chip('readyToTransfer', say.t(query.readyToTransfer ? 'offer.ready' : 'catalogue.facet.notReady'))]),
      ...(query.exact ? [chip('exact', say.t('catalogue.exact'))] : []),
    ];
  }

  private async supplierNames(values: string[]): Promise<Map<string, string>> {
    const named = await Promise.all(values.map(async (value) => [value, await this.nameOf(value)] as const));
    return new Map(named.flatMap(([value, name]) => (name ? [[value, name] as const] : [])));
  }

  private nameOf(idOrSlug: string): Promise<string | null> {
    return this.organizations.get(idOrSlug, 'supplier').then(({ name }) => name, () => null);
  }

  private listed(name: Listed, chosen: string[], facets: OfferSearchResult['facets'], lang: Lang): FacetGroup {
    const counted = (facets[name as FacetName] ?? []).slice(0, name === 'supplier' ? MOST_SUPPLIERS : MOST_VALUES);
    const values: FacetValue[] = counted.map((one) => ({ ...one, chosen: chosen.includes(one.value) }));
    // What is chosen stays in sight, also where nothing is found with it.
    const missing = chosen.filter((value) => !counted.some((one) => one.value === value) && value !== 'unknown');
    const label = (value: string): string => {
      const beyond = (facets[name as FacetName] ?? []).find((one) => one.value === value);
      return beyond?.label ?? (name === 'supplier' ? value : this.taxonomy.label(name, value, lang));
    };
    const more = missing.map((value) => ({ value, label: label(value), count: facets[name as FacetName]?.find((one) => one.value === value)?.count ?? 0, chosen: true }));
    return { name, label: sayIn(lang).t(LABEL[name]), type: 'checkbox', values: [...values, ...more] };
  }
}

/** Limits of numbers, in words. */
export const rangeLabels = (query: Pick<OfferSearchQuery, 'trlMin' | 'trlMax' | 'priceMin' | 'priceMax'>, { t, money }: Say): ['trlMin' | 'trlMax' | 'priceMin' | 'priceMax', string][] => [
  ...(query.trlMin === undefined ? [] : [['trlMin', t('catalogue.facet.trlAtLeast', { n: query.trlMin })] as const]),
  ...(query.trlMax === undefined ? [] : [['trlMax', t('catalogue.facet.trlAtMost', { n: query.trlMax })] as const]),
  ...(query.priceMin === undefined ? [] : [['priceMin', t('catalogue.facet.priceFrom', { amount: money(query.priceMin) })] as const]),
  ...(query.priceMax === undefined ? [] : [['priceMax', t('catalogue.facet.priceUpTo', { amount: money(query.priceMax) })] as const]),
].map(([name, label]) => [name, label]);

/** Radios with "any" at the end; a value from elsewhere is offered as well. */
const radios = (name: string, label: string, current: number | undefined, steps: number[], textOf: (step: number) => string, any: string): FacetGroup => {
  const offered = [...new Set([...steps, ...(current === undefined ? [] : [current])])].sort((a, b) => a - b);
  return {
    name, label, type: 'radio',
    values: [...offered.map((step) => ({ value: String(step), label: textOf(step), chosen: step === current })), { value: '', label: any, chosen: current === undefined }],
  };
};

const trlGroup = ({ trlMin }: OfferSearchQuery, { t }: Say): FacetGroup =>
  radios('trlMin', t('catalogue.facet.trl'), trlMin, TRLS, (n) => t('catalogue.facet.trlAtLeast', { n }), t('catalogue.facet.trlAny'));

const priceGroup = ({ priceMax }: OfferSearchQuery, { t, money }: Say): FacetGroup =>
  radios('priceMax', t('catalogue.facet.price'), priceMax, PRICES, (vnd) => t('catalogue.facet.priceUpTo', { amount: money(vnd) }), t('catalogue.facet.priceAny'));

const readyGroup = ({ readyToTransfer }: OfferSearchQuery, facets: OfferSearchResult['facets'], { t }: Say): FacetGroup => ({
  name: 'readyToTransfer', label: t('catalogue.facet.readyToTransfer'), type: 'checkbox',
  values: [{ value: 'true', label: t('offer.ready'), count: facets.readyToTransfer?.find(({ value }) => value === 'true')?.count ?? 0, chosen: readyToTransfer === true }],
});

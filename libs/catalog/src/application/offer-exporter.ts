import { Injectable } from '@nestjs/common';
import { OrganizationService } from '@app/organizations';
import { Database, quantityText } from '@app/platform';
import { OfferRepository } from '../data/offer.repository.js';
import type { OfferContent } from '../domain/offer-revision.js';
import { project } from '../domain/project.js';
import { OfferReader } from './offer-reader.js';

/** An offer under the columns of an import; what is empty is left out. */
export type ExportedOffer = Readonly<Record<string, unknown>>;

const PAGE = 500;

/** Gives offers out in the form in which they can come in again: page by page, in constant memory. */
@Injectable()
export class OfferExporter {
  constructor(
    private readonly database: Database,
    private readonly reader: OfferReader,
    private readonly offers: OfferRepository,
    private readonly organizations: OrganizationService,
  ) {}

  count({ everything }: { everything: boolean }): Promise<number> {
    return everything ? this.database.query<{ n: number }>('select count(*)::int as n from offer').then(([row]) => row.n) : this.reader.liveCount();
  }

  /** What every visitor may see of live offers; with `everything` the newest revision of all, hidden fields included, for staff. */
  async *offersFor({ everything }: { everything: boolean }): AsyncGenerator<ExportedOffer> {
    for (let after: string | null = null; ; ) {
      const ids: string[] = everything ? await this.allIds(after) : await this.reader.liveIds(after, PAGE);
      if (ids.length === 0) return;
      after = ids.at(-1)!;
      const found = await this.offers.findMany(ids);
      const taxCodes = everything ? await this.organizations.taxCodes(found.map(({ offer }) => offer.organizationId)) : new Map<string, string>();
      const centres = await this.organizations.otherCentres(found.map(({ offer }) => offer.organizationId));
      for (const { offer, supplier } of found) {
        const content = everything ? project(offer.working, 'insider') : project(offer.live!, 'public');
        yield withoutEmpty({
          code: offer.code, supplier: supplier.name, supplierCode: taxCodes.get(offer.organizationId), centre: centres.get(offer.organizationId), ...columnsOf(content),
        });
      }
    }
  }

  private async allIds(afterId: string | null): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>('select id from offer where $1::uuid is null or id > $1 order by id limit $2', [afterId, PAGE]);
    return rows.map((row) => row.id);
  }
}

const columnsOf = ({ en, price, specs, ip, sourceWords: _words, ...plain }: OfferContent): Record<string, unknown> => ({
  ...plain,
  titleEn: en?.title, summaryEn: en?.summary, descriptionEn: en?.description,
  priceMin: price?.min, priceMax: price?.max, priceKind: price?.kind, priceVat: price?.vat, priceUnit: price?.unit,
  specs: specs.map((spec) => `${spec.label}=${quantityText(spec)}`),
  ipKind: ip.map((asset) => asset.kind),
  ipNumber: aligned(ip.map((asset) => asset.number)), ipState: aligned(ip.map((asset) => asset.state)), ipTerritory: aligned(ip.map((asset) => asset.territory)),
});

/** Lists that belong together keep their places; one without any value is left out. */
const aligned = (values: (string | null)[]): string[] => (values.every((value) => value === null) ? [] : values.map((value) => value ?? ''));

const withoutEmpty = (row: Record<string, unknown>): ExportedOffer =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0)));

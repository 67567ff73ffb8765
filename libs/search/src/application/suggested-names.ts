import { Injectable } from '@nestjs/common';
import { OrganizationService } from '@app/organizations';
import { Clock, type Lang } from '@app/platform';
import { TaxonomyService } from '@app/taxonomy';
import { EmbeddedEngine } from '../adapters/embedded.engine.js';
import { NameList } from '../domain/name-list.js';
import type { FacetCount } from '../ports/search-engine.port.js';

const FRESH_MS = 15_000;

export interface SuggestedSupplierName {
  id: string;
  slug: string;
}

export interface Names {
  suppliers: NameList<SuggestedSupplierName>;
  /** By their codes, in each language. */
  fields: Record<Lang, NameList<string>>;
}

/**
 * The names of suppliers and fields that have offers now, weighed by how many, counted by the index in this process. They are
 * counted anew at most every 15 s, beside the question that finds them old: nobody waits for it but the first.
 */
@Injectable()
export class SuggestedNames {
  private kept: { at: number; names: Promise<Names> } | undefined;
  private renewing = false;

  constructor(
    private readonly engine: EmbeddedEngine,
    private readonly organizations: OrganizationService,
    private readonly taxonomy: TaxonomyService,
    private readonly clock: Clock,
  ) {}

  current(): Promise<Names> {
    const now = this.clock.now().getTime();
    if (!this.kept) this.kept = { at: now, names: this.forgetting(this.gather()) };
    else if (now - this.kept.at >= FRESH_MS && !this.renewing) void this.renew(now);
    return this.kept.names;
  }

  private async renew(now: number): Promise<void> {
    this.renewing = true;
    try {
      this.kept = { at: now, names: Promise.resolve(await this.gather()) };
    } catch {
      // The old names go on until the next question.
    } finally {
      this.renewing = false;
    }
  }

  /** A first gathering that fails is tried again by whoever asks next. */
  private forgetting(names: Promise<Names>): Promise<Names> {
    names.catch(() => (this.kept = undefined));
    return names;
  }

  private async gather(): Promise<Names> {
    const { facets } = await this.engine.search({ q: '', filters: {}, sort: 'newest', offset: 0, limit: 0, facets: ['supplier', 'field'], exact: false });
    const cards = await this.organizations.cards((facets.supplier ?? []).map(({ value }) => value));
    const suppliers = (facets.supplier ?? []).flatMap(({ value, count }) => {
      const card = cards.get(value);
      return card ? [{ item: { id: card.id, slug: card.slug }, name: card.name, weight: count }] : [];
    });
    const counted = facets.field ?? [];
    return { suppliers: new NameList(suppliers), fields: { vi: this.fieldsIn('vi', counted), en: this.fieldsIn('en', counted) } };
  }

  private fieldsIn(lang: Lang, counts: readonly FacetCount[]): NameList<string> {
    return new NameList(counts.map(({ value, count }) => ({ item: value, name: this.taxonomy.label('field', value, lang), weight: count })));
  }
}

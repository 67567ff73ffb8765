import { Injectable } from '@nestjs/common';
import { OrganizationService } from '@app/organizations';
import type { Actor } from '@app/platform';
import { type Scheme, TaxonomyService } from '@app/taxonomy';
import type { OfferFormChoices } from '../account/offer-form.page.js';
import type { Choice } from '../components/field.js';
import type { Lang } from '../i18n/languages.js';

/** What forms let people choose from, in the language of the page. */
@Injectable()
export class Choices {
  constructor(
    private readonly taxonomy: TaxonomyService,
    private readonly organizations: OrganizationService,
  ) {}

  of(scheme: Scheme, lang: Lang): Choice[] {
    return this.taxonomy.terms(scheme).filter((term) => term.validTo === null).map((term) => ({ value: term.code, label: term[lang] }));
  }

  async ofOfferForm(actor: Actor, lang: Lang): Promise<OfferFormChoices> {
    const cards = await this.organizations.cards(actor.organizationsOf('supplier'));
    return {
      kinds: this.of('kind', lang), fields: this.of('field', lang), provinces: this.of('province', lang), transferModes: this.of('transferMode', lang),
      priceKinds: this.of('priceKind', lang), vat: this.of('vat', lang), ipKinds: this.of('ipKind', lang), ipStates: this.of('ipState', lang),
      conditions: this.of('condition', lang),
      organizations: [...cards.values()].map(({ id, name }) => ({ value: id, label: name })),
    };
  }

  ofRequestForm(lang: Lang): { fields: Choice[]; provinces: Choice[]; transferModes: Choice[] } {
    return { fields: this.of('field', lang), provinces: this.of('province', lang), transferModes: this.of('transferMode', lang) };
  }
}

import { Injectable } from '@nestjs/common';
import type { ConnectionView } from '@app/connections';
import { AccountService } from '@app/identity';
import { CentreService, OrganizationService } from '@app/organizations';
import { TaxonomyService } from '@app/taxonomy';
import type { VNode } from 'preact';
import type { FormState } from '../components/form-state.js';
import { Choices } from '../forms/choices.js';
import { path } from '../i18n/routes.js';
import { t } from '../i18n/translate.js';
import type { PageView } from '../layout/page-view.js';
import { type ConnectionMessage, ConnectionPage, type ConnectionParty } from './connection.page.js';

/** Gathers the page of one connection. */
@Injectable()
export class ConnectionPages {
  constructor(
    private readonly organizations: OrganizationService,
    private readonly accounts: AccountService,
    private readonly centres: CentreService,
    private readonly taxonomy: TaxonomyService,
    private readonly choices: Choices,
  ) {}

  async page(view: PageView, connection: ConnectionView, form?: FormState): Promise<VNode> {
    const { lang } = view;
    const contacts = await this.contactsOf(connection);
    const [outcome] = connection.outcomes ?? [];
    return (
      <ConnectionPage
        view={view}
        id={connection.id}
        state={connection.state}
        isCentre={connection.side === 'centre'}
        offer={connection.offer}
        request={connection.request ?? null}
        supply={{ ...partyOf(connection, 'supply', contacts), href: path(lang, 'supplier', { slug: connection.supplier.slug }) }}
        demand={partyOf(connection, 'demand', contacts)}
        declinedFor={connection.declineReason}
        outcome={outcome ? this.taxonomy.label('connectionOutcome', outcome.outcome, lang) : null}
        messages={await this.messagesOf(view, connection)}
        allowed={connection.allowedActions.map((action) => (action === 'message' ? 'messages' : action))}
        outcomes={this.choices.of('connectionOutcome', lang)}
        form={form}
      />
    );
  }

  /** Whom to call: for the parties once both have confirmed, for the centres at once. */
  private async contactsOf({ supplier, buyer, side, confirmedAt }: ConnectionView): Promise<Map<string, string>> {
    if (!buyer || (side !== 'centre' && confirmedAt === null)) return new Map();
    const ids = [supplier.id, buyer.id];
    const [given, members] = await Promise.all([this.organizations.contacts(ids), this.organizations.memberAccounts(ids)]);
    const first = new Map([...members].map(([organization, [account]]) => [organization, account]));
    const addresses = await this.accounts.mailAddresses([...first.values()]);
    const ofAccount = (id: string): string => {
      const found = addresses.get(first.get(id) ?? '');
      return [found?.name, found?.email].filter(Boolean).join(', ');
    };
    return new Map(ids.map((id) => [id, given.get(id) ?? ofAccount(id)]));
  }

  private async messagesOf({ lang }: PageView, { messages = [], supplier, buyer, side }: ConnectionView): Promise<ConnectionMessage[]> {
    const centre = await this.centres.own();
    const authors: Record<string, string> = {
      supply: supplier.name, demand: buyer?.name ?? t(lang)('request.anonymous'), centre: lang === 'vi' ? centre.name : centre.nameEn,
    };
    return messages.map((message) => ({ id: message.id, author: authors[message.side], at: message.at, text: message.text, isOwn: message.side === side }));
  }
}

const partyOf = (connection: ConnectionView, side: 'supply' | 'demand', contacts: Map<string, string>): ConnectionParty => {
  const organization = side === 'supply' ? connection.supplier : connection.buyer;
  return {
    name: organization?.name ?? null,
    contact: contacts.get(organization?.id ?? '') || null,
    confirmedAt: connection.confirmations.find((one) => one.side === side)?.at ?? null,
  };
};

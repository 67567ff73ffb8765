import { type Actor, Code, Codes, Day, Flag, MayBeAbsent, NestedList, OneOf, Optional, PageQuery, parseQuantity, Text, TEXT_MAX, TITLE_MAX, Vnd, WholeNumber } from '@app/platform';
import type { RequestDetails } from '../application/request.service.js';
import type { RequestContent } from '../domain/request.js';
import { EMPTY_REQUEST } from '../domain/request.js';
import { allowedActions } from '../domain/request.policy.js';

export class QuantityBody {
  @Text(300, { min: 1 }) name: string;
  @Text(1_000) value: string;
  @Optional() @Text(100) unit?: string | null;
}

class RequestFields {
  @MayBeAbsent() @OneOf(['vi', 'en']) lang?: string;
  @MayBeAbsent() @Codes(10) fields?: string[];
  @Optional() @Code() province?: string | null;
  @Optional() @Vnd() budgetMax?: number | null;
  @Optional() @WholeNumber(1, 9) trlMin?: number | null;
  @MayBeAbsent() @Codes(12) transferModes?: string[];
  @Optional() @Day() deadline?: string | null;
  @MayBeAbsent() @Flag() anonymous?: boolean;
  @MayBeAbsent() @NestedList(() => QuantityBody, 50) quantities?: QuantityBody[];
}

export class CreateRequestBody extends RequestFields {
  @Text(TITLE_MAX, { min: 1 }) title: string;
  @Text(TEXT_MAX, { min: 1 }) need: string;
  @MayBeAbsent() @Text(36) organizationId?: string;
}

export class EditRequestBody extends RequestFields {
  @MayBeAbsent() @WholeNumber(1, 2_000_000_000) version?: number;
  @MayBeAbsent() @Text(TITLE_MAX, { min: 1 }) title?: string;
  @MayBeAbsent() @Text(TEXT_MAX, { min: 1 }) need?: string;
}

export class RequestDecisionBody {
  @Optional() @WholeNumber(1, 2_000_000_000) version?: number;
}

export class ReturnRequestBody extends RequestDecisionBody {
  @Text(TEXT_MAX, { min: 1 }) reason: string;
}

export class CloseRequestBody {
  @Code() outcome: string;
  @Optional() @Text(TEXT_MAX) note?: string | null;
}

export class MyRequestsQuery extends PageQuery {
  @Optional() @OneOf(['draft', 'submitted', 'returned', 'open', 'closed', 'withdrawn']) state?: string;
}

/** The domain's content from a body. */
export const requestContentOf = (body: RequestFields & { title?: string; need?: string }): Partial<RequestContent> & { anonymous?: boolean } => {
  const { quantities, ...plain } = body;
  const content: Partial<RequestContent> & { anonymous?: boolean } = {};
  for (const [field, value] of Object.entries(plain)) {
    if (value === undefined || field === 'version' || field === 'organizationId') continue;
    Object.assign(content, { [field]: value ?? (EMPTY_REQUEST as Record<string, unknown>)[field] });
  }
  if (quantities) content.quantities = quantities.map(({ name, value, unit }) => parseQuantity({ name, value, unit: unit ?? null }));
  return content;
};

export interface RequestContentView extends Omit<RequestContent, 'quantities' | 'budgetMax'> {
  quantities: { name: string; value: string; unit: string | null }[];
  budgetMax?: number | null;
}

export interface RequestView extends RequestContentView {
  id: string;
  slug: string;
  version: number;
  revision: number;
  state: string;
  revisionState?: string;
  anonymous: boolean;
  allowedActions: string[];
  organization?: { id: string; slug: string; name: string };
  centre: { id: string; slug: string; name: string };
  openedAt: string | null;
  live?: (RequestContentView & { revision: number }) | null;
  returnReason?: string | null;
  outcome?: string | null;
  outcomeNote?: string | null;
}

const contentView = ({ quantities, budgetMax, ...content }: RequestContent, insider: boolean): RequestContentView => ({
  ...content,
  quantities: quantities.map(({ label, raw, unit }) => ({ name: label, value: raw, unit })),
  ...(insider ? { budgetMax } : {}),
});

/** What the actor may see: the budget only for the owner and brokers, no name where the request is anonymous. */
export const toRequestView = ({ request, organization, centre, insider }: RequestDetails, actor: Actor): RequestView => {
  const shown = insider ? request.working : request.live!;
  return {
    ...contentView(shown.content, insider),
    id: request.id,
    slug: request.slug,
    version: request.version,
    revision: shown.number,
    state: request.state,
    anonymous: insider ? request.wantsAnonymity : request.anonymous,
    allowedActions: allowedActions(actor, request),
    ...(insider || !request.anonymous ? { organization } : {}),
    centre,
    openedAt: request.openedAt?.toISOString() ?? null,
    ...(insider
      ? {
          revisionState: shown.state,
          live: request.live ? { ...contentView(request.live.content, true), revision: request.live.number } : null,
          returnReason: shown.state === 'returned' ? shown.returnReason : null,
          outcome: request.outcome,
          outcomeNote: request.outcomeNote,
        }
      : {}),
  };
};

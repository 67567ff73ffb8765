-- What the migrations make of an empty database; written by `npm run check -- --write`.

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        raise exception 'the event log is append-only' using errcode = 'insufficient_privilege';
      end $function$
;

create sequence dead_letter_id_seq;

create sequence event_sequence_seq;

create sequence migrations_id_seq;

create table account (
  blocked_at timestamp with time zone,
  centre_id uuid,
  created_at timestamp with time zone not null default now(),
  email text not null,
  failed_logins integer not null default 0,
  id uuid not null,
  lang text not null default 'vi'::text,
  locked_until timestamp with time zone,
  password_hash text,
  roles text[] not null default '{}'::text[],
  version integer not null default 1,
  constraint account_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint account_lang_check CHECK ((lang = ANY (ARRAY['vi'::text, 'en'::text]))),
  constraint account_pkey PRIMARY KEY (id)
);
CREATE INDEX account_centre ON public.account USING btree (centre_id);
CREATE UNIQUE INDEX account_email ON public.account USING btree (lower(email));

create table account_token (
  account_id uuid not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  purpose text not null,
  token_hash bytea not null,
  used_at timestamp with time zone,
  constraint account_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint account_token_pkey PRIMARY KEY (token_hash),
  constraint account_token_purpose_check CHECK ((purpose = ANY (ARRAY['verify-email'::text, 'reset-password'::text, 'invite'::text])))
);
CREATE INDEX account_token_account ON public.account_token USING btree (account_id);

create table centre (
  created_at timestamp with time zone not null default now(),
  hours text,
  hours_en text,
  id uuid not null,
  is_own boolean not null default false,
  name text not null,
  name_en text not null,
  phone text,
  province text,
  slug text not null,
  version integer not null default 1,
  constraint centre_pkey PRIMARY KEY (id),
  constraint centre_slug_key UNIQUE (slug)
);
CREATE UNIQUE INDEX centre_own ON public.centre USING btree (is_own) WHERE is_own;

create table claim (
  account_id uuid not null,
  created_at timestamp with time zone not null default now(),
  decided_at timestamp with time zone,
  decided_by uuid,
  id uuid not null,
  organization_id uuid not null,
  reason text,
  state text not null,
  constraint claim_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint claim_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id),
  constraint claim_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint claim_pkey PRIMARY KEY (id),
  constraint claim_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'refused'::text])))
);
CREATE INDEX claim_account ON public.claim USING btree (account_id);
CREATE INDEX claim_organization ON public.claim USING btree (organization_id);

create table connection (
  buyer_id uuid not null,
  confirmed_at timestamp with time zone,
  decline_reason text,
  declined_at timestamp with time zone,
  demand_centre_id uuid not null,
  id uuid not null,
  match_id uuid,
  offer_id uuid not null,
  opened_at timestamp with time zone not null default now(),
  opened_by uuid,
  request_id uuid,
  state text not null,
  supplier_id uuid not null,
  supply_centre_id uuid not null,
  version integer not null default 1,
  constraint connection_buyer_id_fkey FOREIGN KEY (buyer_id) REFERENCES organization(id),
  constraint connection_demand_centre_id_fkey FOREIGN KEY (demand_centre_id) REFERENCES centre(id),
  constraint connection_match_id_fkey FOREIGN KEY (match_id) REFERENCES match(id),
  constraint connection_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id),
  constraint connection_pkey PRIMARY KEY (id),
  constraint connection_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id),
  constraint connection_state_check CHECK ((state = ANY (ARRAY['enquired'::text, 'introduced'::text, 'confirmed'::text, 'declined'::text, 'concluded'::text]))),
  constraint connection_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES organization(id),
  constraint connection_supply_centre_id_fkey FOREIGN KEY (supply_centre_id) REFERENCES centre(id)
);
CREATE INDEX connection_buyer ON public.connection USING btree (buyer_id, id DESC);
CREATE INDEX connection_confirmed ON public.connection USING btree (buyer_id) WHERE (confirmed_at IS NOT NULL);
CREATE INDEX connection_demand_centre ON public.connection USING btree (demand_centre_id, id DESC);
CREATE INDEX connection_offer ON public.connection USING btree (offer_id);
CREATE INDEX connection_request ON public.connection USING btree (request_id) WHERE (request_id IS NOT NULL);
CREATE INDEX connection_supplier ON public.connection USING btree (supplier_id, id DESC);
CREATE INDEX connection_supply_centre ON public.connection USING btree (supply_centre_id, id DESC);
CREATE UNIQUE INDEX connection_match ON public.connection USING btree (match_id) WHERE (match_id IS NOT NULL);

create table connection_confirmation (
  account_id uuid,
  at timestamp with time zone not null,
  connection_id uuid not null,
  side text not null,
  constraint connection_confirmation_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint connection_confirmation_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connection(id),
  constraint connection_confirmation_pkey PRIMARY KEY (connection_id, side),
  constraint connection_confirmation_side_check CHECK ((side = ANY (ARRAY['supply'::text, 'demand'::text])))
);

create table connection_message (
  account_id uuid,
  at timestamp with time zone not null,
  connection_id uuid not null,
  id uuid not null,
  side text not null,
  text text not null,
  constraint connection_message_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint connection_message_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connection(id),
  constraint connection_message_pkey PRIMARY KEY (id),
  constraint connection_message_side_check CHECK ((side = ANY (ARRAY['supply'::text, 'demand'::text, 'centre'::text])))
);
CREATE INDEX connection_message_connection ON public.connection_message USING btree (connection_id, id);

create table connection_outcome (
  account_id uuid,
  at timestamp with time zone not null,
  connection_id uuid not null,
  id uuid not null,
  note text,
  outcome text not null,
  side text not null default 'centre'::text,
  value_max bigint,
  value_min bigint,
  constraint connection_outcome_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint connection_outcome_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connection(id),
  constraint connection_outcome_pkey PRIMARY KEY (id),
  constraint connection_outcome_side_check CHECK ((side = ANY (ARRAY['supply'::text, 'demand'::text, 'centre'::text])))
);
CREATE INDEX connection_outcome_connection ON public.connection_outcome USING btree (connection_id, id DESC);

create table consent (
  given_at timestamp with time zone not null default now(),
  id uuid not null,
  origin text not null,
  person_id uuid not null,
  purpose text not null,
  text_version text not null,
  withdrawn_at timestamp with time zone,
  constraint consent_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint consent_pkey PRIMARY KEY (id)
);
CREATE INDEX consent_person ON public.consent USING btree (person_id, purpose);

create table contact (
  created_at timestamp with time zone not null default now(),
  email text,
  erased_at timestamp with time zone,
  id uuid not null,
  name text,
  organization_id uuid not null,
  phone text,
  constraint contact_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint contact_pkey PRIMARY KEY (id)
);
CREATE INDEX contact_organization ON public.contact USING btree (organization_id);

create table dead_letter (
  data jsonb not null,
  error text not null,
  event_id uuid,
  failed_at timestamp with time zone not null default now(),
  handler text not null,
  id bigint not null generated always as identity,
  job text not null,
  queue text not null default 'bulk'::text,
  resolved_at timestamp with time zone,
  constraint dead_letter_pkey PRIMARY KEY (id)
);
CREATE INDEX dead_letter_event ON public.dead_letter USING btree (event_id, handler);
CREATE INDEX dead_letter_open ON public.dead_letter USING btree (failed_at) WHERE (resolved_at IS NULL);

create table declined_match_notice (
  account_id uuid not null,
  event_id uuid not null,
  constraint declined_match_notice_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint declined_match_notice_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id),
  constraint declined_match_notice_pkey PRIMARY KEY (event_id, account_id)
);
CREATE INDEX declined_match_notice_account ON public.declined_match_notice USING btree (account_id);

create table delivery (
  account_id uuid not null,
  attempts integer not null default 0,
  channel text not null,
  claimed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  due_at timestamp with time zone not null,
  error text,
  frequency text not null,
  id uuid not null,
  joined_to uuid,
  match_ids uuid[] not null default '{}'::uuid[],
  message_id text not null,
  notification_id uuid not null,
  offer_ids uuid[] not null default '{}'::uuid[],
  sent_at timestamp with time zone,
  state text not null,
  constraint delivery_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint delivery_channel_check CHECK ((channel = 'mail'::text)),
  constraint delivery_frequency_check CHECK ((frequency = ANY (ARRAY['at-once'::text, 'daily'::text, 'weekly'::text]))),
  constraint delivery_joined_to_fkey FOREIGN KEY (joined_to) REFERENCES delivery(id),
  constraint delivery_message_id_key UNIQUE (message_id),
  constraint delivery_notification_id_fkey FOREIGN KEY (notification_id) REFERENCES notification(id),
  constraint delivery_pkey PRIMARY KEY (id),
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'claimed'::text, 'sent'::text, 'unknown'::text, 'failed'::text, 'skipped'::text, 'joined'::text])))
);
CREATE INDEX delivery_account ON public.delivery USING btree (account_id, id DESC);
CREATE INDEX delivery_due ON public.delivery USING btree (due_at) WHERE (state = ANY (ARRAY['waiting'::text, 'claimed'::text]));
CREATE INDEX delivery_joined ON public.delivery USING btree (joined_to) WHERE (joined_to IS NOT NULL);
CREATE INDEX delivery_notification ON public.delivery USING btree (notification_id);

create table event (
  actor uuid,
  at timestamp with time zone not null,
  centre uuid,
  data jsonb not null,
  from_state text,
  id uuid not null,
  organization uuid,
  origin text not null,
  sequence bigint not null generated always as identity,
  subject uuid not null,
  to_state text,
  type text not null,
  version integer not null,
  constraint event_id_key UNIQUE (id),
  constraint event_pkey PRIMARY KEY (sequence)
);
CREATE INDEX event_actor ON public.event USING btree (actor, sequence DESC) WHERE (actor IS NOT NULL);
CREATE INDEX event_at ON public.event USING btree (at);
CREATE INDEX event_centre ON public.event USING btree (centre, sequence DESC);
CREATE INDEX event_subject ON public.event USING btree (subject, sequence DESC);
CREATE INDEX event_type ON public.event USING btree (type, sequence DESC);
CREATE TRIGGER event_append_only BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table event_handler (
  after_sequence bigint not null,
  name text not null,
  seen_at timestamp with time zone not null default now(),
  types text[] not null,
  constraint event_handler_pkey PRIMARY KEY (name)
);

create table follow_up (
  connection_id uuid not null,
  done_at timestamp with time zone,
  due date not null,
  constraint follow_up_connection_id_fkey FOREIGN KEY (connection_id) REFERENCES connection(id),
  constraint follow_up_pkey PRIMARY KEY (connection_id, due)
);
CREATE INDEX follow_up_due ON public.follow_up USING btree (due) WHERE (done_at IS NULL);

create table handled (
  at timestamp with time zone not null default now(),
  event_id uuid not null,
  handler text not null,
  constraint handled_pkey PRIMARY KEY (event_id, handler)
);
CREATE INDEX handled_age ON public.handled USING btree (at);

create table idempotency_key (
  account_id uuid not null,
  answer jsonb,
  body_hash text not null,
  committed boolean not null default false,
  created_at timestamp with time zone not null default now(),
  key text not null,
  route text not null,
  status integer,
  constraint idempotency_key_pkey PRIMARY KEY (account_id, route, key)
);
CREATE INDEX idempotency_key_age ON public.idempotency_key USING btree (created_at);

create table installation (
  key text not null,
  value jsonb not null,
  constraint installation_pkey PRIMARY KEY (key)
);

create table ip_asset (
  kind text not null,
  number text,
  position smallint not null,
  revision_id uuid not null,
  state text,
  territory text,
  constraint ip_asset_pkey PRIMARY KEY (revision_id, "position"),
  constraint ip_asset_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES offer_revision(id) ON DELETE CASCADE
);

create table match (
  beyond_budget boolean not null default false,
  created_at timestamp with time zone not null default now(),
  demand_centre_id uuid not null,
  dismiss_note text,
  dismiss_reason text,
  id uuid not null,
  is_current boolean not null default true,
  offer_id uuid not null,
  offer_organization_id uuid not null,
  offer_revision integer not null,
  parts jsonb not null,
  request_id uuid not null,
  request_organization_id uuid not null,
  request_revision integer not null,
  rule_version integer not null,
  score real not null,
  shown_version integer default 1,
  state text not null,
  supply_centre_id uuid not null,
  updated_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint match_demand_centre_id_fkey FOREIGN KEY (demand_centre_id) REFERENCES centre(id),
  constraint match_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id),
  constraint match_offer_organization_id_fkey FOREIGN KEY (offer_organization_id) REFERENCES organization(id),
  constraint match_pkey PRIMARY KEY (id),
  constraint match_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id),
  constraint match_request_id_offer_id_key UNIQUE (request_id, offer_id),
  constraint match_request_organization_id_fkey FOREIGN KEY (request_organization_id) REFERENCES organization(id),
  constraint match_state_check CHECK ((state = ANY (ARRAY['suggested'::text, 'shortlisted'::text, 'introduced'::text, 'dismissed'::text]))),
  constraint match_supply_centre_id_fkey FOREIGN KEY (supply_centre_id) REFERENCES centre(id)
);
CREATE INDEX match_demand_centre ON public.match USING btree (demand_centre_id);
CREATE INDEX match_offer ON public.match USING btree (offer_id, score DESC, id) WHERE is_current;
CREATE INDEX match_request ON public.match USING btree (request_id, score DESC, id) WHERE is_current;
CREATE INDEX match_supply_centre ON public.match USING btree (supply_centre_id);

create table match_verdict (
  account_id uuid not null,
  at timestamp with time zone not null,
  id uuid not null,
  match_id uuid not null,
  note text,
  verdict text not null,
  constraint match_verdict_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint match_verdict_match_id_account_id_key UNIQUE (match_id, account_id),
  constraint match_verdict_match_id_fkey FOREIGN KEY (match_id) REFERENCES match(id),
  constraint match_verdict_pkey PRIMARY KEY (id)
);

create table member (
  account_id uuid not null,
  created_at timestamp with time zone not null default now(),
  organization_id uuid not null,
  role text not null default 'editor'::text,
  constraint member_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint member_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint member_pkey PRIMARY KEY (organization_id, account_id),
  constraint member_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'editor'::text])))
);
CREATE INDEX member_account ON public.member USING btree (account_id);

create table notification (
  account_id uuid not null,
  created_at timestamp with time zone not null default now(),
  dedupe_key text not null,
  id uuid not null,
  kind text not null,
  match_ids uuid[] not null default '{}'::uuid[],
  offer_ids uuid[] not null default '{}'::uuid[],
  params jsonb not null,
  read_at timestamp with time zone,
  request_id uuid,
  template text not null,
  constraint notification_account_id_dedupe_key_key UNIQUE (account_id, dedupe_key),
  constraint notification_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint notification_kind_check CHECK ((kind = ANY (ARRAY['match'::text, 'moderation'::text, 'enquiry'::text, 'connection'::text, 'message'::text, 'savedSearch'::text, 'system'::text]))),
  constraint notification_pkey PRIMARY KEY (id)
);
CREATE INDEX notification_account ON public.notification USING btree (account_id, id DESC);
CREATE INDEX notification_request ON public.notification USING btree (account_id, request_id, id DESC) WHERE (request_id IS NOT NULL);
CREATE INDEX notification_unread ON public.notification USING btree (account_id) WHERE (read_at IS NULL);

create table notification_preference (
  account_id uuid not null,
  channel text not null,
  frequency text not null,
  kind text not null,
  constraint notification_preference_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint notification_preference_channel_check CHECK ((channel = ANY (ARRAY['app'::text, 'mail'::text]))),
  constraint notification_preference_frequency_check CHECK ((frequency = ANY (ARRAY['at-once'::text, 'daily'::text, 'weekly'::text, 'never'::text]))),
  constraint notification_preference_pkey PRIMARY KEY (account_id, kind, channel)
);

create table notified_match (
  account_id uuid not null,
  at timestamp with time zone not null default now(),
  channel text not null,
  match_id uuid not null,
  notification_id uuid not null,
  constraint notified_match_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint notified_match_channel_check CHECK ((channel = ANY (ARRAY['app'::text, 'mail'::text]))),
  constraint notified_match_match_id_fkey FOREIGN KEY (match_id) REFERENCES match(id),
  constraint notified_match_notification_id_fkey FOREIGN KEY (notification_id) REFERENCES notification(id),
  constraint notified_match_pkey PRIMARY KEY (account_id, match_id, channel)
);
CREATE INDEX notified_match_match ON public.notified_match USING btree (match_id);
CREATE INDEX notified_match_notification ON public.notified_match USING btree (notification_id);

create table offer (
  centre_id uuid not null,
  code text not null,
  created_at timestamp with time zone not null default now(),
  id uuid not null,
  image text,
  imported_hash text,
  imported_revision integer,
  live_revision_id uuid,
  organization_id uuid not null,
  published_at timestamp with time zone,
  slug text not null,
  updated_at timestamp with time zone not null default now(),
  version integer not null default 1,
  visibility text not null default 'unpublished'::text,
  working_revision_id uuid,
  constraint offer_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint offer_live_revision_id_fkey FOREIGN KEY (live_revision_id) REFERENCES offer_revision(id),
  constraint offer_organization_id_code_key UNIQUE (organization_id, code),
  constraint offer_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint offer_pkey PRIMARY KEY (id),
  constraint offer_slug_key UNIQUE (slug),
  constraint offer_visibility_check CHECK ((visibility = ANY (ARRAY['unpublished'::text, 'live'::text, 'withdrawn'::text, 'suspended'::text]))),
  constraint offer_working_revision_id_fkey FOREIGN KEY (working_revision_id) REFERENCES offer_revision(id)
);
CREATE INDEX offer_centre ON public.offer USING btree (centre_id);
CREATE INDEX offer_changed ON public.offer USING btree (updated_at DESC) WHERE (visibility = 'live'::text);
CREATE INDEX offer_live ON public.offer USING btree (published_at DESC, id DESC) WHERE (visibility = 'live'::text);
CREATE INDEX offer_live_revision ON public.offer USING btree (live_revision_id);
CREATE INDEX offer_organization ON public.offer USING btree (organization_id, id DESC);
CREATE INDEX offer_working_revision ON public.offer USING btree (working_revision_id);

create table offer_revision (
  condition text,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  decided_at timestamp with time zone,
  decided_by uuid,
  description text not null default ''::text,
  disclosure jsonb not null default '{}'::jsonb,
  en jsonb,
  fields text[] not null default '{}'::text[],
  id uuid not null,
  images text[] not null default '{}'::text[],
  keywords text[] not null default '{}'::text[],
  kind text not null,
  lang text not null default 'vi'::text,
  maker text,
  number integer not null,
  offer_id uuid not null,
  origin text,
  price_kind text,
  price_max bigint,
  price_min bigint,
  price_unit text,
  price_vat text,
  province text,
  ready_to_transfer boolean not null default false,
  return_reason text,
  source_words jsonb not null default '{}'::jsonb,
  state text not null,
  submitted_at timestamp with time zone,
  submitted_by uuid,
  summary text not null default ''::text,
  title text not null,
  transfer_modes text[] not null default '{}'::text[],
  trl smallint,
  url text,
  valid_until date,
  warranty text,
  year smallint,
  constraint offer_revision_check CHECK (((price_min IS NULL) OR (price_max IS NULL) OR (price_min <= price_max))),
  constraint offer_revision_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id),
  constraint offer_revision_offer_id_number_key UNIQUE (offer_id, number),
  constraint offer_revision_pkey PRIMARY KEY (id),
  constraint offer_revision_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'approved'::text])))
);
CREATE INDEX offer_revision_queue ON public.offer_revision USING btree (submitted_at, offer_id) WHERE (state = 'submitted'::text);
CREATE INDEX offer_revision_valid_until ON public.offer_revision USING btree (valid_until) WHERE ((valid_until IS NOT NULL) AND (state = 'approved'::text));

create table offer_slug (
  offer_id uuid not null,
  slug text not null,
  constraint offer_slug_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id),
  constraint offer_slug_pkey PRIMARY KEY (slug)
);
CREATE INDEX offer_slug_offer ON public.offer_slug USING btree (offer_id);

create table offer_specification (
  canonical_max double precision,
  canonical_min double precision,
  dimension text,
  label text not null,
  max double precision,
  min double precision,
  position smallint not null,
  raw text not null,
  revision_id uuid not null,
  unit text,
  constraint offer_specification_pkey PRIMARY KEY (revision_id, "position"),
  constraint offer_specification_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES offer_revision(id) ON DELETE CASCADE
);

create table offer_suspension (
  id uuid not null,
  offer_id uuid not null,
  reason text not null,
  resumed_at timestamp with time zone,
  resumed_by uuid,
  suspended_at timestamp with time zone not null,
  suspended_by uuid,
  constraint offer_suspension_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id),
  constraint offer_suspension_pkey PRIMARY KEY (id)
);
CREATE INDEX offer_suspension_offer ON public.offer_suspension USING btree (offer_id, suspended_at DESC);

create table organization (
  centre_id uuid not null,
  claimed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  description text,
  description_en text,
  folded_name text not null,
  id uuid not null,
  kind text not null,
  merged_into uuid,
  name text not null,
  province text,
  slug text not null,
  tax_code text,
  verified_at timestamp with time zone,
  version integer not null default 1,
  website text,
  constraint organization_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint organization_kind_check CHECK ((kind = ANY (ARRAY['supplier'::text, 'enterprise'::text]))),
  constraint organization_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES organization(id),
  constraint organization_pkey PRIMARY KEY (id),
  constraint organization_slug_key UNIQUE (slug)
);
CREATE INDEX organization_centre ON public.organization USING btree (centre_id, kind);
CREATE INDEX organization_folded_name ON public.organization USING btree (folded_name, kind, centre_id) WHERE (merged_into IS NULL);
CREATE INDEX organization_kind ON public.organization USING btree (kind, id DESC);
CREATE INDEX organization_merged ON public.organization USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE UNIQUE INDEX organization_name ON public.organization USING btree (kind, centre_id, folded_name) WHERE ((tax_code IS NULL) AND (merged_into IS NULL));
CREATE UNIQUE INDEX organization_tax_code ON public.organization USING btree (kind, tax_code) WHERE ((tax_code IS NOT NULL) AND (merged_into IS NULL));

create table organization_slug (
  organization_id uuid not null,
  slug text not null,
  constraint organization_slug_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint organization_slug_pkey PRIMARY KEY (slug)
);
CREATE INDEX organization_slug_organization ON public.organization_slug USING btree (organization_id);

create table outbox (
  created_at timestamp with time zone not null default clock_timestamp(),
  event_id uuid not null,
  sent_at timestamp with time zone,
  type text not null,
  constraint outbox_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id),
  constraint outbox_pkey PRIMARY KEY (event_id)
);
CREATE INDEX outbox_sent ON public.outbox USING btree (sent_at) WHERE (sent_at IS NOT NULL);
CREATE INDEX outbox_unsent ON public.outbox USING btree (created_at) WHERE (sent_at IS NULL);

create table person (
  account_id uuid,
  erased_at timestamp with time zone,
  id uuid not null,
  name text,
  phone text,
  constraint person_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint person_account_id_key UNIQUE (account_id),
  constraint person_pkey PRIMARY KEY (id)
);

create table reference_term (
  code text not null,
  en text not null,
  parent text,
  position integer not null default 0,
  replaced_by text,
  scheme text not null,
  valid_from date not null default '2000-01-01'::date,
  valid_to date,
  vi text not null,
  constraint reference_term_pkey PRIMARY KEY (scheme, code, valid_from)
);
CREATE INDEX reference_term_parent ON public.reference_term USING btree (scheme, parent);

create table request (
  anonymous boolean not null default false,
  centre_id uuid not null,
  closed_at timestamp with time zone,
  code text,
  created_at timestamp with time zone not null default now(),
  id uuid not null,
  imported_hash text,
  live_revision_id uuid,
  opened_at timestamp with time zone,
  organization_id uuid not null,
  outcome text,
  outcome_note text,
  slug text not null,
  state text not null,
  updated_at timestamp with time zone not null default now(),
  version integer not null default 1,
  working_revision_id uuid,
  constraint request_centre_id_fkey FOREIGN KEY (centre_id) REFERENCES centre(id),
  constraint request_live_revision_id_fkey FOREIGN KEY (live_revision_id) REFERENCES request_revision(id),
  constraint request_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id),
  constraint request_pkey PRIMARY KEY (id),
  constraint request_slug_key UNIQUE (slug),
  constraint request_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'open'::text, 'closed'::text, 'withdrawn'::text]))),
  constraint request_working_revision_id_fkey FOREIGN KEY (working_revision_id) REFERENCES request_revision(id)
);
CREATE INDEX request_centre ON public.request USING btree (centre_id, state);
CREATE INDEX request_live_revision ON public.request USING btree (live_revision_id);
CREATE INDEX request_open ON public.request USING btree (opened_at DESC, id DESC) WHERE (state = 'open'::text);
CREATE INDEX request_organization ON public.request USING btree (organization_id, id DESC);
CREATE INDEX request_working_revision ON public.request USING btree (working_revision_id);
CREATE UNIQUE INDEX request_code ON public.request USING btree (organization_id, code) WHERE (code IS NOT NULL);

create table request_quantity (
  canonical_max double precision,
  canonical_min double precision,
  dimension text,
  label text not null,
  max double precision,
  min double precision,
  position smallint not null,
  raw text not null,
  revision_id uuid not null,
  unit text,
  constraint request_quantity_pkey PRIMARY KEY (revision_id, "position"),
  constraint request_quantity_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES request_revision(id) ON DELETE CASCADE
);

create table request_revision (
  anonymity boolean,
  budget_max bigint,
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  deadline date,
  decided_at timestamp with time zone,
  decided_by uuid,
  fields text[] not null default '{}'::text[],
  id uuid not null,
  lang text not null default 'vi'::text,
  need text not null,
  number integer not null,
  province text,
  request_id uuid not null,
  return_reason text,
  state text not null,
  submitted_at timestamp with time zone,
  submitted_by uuid,
  title text not null,
  transfer_modes text[] not null default '{}'::text[],
  trl_min smallint,
  constraint request_revision_pkey PRIMARY KEY (id),
  constraint request_revision_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id),
  constraint request_revision_request_id_number_key UNIQUE (request_id, number),
  constraint request_revision_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'approved'::text])))
);
CREATE INDEX request_revision_queue ON public.request_revision USING btree (submitted_at, request_id) WHERE (state = 'submitted'::text);

create table request_slug (
  request_id uuid not null,
  slug text not null,
  constraint request_slug_pkey PRIMARY KEY (slug),
  constraint request_slug_request_id_fkey FOREIGN KEY (request_id) REFERENCES request(id)
);
CREATE INDEX request_slug_request ON public.request_slug USING btree (request_id);

create table saved_search (
  account_id uuid not null,
  created_at timestamp with time zone not null default now(),
  frequency text not null,
  id uuid not null,
  last_run_at timestamp with time zone,
  name text not null,
  query text not null,
  version integer not null default 1,
  constraint saved_search_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint saved_search_pkey PRIMARY KEY (id)
);
CREATE INDEX saved_search_account ON public.saved_search USING btree (account_id, id DESC);
CREATE UNIQUE INDEX saved_search_once ON public.saved_search USING btree (account_id, md5(query));

create table saved_search_hit (
  at timestamp with time zone not null default now(),
  offer_id uuid not null,
  saved_search_id uuid not null,
  constraint saved_search_hit_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id),
  constraint saved_search_hit_pkey PRIMARY KEY (saved_search_id, offer_id),
  constraint saved_search_hit_saved_search_id_fkey FOREIGN KEY (saved_search_id) REFERENCES saved_search(id) ON DELETE CASCADE
);
CREATE INDEX saved_search_hit_latest ON public.saved_search_hit USING btree (saved_search_id, at DESC);
CREATE INDEX saved_search_hit_offer ON public.saved_search_hit USING btree (offer_id);

create table search_document (
  analysed text,
  analysed_by integer,
  document jsonb,
  offer_id uuid not null,
  removed boolean not null default false,
  updated_at timestamp with time zone not null default now(),
  version integer not null,
  written_in xid8 not null default pg_current_xact_id(),
  constraint search_document_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id),
  constraint search_document_pkey PRIMARY KEY (offer_id)
);
CREATE INDEX search_document_written ON public.search_document USING btree (written_in, offer_id);

create table search_query_bucket (
  askers integer not null default 0,
  corrected integer not null,
  hour timestamp with time zone not null,
  lang text not null,
  query text not null,
  relaxed integer not null,
  searches integer not null,
  successful integer not null,
  typed text not null,
  without_result integer not null,
  constraint search_query_bucket_lang_check CHECK ((lang = ANY (ARRAY['vi'::text, 'en'::text]))),
  constraint search_query_bucket_pkey PRIMARY KEY (hour, query, typed, lang),
  constraint search_query_bucket_searches_check CHECK ((searches > 0))
);
CREATE INDEX search_query_bucket_query ON public.search_query_bucket USING btree (query, hour);

create table second_factor (
  account_id uuid not null,
  confirmed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  id uuid not null,
  kind text not null,
  last_used_at timestamp with time zone,
  secret bytea not null,
  constraint second_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint second_factor_kind_check CHECK ((kind = ANY (ARRAY['totp'::text, 'passkey'::text, 'recovery-code'::text]))),
  constraint second_factor_pkey PRIMARY KEY (id)
);
CREATE INDEX second_factor_account ON public.second_factor USING btree (account_id);

create table session (
  account_id uuid not null,
  created_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  id uuid not null,
  last_seen_at timestamp with time zone not null default now(),
  token_hash bytea not null,
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint session_id_key UNIQUE (id),
  constraint session_pkey PRIMARY KEY (token_hash)
);
CREATE INDEX session_account ON public.session USING btree (account_id);
CREATE INDEX session_expiry ON public.session USING btree (expires_at);

create table synonym (
  created_at timestamp with time zone not null default now(),
  created_by uuid,
  id uuid not null,
  only_to text[] not null default '{}'::text[],
  terms text[] not null,
  version integer not null default 1,
  constraint synonym_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id),
  constraint synonym_pkey PRIMARY KEY (id)
);

create table view_bucket (
  hour timestamp with time zone not null,
  offer_id uuid not null,
  views integer not null,
  constraint view_bucket_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offer(id),
  constraint view_bucket_pkey PRIMARY KEY (offer_id, hour),
  constraint view_bucket_views_check CHECK ((views > 0))
);
CREATE INDEX view_bucket_hour ON public.view_bucket USING btree (hour);

create table withheld_suggestion (
  id uuid not null,
  typed text not null,
  withheld_at timestamp with time zone not null,
  constraint withheld_suggestion_pkey PRIMARY KEY (id),
  constraint withheld_suggestion_typed_key UNIQUE (typed)
);

create table worker_heartbeat (
  facts jsonb not null,
  seen_at timestamp with time zone not null,
  started_at timestamp with time zone not null,
  worker text not null,
  constraint worker_heartbeat_pkey PRIMARY KEY (worker)
);

create view actor_membership as
 SELECT m.account_id,
    m.created_at AS joined_at,
    o.id AS organization_id,
    o.kind,
    o.centre_id,
    o.slug,
    o.name
   FROM member m
     JOIN organization o ON o.id = m.organization_id
  WHERE o.merged_into IS NULL;

create view centre_card as
 SELECT id,
    slug,
    name,
    name_en,
    province
   FROM centre;

create view offer_card as
 SELECT o.id,
    o.slug,
    r.title,
    o.organization_id,
    o.centre_id,
    o.visibility
   FROM offer o
     JOIN offer_revision r ON r.id = COALESCE(o.live_revision_id, o.working_revision_id);

create view organization_card as
 SELECT id,
    slug,
    name,
    kind,
    centre_id,
    province,
    xmin::text AS stamp
   FROM organization;

create view request_card as
 SELECT q.id,
    q.slug,
    r.title,
    q.organization_id,
    q.centre_id,
    q.state,
    q.anonymous
   FROM request q
     JOIN request_revision r ON r.id = COALESCE(q.live_revision_id, q.working_revision_id);

create view saved_search_card as
 SELECT id,
    account_id,
    name AS title,
    frequency
   FROM saved_search;

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type FieldError, invalidFields, type Lang } from '@app/platform';
import { ReferenceTerm } from '../data/reference-term.entity.js';
import { PROVINCES } from '../reference-data/provinces.js';
import { VOCABULARIES } from '../reference-data/vocabularies.js';
import { WARDS } from '../reference-data/wards.js';

export type Scheme =
  | 'field' | 'kind' | 'transferMode' | 'condition' | 'priceKind' | 'vat' | 'ipKind' | 'ipState' | 'disclosure'
  | 'requestOutcome' | 'connectionOutcome' | 'dismissReason' | 'feedbackVerdict' | 'frequency' | 'trl' | 'province' | 'ward';

export interface Term {
  code: string;
  vi: string;
  en: string;
  parent?: string;
  validFrom: string;
  validTo: string | null;
  replacedBy: string | null;
}

const LOAD_LOCK = 7_305_002;
/** From when the shipped lists hold. */
const FIRST_DAY = '2000-01-01';
const PLACES_SINCE = '2025-07-01';

/** The dated reference data, kept in memory: it is small, read by every write and changes with releases. */
@Injectable()
export class TaxonomyService implements OnModuleInit {
  private readonly schemes = new Map<string, Map<string, Term>>();

  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    await this.ensureLoaded();
    const rows = await this.database.repository(ReferenceTerm).find({ order: { scheme: 'asc', position: 'asc' } });
    for (const row of rows) {
      if (!this.schemes.has(row.scheme)) this.schemes.set(row.scheme, new Map());
      this.schemes.get(row.scheme)!.set(row.code, {
        code: row.code, vi: row.vi, en: row.en, validFrom: row.validFrom, validTo: row.validTo, replacedBy: row.replacedBy,
        ...(row.parent ? { parent: row.parent } : {}),
      });
    }
  }

  has(scheme: Scheme, code: string): boolean {
    return this.schemes.get(scheme)?.has(code) ?? false;
  }

  terms(scheme: Scheme): Term[] {
    return [...(this.schemes.get(scheme)?.values() ?? [])];
  }

  /** The label of a code; the code itself when it is not known. */
  label(scheme: Scheme, code: string, lang: Lang): string {
    return this.schemes.get(scheme)?.get(code)?.[lang] ?? code;
  }

  labels(scheme: Scheme, lang: Lang): Map<string, string> {
    return new Map(this.terms(scheme).map((term) => [term.code, term[lang]]));
  }

  /** One error for each field that names a code which does not exist. */
  check(values: { field: string; scheme: Scheme; codes: readonly (string | null | undefined)[] }[]): FieldError[] {
    return values.flatMap(({ field, scheme, codes }) => {
      const unknown = codes.find((code) => code !== null && code !== undefined && !this.has(scheme, code));
      if (unknown === undefined) return [];
      return [{ field, code: 'unknown_code', message: `Không có mã "${unknown}". / There is no code "${unknown}".` }];
    });
  }

  /** Throws `common.invalid` naming each field with an unknown code. */
  requireValid(values: { field: string; scheme: Scheme; codes: readonly (string | null | undefined)[] }[]): void {
    const errors = this.check(values);
    if (errors.length > 0) throw invalidFields(errors);
  }

  /** Every vocabulary by scheme, places left out. */
  vocabularies(): Record<string, Term[]> {
    const names = [...this.schemes.keys()].filter((scheme) => scheme !== 'province' && scheme !== 'ward');
    return Object.fromEntries(names.map((scheme) => [scheme, this.terms(scheme as Scheme)]));
  }

  provinces(): Term[] {
    return this.terms('province');
  }

  wardsOf(province: string): Term[] {
    return this.terms('ward').filter((ward) => ward.parent === province);
  }

  /** Fills in the shipped lists that the database does not have yet. Safe to run in several processes. */
  private async ensureLoaded(): Promise<void> {
    const [row] = await this.database.query<{ n: number }>(`select count(distinct scheme)::int as n from reference_term`);
    if (row.n >= Object.keys(VOCABULARIES).length + 2) return;
    await this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [LOAD_LOCK]);
      await tx.query(
        `insert into reference_term (scheme, code, vi, en, parent, position, valid_from)
         select scheme, code, vi, en, parent, position, valid_from::date from jsonb_to_recordset($1::jsonb)
           as r(scheme text, code text, vi text, en text, parent text, position int, valid_from text)
         on conflict do nothing`,
        [JSON.stringify(shippedTerms())],
      );
    });
  }
}

const shippedTerms = (): object[] => {
  const vocabularies = Object.entries(VOCABULARIES).flatMap(([scheme, terms]) =>
    terms.map(([code, vi, en], position) => ({ scheme, code, vi, en, position, parent: null, valid_from: FIRST_DAY })),
  );
  const provinces = PROVINCES.map(([code, vi, en], position) => ({ scheme: 'province', code, vi, en, position, parent: null, valid_from: PLACES_SINCE }));
  const wards = Object.entries(WARDS).flatMap(([parent, text]) =>
    text.split('|').map((entry, position) => {
      const [code, ...name] = entry.split(' ');
      return { scheme: 'ward', code, vi: name.join(' '), en: name.join(' '), position, parent, valid_from: PLACES_SINCE };
    }),
  );
  return [...vocabularies, ...provinces, ...wards];
};

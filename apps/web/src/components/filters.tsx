import type { ComponentChildren } from 'preact';
import { useSay } from '../i18n/say.js';
import { Box } from './field.js';
import { Icon } from './icon.js';

export interface FacetValue {
  value: string;
  label: string;
  /** Absent where a choice is not counted. */
  count?: number;
  chosen: boolean;
}

export interface FacetGroup {
  /** Name of the query parameter. */
  name: string;
  label: string;
  /** Radios leave one choice; the empty value means any. */
  type: 'checkbox' | 'radio';
  values: FacetValue[];
}

const SHOWN = 6;
const OPEN_GROUPS = 4;

// The id keeps a box with its tick where the list changes in place: by its position it would be taken for another one.
const Value = ({ group, value }: { group: FacetGroup; value: FacetValue }) => {
  const { count } = useSay();
  return (
    <Box type={group.type} id={`facet-${group.name}-${value.value}`} name={group.name} value={value.value} checked={value.chosen}>
      <span>{value.label}</span>
      {value.count === undefined ? null : <span class="count">{count(value.count)}</span>}
    </Box>
  );
};

const Values = ({ group }: { group: FacetGroup }) => {
  const { t } = useSay();
  // What is chosen stays in sight, in the order of the counts.
  const first = group.values.filter((value, index) => index < SHOWN || value.chosen);
  const rest = group.values.filter((value) => !first.includes(value));
  return (
    <>
      {first.map((value) => <Value key={value.value} group={group} value={value} />)}
      {rest.length ? (
        <details class="fold slim">
          <summary>{t('catalogue.facet.more', { n: rest.length })}</summary>
          <div>{rest.map((value) => <Value key={value.value} group={group} value={value} />)}</div>
        </details>
      ) : null}
    </>
  );
};

/** One group of choices: a fieldset in a details, the first groups and those in use open. */
export const Facet = ({ group, index }: { group: FacetGroup; index: number }) => (
  <details class="facet" id={`facet-${group.name}`} open={index < OPEN_GROUPS || group.values.some(({ chosen, value }) => chosen && value !== '')}>
    <summary>
      {group.label} <Icon name="chevron-down" />
    </summary>
    <fieldset>
      <legend class="unseen">{group.label}</legend>
      <Values group={group} />
    </fieldset>
  </details>
);

export interface ActiveFilter {
  /** Name of the query parameter. */
  name: string;
  label: string;
  /** The same list without it. */
  href: string;
}

/** The filters in force, each a link that removes it. */
export const Chips = ({ filters, clearHref }: { filters: ActiveFilter[]; clearHref: string }) => {
  const { t } = useSay();
  if (!filters.length) return null;
  return (
    <ul class="chips">
      {filters.map(({ label, href }) => (
        <li key={href}>
          <a class="chip" href={href}>
            <span><span class="unseen">{t('catalogue.removeFilter')} </span>{label}</span>
            <Icon name="x" />
          </a>
        </li>
      ))}
      <li><a class="button quiet small" href={clearHref}>{t('catalogue.clear')}</a></li>
    </ul>
  );
};

/** On a phone the filters wait behind a ticked label, which needs no script; beside the results on wide screens. */
export const FilterPanel = ({ active, children }: { active: number; children: ComponentChildren }) => {
  const { t } = useSay();
  return (
    <>
      <input type="checkbox" id="show-filters" class="toggle unseen" />
      <label class="button second filter-toggle" for="show-filters">
        <Icon name="sliders-horizontal" /> {t('catalogue.filter')} {active ? <span class="count">({active})</span> : null}
      </label>
      <div class="filters">{children}</div>
    </>
  );
};

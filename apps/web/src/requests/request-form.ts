import type { FieldError } from '@app/platform';
import type { RequestView } from '@app/requests';
import { dayText, type FormState, rowValues, vndToMillions } from '../components/form-state.js';
import { listIn, type Posted, textIn, typedOf } from '../forms/posted-form.js';
import { dayIn, numberIn, sumIn } from '../forms/typed-values.js';
import { quantitiesOf } from './request-form.page.js';

/** Fields of the API by the inputs that hold them. */
export const REQUEST_NAMES: Record<string, string> = { budgetMax: 'budgetMillions' };

/** The API's body from the form, and what could not even be read. */
export const requestBodyOf = (body: Posted): { plain: Record<string, unknown>; faults: FieldError[] } => {
  const faults: FieldError[] = [];
  const plain = {
    title: textIn(body, 'title'),
    need: textIn(body, 'need'),
    fields: listIn(body, 'fields'),
    province: textIn(body, 'province') || null,
    budgetMax: sumIn(body, 'budgetMillions', faults),
    trlMin: numberIn(body, 'trlMin'),
    transferModes: listIn(body, 'transferModes'),
    deadline: dayIn(body, 'deadline', faults),
    anonymous: textIn(body, 'anonymous') === 'true',
    quantities: quantitiesOf(body).map(({ name, value, unit }) => ({ name, value, unit: unit || null })),
  };
  return { plain, faults };
};

/** What was typed, rows closed up as `requestBodyOf` reads them. */
export const typedRequest = (body: Posted): FormState['values'] => ({
  ...Object.fromEntries(Object.entries(typedOf(body)).filter(([name]) => !name.startsWith('quantities.'))),
  ...rowValues('quantities', quantitiesOf(body)),
});

/** The form of a request that exists. */
export const valuesOfRequest = (request: RequestView): FormState['values'] => ({
  title: request.title, need: request.need, fields: request.fields, province: request.province ?? '', budgetMillions: vndToMillions(request.budgetMax ?? null),
  trlMin: request.trlMin === null ? '' : String(request.trlMin), transferModes: request.transferModes, deadline: dayText(request.deadline),
  anonymous: request.anonymous ? 'true' : '',
  ...rowValues('quantities', request.quantities.map(({ name, value, unit }) => ({ name, value, unit }))),
});

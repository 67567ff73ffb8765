import 'reflect-metadata';
import { commonErrors, invalidFields, MayBeAbsent, Text, WholeNumber } from '@app/platform';
import { checked, returnedForm, typedOf, versionIn, wrong } from './posted-form.js';

class Body {
  @Text(10, { min: 1 }) title: string;
  @MayBeAbsent() @WholeNumber(1900, 2100) year?: number;
}

const faultOf = async (plain: object, values: Record<string, string>, lang: 'vi' | 'en') =>
  checked(Body, plain).then(
    () => undefined,
    (error: unknown) => returnedForm(error, values, { lang }).form.errors,
  );

describe('a form that comes back', () => {
  it('says what to fill in, in the language of the page', async () => {
    expect(await faultOf({ title: '' }, { title: '' }, 'vi')).toEqual([{ field: 'title', message: 'Ghi tên ngắn gọn' }]);
    expect(await faultOf({ title: '' }, { title: '' }, 'en')).toEqual([{ field: 'title', message: 'Give it a short name' }]);
  });

  it('takes the half of a message that the reader understands', async () => {
    const long = 'a'.repeat(11);
    expect(await faultOf({ title: long }, { title: long }, 'vi')).toEqual([{ field: 'title', message: 'Dài nhất 10 ký tự.' }]);
    expect(await faultOf({ title: long }, { title: long }, 'en')).toEqual([{ field: 'title', message: 'At most 10 characters.' }]);
  });

  it('says of an input what the form knows better than the rule', async () => {
    expect(await faultOf({ title: 'a', year: 99 }, { title: 'a', year: '99' }, 'vi')).toEqual([{ field: 'year', message: 'Viết năm bằng bốn chữ số, ví dụ 2025' }]);
  });

  it('tells the faults of the form and of the API together, at the inputs that hold them', async () => {
    const error = await checked(Body, { title: '' }, [wrong('budgetMillions', 'form.wrong.money')]).catch((thrown: unknown) => thrown);
    const { form, status } = returnedForm(error, { budgetMillions: 'ba trăm' }, { lang: 'vi' });
    expect(status).toBe(422);
    expect(form.errors.map(({ field }) => field)).toEqual(['budgetMillions', 'title']);
    const named = returnedForm(invalidFields([{ field: 'price.min', code: 'x', message: 'y' }]), { priceMin: '1' }, { lang: 'vi', names: { 'price.min': 'priceMin' } });
    expect(named.form.errors).toEqual([{ field: 'priceMin', message: 'Xem lại ô này' }]);
  });

  it('says that a day has passed also where the form does not ask for the day', () => {
    const past = invalidFields([{ field: 'validUntil', code: 'past', message: 'Hạn hiệu lực đã qua. / The last day has passed.' }]);
    expect(returnedForm(past, {}, { lang: 'vi' }).form.errors).toEqual([{ field: 'validUntil', message: 'Hạn hiệu lực đã qua.' }]);
    expect(returnedForm(past, {}, { lang: 'en' }).form.errors).toEqual([{ field: 'validUntil', message: 'The last day has passed.' }]);
  });

  it('keeps the text through a conflict, and passes on what cannot be mended there', () => {
    expect(returnedForm(commonErrors.stale_version(), { title: 'a' }, { lang: 'vi' })).toMatchObject({ status: 409, form: { values: { title: 'a' }, errors: [{ field: '' }] } });
    for (const error of [commonErrors.forbidden(), commonErrors.not_found(), new Error('x')]) expect(() => returnedForm(error, {}, { lang: 'vi' })).toThrow(error);
  });

  it('shows again only texts', () => {
    expect(typedOf({ a: 'x', b: ['y', 3], c: { d: 1 } })).toEqual({ a: 'x', b: ['y'], c: undefined });
    expect(versionIn({ version: '7' })).toBe(7);
    for (const version of ['', 'x', '-1', '1.5', undefined]) expect(versionIn({ version })).toBeUndefined();
  });
});

import type { ComponentChild } from 'preact';
import type { Choice } from '../components/field.js';
import { emptyForm, rowValues } from '../components/form-state.js';
import type { Lang } from '../i18n/languages.js';
import { OfferFormPage, type OfferFormChoices } from '../account/offer-form.page.js';
import { RequestFormPage } from '../requests/request-form.page.js';
import { viewIn } from './samples.js';

const choices = (...labels: string[]): Choice[] => labels.map((label, index) => ({ value: `c${index}`, label }));

const fields = choices('Trồng trọt', 'Công nghệ thực phẩm', 'Cơ khí, chế tạo máy', 'Môi trường');
const provinces = choices('Cần Thơ', 'Đồng Tháp');
const transferModes = choices('Chuyển nhượng', 'Chìa khóa trao tay');

const offerChoices: OfferFormChoices = {
  kinds: choices('Công nghệ', 'Thiết bị'),
  fields,
  provinces,
  transferModes,
  priceKinds: choices('Giá tham khảo', 'Thương lượng'),
  vat: choices('Đã gồm VAT', 'Chưa gồm VAT'),
  ipKinds: choices('Sáng chế', 'Nhãn hiệu'),
  ipStates: choices('Đã nộp đơn', 'Đã cấp'),
  conditions: choices('Mới', 'Đã qua sử dụng'),
  organizations: choices('Cơ khí Tân Lộc'),
};

export const BUDGET_ERROR = 'Viết ngân sách bằng số, ví dụ 300';

export const formPages = (lang: Lang): Record<string, () => ComponentChild> => ({
  'request-form': () => (
    <RequestFormPage
      view={viewIn(lang)}
      form={{
        values: { need: 'Sấy xoài', title: 'Sấy xoài 2 tấn/ngày', fields: ['c1'], budgetMillions: 'ba trăm', anonymous: 'true', ...rowValues('quantities', [{ name: 'Năng suất', value: '2', unit: 'tấn/ngày' }]) },
        errors: [{ field: 'budgetMillions', message: BUDGET_ERROR }],
      }}
      fields={fields}
      provinces={provinces}
      transferModes={transferModes}
    />
  ),
  'offer-form': () => <OfferFormPage view={viewIn(lang)} form={emptyForm} choices={offerChoices} />,
  'offer-form-edit': () => (
    <OfferFormPage
      view={viewIn(lang)}
      form={{ values: { title: 'Lò sấy trấu', kind: 'c1', trl: '7' }, errors: [] }}
      existing={{ id: '1', version: 4, returnedFor: 'giá chưa nói rõ đã gồm VAT hay chưa.', isLive: true }}
      choices={offerChoices}
    />
  ),
});

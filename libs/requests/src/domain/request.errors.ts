import { defineErrors } from '@app/platform';

export const requestErrors = defineErrors('requests', {
  under_review: {
    kind: 'conflict',
    vi: 'Nhu cầu đang chờ duyệt. Hãy rút về trước khi sửa.',
    en: 'The request is under review. Recall it before you edit it.',
  },
  own_organization: {
    kind: 'forbidden',
    vi: 'Bạn không được duyệt nội dung của chính đơn vị mình.',
    en: 'You may not review what belongs to an organization of yours.',
  },
  not_your_request: { kind: 'forbidden', vi: 'Nhu cầu này không phải của đơn vị bạn.', en: "This request is not your organization's." },
  not_your_organization: { kind: 'forbidden', vi: 'Bạn không thuộc đơn vị này.', en: 'You do not belong to this organization.' },
});

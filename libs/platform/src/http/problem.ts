import type { Lang } from '../kernel/actor.js';
import type { FieldError } from '../kernel/domain-error.js';

/** RFC 9457 problem details, as every error of the API is answered. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  requestId: string;
  errors?: FieldError[];
}

const TITLES: Record<number, { vi: string; en: string }> = {
  400: { vi: 'Không đọc được yêu cầu.', en: 'The request could not be read.' },
  401: { vi: 'Bạn cần đăng nhập.', en: 'Please sign in.' },
  403: { vi: 'Bạn không có quyền làm việc này.', en: 'You may not do this.' },
  404: { vi: 'Không tìm thấy.', en: 'Not found.' },
  405: { vi: 'Địa chỉ này không nhận phương thức đó.', en: 'This address does not take that method.' },
  406: { vi: 'Không có dạng trả lời đó.', en: 'Not available in that form.' },
  408: { vi: 'Yêu cầu gửi quá chậm.', en: 'The request took too long to arrive.' },
  409: { vi: 'Không hợp với trạng thái hiện tại.', en: 'This conflicts with the current state.' },
  413: { vi: 'Dữ liệu gửi lên quá lớn.', en: 'The request is too large.' },
  414: { vi: 'Địa chỉ quá dài.', en: 'The address is too long.' },
  415: { vi: 'Không nhận kiểu dữ liệu này.', en: 'This media type is not supported.' },
  417: { vi: 'Không đáp ứng được điều kiện trong Expect.', en: 'What Expect asks for cannot be done.' },
  422: { vi: 'Dữ liệu gửi lên chưa đúng.', en: 'The input is not valid.' },
  429: { vi: 'Bạn thao tác quá nhanh. Hãy thử lại sau ít phút.', en: 'Too many requests. Try again shortly.' },
  431: { vi: 'Phần đầu của yêu cầu quá lớn.', en: 'The request headers are too large.' },
  500: { vi: 'Có lỗi bất ngờ. Chúng tôi đã ghi lại.', en: 'Something went wrong on our side. It has been recorded.' },
  503: { vi: 'Hệ thống đang bận. Hãy thử lại sau ít phút.', en: 'The service is not available right now. Try again shortly.' },
};

export const problemOf = (
  status: number,
  requestId: string,
  more: { type?: string; title?: string; detail?: string; errors?: FieldError[]; lang?: Lang } = {},
): Problem => ({
  type: more.type ?? `http.${status}`,
  title: more.title ?? TITLES[status]?.[more.lang ?? 'vi'] ?? String(status),
  status,
  ...(more.detail ? { detail: more.detail } : {}),
  requestId,
  ...(more.errors && more.errors.length > 0 ? { errors: more.errors } : {}),
});

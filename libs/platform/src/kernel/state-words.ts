/** States as people read them in errors; the code itself goes to programs. */
const WORDS: Readonly<Record<string, { vi: string; en: string }>> = {
  draft: { vi: 'bản nháp', en: 'draft' },
  submitted: { vi: 'chờ duyệt', en: 'under review' },
  returned: { vi: 'trả lại để sửa', en: 'returned for changes' },
  approved: { vi: 'đã duyệt', en: 'approved' },
  unpublished: { vi: 'chưa hiện', en: 'not on show' },
  live: { vi: 'đang hiện', en: 'on show' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
  suspended: { vi: 'tạm ngưng', en: 'suspended' },
  open: { vi: 'đang mở', en: 'open' },
  closed: { vi: 'đã đóng', en: 'closed' },
  suggested: { vi: 'mới', en: 'new' },
  shortlisted: { vi: 'cán bộ đã chọn', en: 'chosen by staff' },
  introduced: { vi: 'đã giới thiệu', en: 'introduced' },
  dismissed: { vi: 'đã loại', en: 'set aside' },
  enquired: { vi: 'hỏi mua', en: 'enquiry' },
  confirmed: { vi: 'hai bên đã xác nhận', en: 'confirmed by both' },
  declined: { vi: 'đã từ chối', en: 'declined' },
  concluded: { vi: 'đã có kết quả', en: 'concluded' },
};

export const stateWords = (state: string, lang: 'vi' | 'en'): string => (Object.hasOwn(WORDS, state) ? WORDS[state][lang] : state);

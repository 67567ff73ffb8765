import { defineErrors } from '../kernel/domain-error.js';

export const fileErrors = defineErrors('files', {
  not_found: { kind: 'missing', vi: 'Không có tệp "{path}".', en: 'There is no file "{path}".' },
  unknown_kind: { kind: 'invalid', vi: 'Tên tệp "{path}" phải kết thúc bằng .jsonl hoặc .csv (có thể thêm .gz).', en: 'The name "{path}" must end with .jsonl or .csv (.gz may follow).' },
  empty: { kind: 'invalid', vi: 'Tệp không có dòng nào.', en: 'The file has no rows.' },
  not_text: {
    kind: 'invalid',
    vi: 'Đây không phải tệp văn bản mà là {what}. Hãy lưu bảng thành "CSV UTF-8" rồi nhập lại.',
    en: 'This is not a text file but {what}. Save the table as "CSV UTF-8" and import that.',
  },
  not_utf8: {
    kind: 'invalid',
    vi: 'Tệp không phải UTF-8 (có vẻ là {encoding}; chỗ sai đầu tiên ở byte {offset}). Hãy lưu lại dưới dạng UTF-8; chưa có dòng nào được nhập.',
    en: 'The file is not UTF-8 (it looks like {encoding}; first fault at byte {offset}). Save it as UTF-8; nothing has been imported.',
  },
  truncated: {
    kind: 'invalid',
    vi: 'Tệp nén bị hỏng hoặc bị cắt ngang. Chưa có dòng nào được nhập.',
    en: 'The compressed file is damaged or cut off. Nothing has been imported.',
  },
  same_column_twice: {
    kind: 'invalid',
    vi: 'Hai cột "{first}" và "{second}" cùng có nghĩa là "{column}". Hãy bỏ bớt một cột.',
    en: 'The columns "{first}" and "{second}" both mean "{column}". Remove one of them.',
  },
  column_missing: {
    kind: 'invalid',
    vi: 'Thiếu cột bắt buộc: {columns}. Các cột trong tệp: {found}.',
    en: 'Required columns are missing: {columns}. The file has: {found}.',
  },
});

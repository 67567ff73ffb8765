import { headingKey } from '@app/platform';

const COLUMNS: Readonly<Record<string, string>> = {
  code: 'Mã|Mã số|Mã yêu cầu|Mã nhu cầu',
  organization: 'Đơn vị|Doanh nghiệp|Tên đơn vị|Tên doanh nghiệp|Đơn vị tìm mua|Enterprise|Company',
  organizationCode: 'Mã số thuế|MST|Tax code',
  title: 'Tên|Tiêu đề|Tên yêu cầu|Tên nhu cầu',
  need: 'Nhu cầu|Nội dung|Mô tả|Yêu cầu|Mô tả nhu cầu|Description',
  lang: 'Ngôn ngữ|Language',
  fields: 'Lĩnh vực|Ngành|Field',
  province: 'Tỉnh|Tỉnh thành|Tỉnh/thành phố|Địa phương',
  budgetMax: 'Ngân sách|Ngân sách tối đa|Kinh phí|Budget',
  trlMin: 'TRL|Mức sẵn sàng|TRL tối thiểu|Mức sẵn sàng tối thiểu',
  transferModes: 'Hình thức chuyển giao|Phương thức chuyển giao|Transfer mode',
  deadline: 'Hạn|Thời hạn|Hạn chót',
  anonymous: 'Ẩn danh|Giấu tên',
  quantities: 'Thông số|Yêu cầu kỹ thuật|Thông số kỹ thuật|specs',
};

export const REQUEST_HEADINGS: ReadonlyMap<string, string> = new Map(
  Object.entries(COLUMNS).flatMap(([column, others]) => [column, ...others.split('|')].map((heading) => [headingKey(heading), column] as const)),
);

export const REQUIRED_REQUEST_COLUMNS = ['code', 'organization', 'title', 'need'] as const;

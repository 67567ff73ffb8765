import { headingKey } from '@app/platform';

/** The columns of an import and an export of offers, each with the headings under which it may also stand. */
const COLUMNS: Readonly<Record<string, string>> = {
  code: 'Mã|Mã số|Mã chào bán|Mã công nghệ|Mã sản phẩm',
  supplier: 'Nhà cung ứng|Nhà cung cấp|Đơn vị|Đơn vị cung ứng|Đơn vị cung cấp|Tên đơn vị',
  supplierCode: 'Mã số thuế|MST|Mã số thuế nhà cung ứng|Tax code',
  centre: 'Trung tâm kết nối',
  kind: 'Loại|Loại hình|Loại chào bán|Phân loại',
  title: 'Tên|Tiêu đề|Tên công nghệ|Tên thiết bị|Tên chào bán|Tên sản phẩm|Tên công nghệ thiết bị|Name',
  summary: 'Tóm tắt|Giới thiệu|Giới thiệu ngắn',
  description: 'Mô tả|Mô tả chi tiết|Nội dung|Chi tiết',
  lang: 'Ngôn ngữ|Language',
  titleEn: 'Tên tiếng Anh|Tiêu đề tiếng Anh',
  summaryEn: 'Tóm tắt tiếng Anh',
  descriptionEn: 'Mô tả tiếng Anh',
  fields: 'Lĩnh vực|Ngành|Field',
  keywords: 'Từ khoá|Keyword|Tags',
  province: 'Tỉnh|Tỉnh thành|Tỉnh/thành phố|Địa phương|Địa điểm',
  trl: 'Mức sẵn sàng|Mức sẵn sàng công nghệ|Mức TRL',
  transferModes: 'Hình thức chuyển giao|Phương thức chuyển giao|Transfer mode',
  ipKind: 'Loại sở hữu trí tuệ|Sở hữu trí tuệ|Loại văn bằng',
  ipNumber: 'Số bằng|Số văn bằng|Số đơn',
  ipState: 'Tình trạng sở hữu trí tuệ|Tình trạng văn bằng|Trạng thái văn bằng',
  ipTerritory: 'Phạm vi bảo hộ|Lãnh thổ bảo hộ',
  priceMin: 'Giá từ|Giá thấp nhất|Giá tối thiểu|Giá',
  priceMax: 'Giá đến|Giá cao nhất|Giá tối đa',
  priceKind: 'Loại giá|Kiểu giá',
  priceVat: 'VAT|Thuế',
  priceUnit: 'Đơn vị giá|Đơn vị tính giá',
  specs: 'Thông số|Thông số kỹ thuật|Đặc tính kỹ thuật|Specifications',
  origin: 'Xuất xứ|Nguồn gốc|Nước sản xuất',
  maker: 'Hãng|Hãng sản xuất|Nhà sản xuất|Manufacturer',
  year: 'Năm|Năm sản xuất',
  condition: 'Tình trạng|Tình trạng thiết bị',
  warranty: 'Bảo hành',
  images: 'Ảnh|Hình ảnh|Image',
  readyToTransfer: 'Sẵn sàng chuyển giao',
  validUntil: 'Hiệu lực đến|Có hiệu lực đến|Hạn|Ngày hết hạn',
  contactName: 'Người liên hệ|Tên người liên hệ',
  contactEmail: 'Email|Email liên hệ|Thư điện tử',
  contactPhone: 'Điện thoại|Số điện thoại|Điện thoại liên hệ|Phone',
  url: 'Liên kết|Đường dẫn|Trang web|Website|Link',
};

export const OFFER_HEADINGS: ReadonlyMap<string, string> = new Map(
  Object.entries(COLUMNS).flatMap(([column, others]) => [column, ...others.split('|')].map((heading) => [headingKey(heading), column] as const)),
);

export const REQUIRED_OFFER_COLUMNS = ['code', 'supplier', 'title'] as const;

/** In the order of an export; persons are not exported. */
export const EXPORTED_COLUMNS: readonly string[] = Object.keys(COLUMNS).filter((column) => !column.startsWith('contact'));

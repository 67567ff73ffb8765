/** The provinces that ceased on 1 July 2025, each whole in one of today's 34: old name (and how else it is written), code of the new one. */
export const FORMER_PROVINCES: readonly (readonly [names: string, code: string])[] = [
  ['Hà Giang', '08'], ['Yên Bái', '15'], ['Bắc Kạn|Bắc Cạn', '19'], ['Vĩnh Phúc', '25'], ['Hoà Bình', '25'], ['Bắc Giang', '24'],
  ['Thái Bình', '33'], ['Hải Dương', '31'], ['Hà Nam', '37'], ['Nam Định', '37'], ['Quảng Bình', '44'], ['Quảng Nam', '48'],
  ['Kon Tum', '51'], ['Bình Định', '52'], ['Ninh Thuận', '56'], ['Đắk Nông|Đắc Nông|Đăk Nông', '68'], ['Bình Thuận', '68'], ['Phú Yên', '66'],
  ['Bình Dương', '79'], ['Bà Rịa - Vũng Tàu|Bà Rịa Vũng Tàu|Vũng Tàu', '79'], ['Bình Phước', '75'], ['Long An', '80'],
  ['Sóc Trăng', '92'], ['Hậu Giang', '92'], ['Bến Tre', '86'], ['Trà Vinh', '86'], ['Tiền Giang', '82'], ['Bạc Liêu', '96'],
  ['Kiên Giang', '91'],
];

/** Other ways of writing a province of today. */
export const PROVINCE_SPELLINGS: readonly (readonly [names: string, code: string])[] = [
  ['HCM|TPHCM|Sài Gòn|Ho Chi Minh City|HCMC|Saigon', '79'], ['Thừa Thiên Huế|Thừa Thiên - Huế', '46'], ['Hanoi', '01'], ['Danang', '48'],
  ['Đắc Lắc|Đăk Lăk|Daklak', '66'], ['Hai Phong', '31'],
];

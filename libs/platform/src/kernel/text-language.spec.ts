import { writtenLanguage } from './text-language.js';

describe('writtenLanguage', () => {
  it.each([
    ['Máy sấy xoài bơm nhiệt 500 kg/mẻ, giữ màu và mùi của trái cây', 'vi'],
    ['May say xoai bom nhiet, giu mau va mui cua trai cay', 'vi'],
    ['Phần mềm quản lý kho lạnh SmartCold cho doanh nghiệp thuỷ sản', 'vi'],
    ['Bệnh Kawasaki do bác sĩ Tomisaku Kawasaki mô tả lần đầu, gặp ở Nhật Bản, Hawaii, California', 'vi'],
    ['A heat pump dryer for mango slices that keeps colour and smell', 'en'],
    ['NetworKing: Space Communications and Navigation (SCaN) App', 'en'],
    ['Un séchoir à pompe à chaleur pour les fruits', 'en'],
  ])('%s is %s', (text, lang) => expect(writtenLanguage(text)).toBe(lang));

  it('does not judge a few words', () => expect(writtenLanguage('Titanic 500')).toBeNull());
});

import { renderToString } from 'preact-render-to-string';
import { parseHTML } from 'linkedom';
import type { ComponentChild, VNode } from 'preact';
import { ConnectionsPage } from './account/connections.page.js';
import type { RequestState } from './components/state-tag.js';
import { LANGS, type Lang } from './i18n/languages.js';
import { ErrorPage } from './layout/error.page.js';
import type { Viewer } from './layout/page-view.js';
import { BUDGET_ERROR } from './testing/form-pages.js';
import { cataloguePage, galleryOf, homePage, offerPage, requestPage } from './testing/pages.js';
import { card, content, HOSTILE, match, person, request, viewIn } from './testing/samples.js';

const html = (page: ComponentChild): string => renderToString(page as VNode);
const documentOf = (page: ComponentChild): Document => parseHTML(`<!doctype html>${html(page)}`).document;
const textOf = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

const NO_MATCHES = { items: [], total: 0, fresh: 0, paging: { page: 1, pages: 0, href: () => '' } };

const every = LANGS.flatMap((lang) => Object.entries(galleryOf(lang)).map(([name, page]) => [lang, name, page] as const));

const isLabelled = (document: Document, input: Element): boolean => {
  if (input.getAttribute('type') === 'hidden') return true;
  if (input.getAttribute('aria-label') || input.closest('label')) return true;
  const id = input.getAttribute('id');
  return id !== null && textOf(document.querySelector(`label[for="${id}"]`)) !== '';
};

describe.each(every)('%s %s', (lang: Lang, _name: string, page: () => ComponentChild) => {
  const source = html(page());
  const document = parseHTML(`<!doctype html>${source}`).document;

  it('says its language, one title and one main heading', () => {
    expect(document.documentElement.getAttribute('lang')).toBe(lang);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(textOf(document.querySelector('title'))).toMatch(/· Techfloor$/);
    expect(document.querySelectorAll('link[rel=alternate][hreflang]')).toHaveLength(2);
  });

  it('labels every input and names every button and link', () => {
    const bare = [...document.querySelectorAll('input, select, textarea')].filter((input) => !isLabelled(document, input));
    expect(bare.map((input) => input.outerHTML)).toEqual([]);
    const nameless = [...document.querySelectorAll('button, a')].filter((one) => !textOf(one) && !one.querySelector('[aria-label]'));
    expect(nameless.map((one) => one.outerHTML)).toEqual([]);
  });

  it('has no id twice and no reference to an id that is not there', () => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const named = [...document.querySelectorAll('[aria-labelledby], [aria-describedby]')].flatMap((one) =>
      `${one.getAttribute('aria-labelledby') ?? ''} ${one.getAttribute('aria-describedby') ?? ''}`.trim().split(/\s+/),
    );
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('carries no inline style, script or handler, so that a strict policy holds', () => {
    expect(document.querySelectorAll('[style], style, script:not([src])')).toHaveLength(0);
    expect(source).not.toMatch(/\son[a-z]+=|hx-on|javascript:|"js:/);
  });

  it('sends every form without a script', () => {
    const forms = [...document.querySelectorAll('form')];
    expect(forms.every((form) => ['get', 'post'].includes(form.getAttribute('method') ?? '') && form.getAttribute('action')?.startsWith(`/${lang}/`))).toBe(true);
    expect(forms.filter((form) => !form.querySelector('button[type=submit]')).map((form) => form.outerHTML)).toEqual([]);
  });
});

describe('what pages say', () => {
  const vi = galleryOf('vi');
  const pageOf = (name: string): Document => documentOf(vi[name]?.());

  it('home: dated figures, both doors, fields that lead to results', () => {
    const document = pageOf('home');
    expect(textOf(document.querySelector('.figures'))).toContain('4.618');
    expect(textOf(document.body)).toContain('Tính đến 22/11/2026');
    expect(document.querySelector('.hung-fields a')?.getAttribute('href')).toBe('/vi/cong-nghe?field=crops');
    expect(document.querySelectorAll('.door')).toHaveLength(2);
  });

  it('home: the free sentence shows offers at once to whoever may not post a need, and posts it for who may', () => {
    const doorOf = (viewer: Viewer | null): Element | null => documentOf(homePage('vi', { view: viewIn('vi', { viewer }) })).querySelector('#home-need');
    const aims = [null, person({ isEnterprise: false }), person()].map(doorOf).map((box) => [box?.closest('form')?.getAttribute('action'), box?.getAttribute('name')]);
    expect(aims).toEqual([['/vi/cong-nghe', 'q'], ['/vi/cong-nghe', 'q'], ['/vi/yeu-cau/moi', 'need']]);
  });

  it('offers to post only what the reader may post', () => {
    const linksOf = (viewer: Viewer | null): string[] =>
      [...documentOf(cataloguePage('vi', { items: [], total: 0, view: viewIn('vi', { viewer }) })).querySelectorAll('a[href*="/moi"]')].map((link) => link.getAttribute('href') ?? '');
    const need = '/vi/yeu-cau/moi';
    const offer = '/vi/tai-khoan/chao-ban/moi';
    expect(linksOf(null)).toEqual([`${need}?need=may+xay+xoai`, need, offer]);
    expect(linksOf(person({ isSupplier: false }))).toEqual([`${need}?need=may+xay+xoai`, need]);
    expect(linksOf(person({ isEnterprise: false }))).toEqual([offer]);
    expect(linksOf(person({ isStaff: true, isSupplier: false, isEnterprise: false }))).toEqual([]);
  });

  it('request: what waits for review is not said to have no match', () => {
    const textIn = (state: RequestState): string => textOf(documentOf(requestPage('vi', { request: request({ state }), matches: NO_MATCHES })).querySelector('#matches'));
    expect(textIn('submitted')).toBe('Chờ cán bộ duyệtDuyệt xong, sàn tìm chào bán hợp ngay và báo bạn.');
    expect(textIn('draft')).toMatch(/^Chưa gửi nhu cầu/);
    expect(textIn('open')).toMatch(/^Chưa có chào bán nào hợp/);
  });

  it('request: a match that became a connection leads there, not to a second question', () => {
    const document = documentOf(requestPage('vi', { matches: { ...NO_MATCHES, total: 1, items: [match({ state: 'introduced', connectionId: 'c1' })] } }));
    expect([...document.querySelectorAll('.match .actions a')].map((link) => link.getAttribute('href'))).toEqual(['/vi/tai-khoan/ket-noi/c1']);
  });

  it('account: its pages stand side by side; for staff they hang from the desk', () => {
    const nav = pageOf('connections').querySelector('.account-nav');
    expect([...(nav?.querySelectorAll('a') ?? [])].map(textOf)).toEqual(['Chào bán của tôi', 'Nhu cầu của tôi', 'Kết nối', 'Tìm kiếm đã lưu', 'Thông báo']);
    expect(textOf(nav?.querySelector('[aria-current]') ?? null)).toBe('Kết nối');
    const viewer = person({ isStaff: true, isSupplier: false, isEnterprise: false });
    const ofStaff = documentOf(<ConnectionsPage view={viewIn('vi', { viewer })} items={[]} paging={NO_MATCHES.paging} />);
    expect(ofStaff.querySelector('.breadcrumb a')?.getAttribute('href')).toBe('/vi/ban-lam-viec');
    expect(textOf(ofStaff.querySelector('.main-nav [aria-current]'))).toBe('Bàn kết nối');
  });

  it('no step of the way but the last is without its address', () => {
    const dead = every.flatMap(([lang, name, page]) => [...documentOf(page()).querySelectorAll('.breadcrumb li:not(:last-child) span')].map((step) => `${lang} ${name}: ${textOf(step)}`));
    expect(dead).toEqual([]);
  });

  it('a telephone number can be called', () => {
    expect(pageOf('sign-in').querySelectorAll('a[href="tel:02920000000"]')).toHaveLength(2);
  });

  it('desk: an open item leads back to its queue, which a phone does not show', () => {
    expect(pageOf('desk-offer').querySelector('.desk-back a')?.getAttribute('href')).toBe('/vi/ban-lam-viec');
  });

  it('a page that is not for the reader leads to another account', () => {
    const document = documentOf(<ErrorPage view={viewIn('vi')} status={403} />);
    expect(document.querySelector('.error-page a[href^="/vi/dang-nhap"]')?.textContent).toBe('Đổi tài khoản');
  });

  it('catalogue: the count, the correction with its way back, and chips that remove', () => {
    const document = pageOf('catalogue');
    expect(textOf(document.querySelector('#h-results'))).toBe('38 chào bán cho “máy sấy xoài”');
    expect(document.querySelector('.notice a')?.getAttribute('href')).toBe('/vi/cong-nghe?q=may+xay+xoai&exact=true');
    expect(textOf(document.querySelector('.chip'))).toMatch(/^Bỏ lọc: Công nghệ thực phẩm/);
    expect(document.querySelector('#q')?.getAttribute('form')).toBe('filter');
    expect(document.querySelector('.row mark')?.textContent).toBe('sấy');
    expect(textOf(document.querySelector('.row .price')).replaceAll('\u00a0', ' ')).toBe('180–220 triệu đồngGiá tham khảo, đã gồm VAT');
  });

  it('catalogue: offers with only some words are not counted as answers, and limits that the text names are told', () => {
    const document = pageOf('catalogue-near');
    expect(textOf(document.querySelector('#h-results'))).toBe('Chào bán gần với “tôm chết dưới 200 triệu”');
    expect(textOf(document.querySelector('p.meta'))).toBe('Chỉ tìm trong giới hạn bạn gõ: đến 200 triệu đồng. Tìm đúng chữ đã gõ');
    expect(document.querySelector('p.meta a')?.getAttribute('href')).toBe('/vi/cong-nghe?exact=true');
  });

  it('an empty catalogue speaks of filters only where there are some', () => {
    expect(textOf(pageOf('catalogue-empty').querySelector('.empty p'))).not.toContain('bộ lọc');
    expect(textOf(documentOf(cataloguePage('vi', { items: [], total: 0, pages: 0, understood: null })).querySelector('.empty p'))).toContain('bộ lọc');
  });

  it('a page past the end says how many there are, and leads to the last', () => {
    const document = documentOf(cataloguePage('vi', { items: [], page: 999, understood: null }));
    expect(textOf(document.querySelector('.empty h2'))).toBe('Danh sách chỉ có 9 trang');
    expect([...document.querySelectorAll('.empty a')].map((link) => link.getAttribute('href'))).toEqual(['/vi/cong-nghe?page=9']);
    expect(document.querySelectorAll('.empty, .pagination')).toHaveLength(1);
  });

  it('an empty catalogue shows one way on', () => {
    expect(pageOf('catalogue-empty').querySelector('.empty a.main')?.getAttribute('href')).toBe('/vi/yeu-cau/moi?need=may+xay+xoai');
  });

  it('offer: a gap in the specifications can be asked about, and the question is a plain form', () => {
    const document = pageOf('offer');
    expect(textOf(document.querySelector('.specs'))).toContain('Nhà cung ứng chưa ghi');
    expect(document.querySelector('#enquire form')?.getAttribute('action')).toBe('/vi/cong-nghe/buong-say-trau-vien/hoi-mua');
  });

  it('offer: a visitor is led to sign in and back', () => {
    const document = documentOf(offerPage('vi', { mayEnquire: false, view: viewIn('vi', { viewer: null }) }));
    expect(document.querySelector('#enquire form')).toBeNull();
    expect(document.querySelector('#enquire a')?.getAttribute('href')).toBe('/vi/dang-nhap?next=%2Fvi%2Fcong-nghe');
  });

  it('request: fit in words, reasons and why-nots told apart by words', () => {
    const document = pageOf('request');
    expect(textOf(document.querySelector('.fit'))).toContain('Rất hợp');
    expect(textOf(document.querySelector('.fit'))).toContain('88/100');
    const labels = [...document.querySelectorAll('.match:first-child .reasons svg')].map((icon) => icon.getAttribute('aria-label'));
    expect(labels).toEqual(['Hợp', 'Hợp', 'Hợp', 'Chưa hợp', 'Chưa rõ']);
  });

  it('a public request tells neither budget nor name when they are not for the reader', () => {
    const text = textOf(pageOf('request-public').body);
    expect(text).toContain('Đơn vị chưa nêu tên');
    expect(text).not.toContain('Ngân sách');
  });

  it('a form that comes back keeps what was typed, leads to the field and says the same there', () => {
    const document = pageOf('request-form');
    expect(document.querySelector('#budgetMillions')?.getAttribute('value')).toBe('ba trăm');
    expect(document.querySelector('.error-summary a')?.getAttribute('href')).toBe('#budgetMillions');
    expect(textOf(document.querySelector('#budgetMillions-error'))).toBe(`Lỗi: ${BUDGET_ERROR}`);
    expect(document.querySelector('.error-summary')?.hasAttribute('autofocus')).toBe(true);
    expect(textOf(document.querySelector('title'))).toMatch(/^Lỗi: /);
  });

  it('desk: the changes stand field by field, and returning takes a reason', () => {
    const document = pageOf('desk-offer');
    expect(document.querySelector('.diff del')?.textContent).toBe('160–190 triệu đồng');
    expect(document.querySelector('form[action$="/return"] textarea[name=reason]')).not.toBeNull();
    expect(document.querySelector('form[action$="/approve"] input[name=version]')?.getAttribute('value')).toBe('7');
  });

  it('a password is never sent back', () => {
    expect(pageOf('sign-in').querySelector('#password')?.hasAttribute('value')).toBe(false);
  });
});

describe('hostile text', () => {
  it('stays text in titles, highlights, values and addresses', () => {
    const escaped = '&lt;img src=x onerror=alert(1)&gt;<mark>xoài</mark>&amp;lt;';
    const pages = [
      cataloguePage('vi', { q: HOSTILE, understood: null, items: [card({ title: HOSTILE, titleHighlighted: escaped, summary: HOSTILE, slug: HOSTILE })] }),
      offerPage('vi', { offer: content({ title: HOSTILE, description: HOSTILE, specs: [{ name: HOSTILE, value: HOSTILE }] }) }),
    ];
    for (const page of pages) {
      expect(html(page)).not.toContain('<img');
      expect(documentOf(page).querySelectorAll('img, [onerror]')).toHaveLength(0);
    }
    const title = documentOf(pages[0]).querySelector('.row h2');
    expect(textOf(title)).toBe(`${HOSTILE}xoài&lt;`);
    expect(title?.querySelectorAll('mark')).toHaveLength(1);
  });

  it('does not trust raw markup in a highlight', () => {
    const page = cataloguePage('vi', { items: [card({ titleHighlighted: `<mark>a</mark>${HOSTILE}<script>1</script>` })] });
    expect(documentOf(page).querySelectorAll('.row img, .row script')).toHaveLength(0);
  });
});

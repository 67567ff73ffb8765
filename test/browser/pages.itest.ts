import type { Page } from 'playwright-core';
import { LANGS } from '../../apps/web/src/i18n/languages.js';
import { violationsOn } from '../support/axe.js';
import { type BrowserFloor, describeInBrowser, openBrowserFloor } from '../support/browser.js';
import type { Person } from '../support/floor.js';
import { type FurnishedPage, type Furniture, furnish, pagesOf } from '../support/furnished-floor.js';

const WIDTHS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
const NARROW = { width: 320, height: 700 };

/** How far the page is wider than the window. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { documentElement } = document;
    return documentElement.scrollWidth - documentElement.clientWidth;
  });

describeInBrowser('every page in a browser', () => {
  let open: BrowserFloor;
  let furniture: Furniture;
  const tabs = new Map<Person | null, Page>();

  beforeAll(async () => {
    open = await openBrowserFloor();
    furniture = await furnish(open.floor);
    tabs.set(null, await (await open.context()).newPage());
    for (const person of ['enterprise', 'supplier', 'broker', 'manager'] as const) tabs.set(person, await open.as(person));
  });
  afterAll(() => open?.close());

  const faultsOf = async (page: Page, { name, url }: FurnishedPage): Promise<string[]> => {
    const faults: string[] = [];
    const answer = await page.goto(url);
    if (answer?.status() !== (name === 'not-found' ? 404 : 200)) faults.push(`${name}: ${answer?.status()}`);
    for (const [width, size] of Object.entries(WIDTHS)) {
      await page.setViewportSize(size);
      faults.push(...(await violationsOn(page)).map((violation) => `${name}, ${width}: ${violation}`));
      if ((await overflowOf(page)) > 0) faults.push(`${name}, ${width}: wider than the window`);
    }
    await page.setViewportSize(NARROW);
    if ((await overflowOf(page)) > 0) faults.push(`${name}: wider than 320`);
    return faults;
  };

  it.each(LANGS)('has no serious violation on phone and desktop and no sideways scroll: %s', async (lang) => {
    const pages = pagesOf(furniture, lang);
    const found = await Promise.all(
      [...tabs].map(async ([person, tab]) => {
        const faults: string[] = [];
        for (const page of pages.filter((one) => one.person === person)) faults.push(...(await faultsOf(tab, page)));
        return faults;
      }),
    );
    expect(found.flat()).toEqual([]);
  });

  it('filters in place: only what was chosen is ticked, also where the counts change the order of the choices', async () => {
    const page = tabs.get(null)!;
    await page.setViewportSize(WIDTHS.desktop);
    await page.goto('/vi/cong-nghe');
    const boxes = page.locator('#filter .facet input[type=checkbox]');
    const valuesOf = (only: 'all' | 'ticked'): Promise<string[]> =>
      boxes.evaluateAll((all, which) => (all as HTMLInputElement[]).filter(({ checked }) => checked || which === 'all').map(({ name, value }) => `${name}=${value}`), only);
    const before = await valuesOf('all');
    const chosen: string[] = [];
    for (const choice of ['field=environment', 'province=86', 'field=mechanical']) {
      const [name, value] = choice.split('=');
      await page.locator(`#filter input[name=${name}][value="${value}"]`).check();
      await page.locator('.chip').nth(chosen.push(choice) - 1).waitFor();
      expect((await valuesOf('ticked')).sort()).toEqual([...chosen].sort());
    }
    const after = await valuesOf('all');
    expect(after).not.toEqual(before.filter((one) => after.includes(one)));
  });

  it('filters in place: groups that somebody has opened or closed stay so', async () => {
    const page = tabs.get(null)!;
    await page.setViewportSize(WIDTHS.desktop);
    await page.goto('/vi/cong-nghe');
    const isOpen = (name: string): Promise<boolean> => page.locator(`#facet-${name}`).evaluate((group) => (group as HTMLDetailsElement).open);
    await page.locator('#facet-kind > summary').click();
    await page.locator('#facet-trlMin > summary').click();
    expect([await isOpen('kind'), await isOpen('trlMin')]).toEqual([true, false]);
    await page.getByRole('checkbox', { name: /^Công nghệ thực phẩm/ }).check();
    await page.locator('.chip').first().waitFor();
    expect([await isOpen('kind'), await isOpen('trlMin')]).toEqual([true, false]);
  });

  it('filters in place: the list changes, the address follows, the back button returns', async () => {
    const page = tabs.get(null)!;
    await page.setViewportSize(WIDTHS.desktop);
    await page.goto('/vi/cong-nghe');
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    const heading = page.locator('#h-results');
    expect(await heading.innerText()).toBe('12 chào bán');
    await page.getByRole('checkbox', { name: /^Công nghệ thực phẩm/ }).check();
    await page.waitForURL(/field=food-technology/);
    await page.locator('.chip').first().waitFor();
    expect(await heading.innerText()).not.toBe('12 chào bán');
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    await page.locator('#q').fill('may say');
    await page.waitForURL(/q=may\+say/);
    await page.getByText(/cho “may say”/).first().waitFor();
    expect(await page.getByRole('checkbox', { name: /^Công nghệ thực phẩm/ }).isChecked()).toBe(true);
    await page.goBack();
    await page.waitForURL((url) => url.search === '?field=food-technology');
    // The address goes back at once, the list when it has come.
    await page.getByText(/cho “may say”/).first().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /^Bỏ lọc: Công nghệ thực phẩm/ }).click();
    await page.waitForURL((url) => url.search === '');
    expect(await heading.innerText()).toBe('12 chào bán');
  });

  it('filters by plain forms without JavaScript as well', async () => {
    const context = await open.context({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/vi/cong-nghe?q=say');
    await page.getByRole('checkbox', { name: /^Công nghệ thực phẩm/ }).check();
    await page.getByRole('button', { name: 'Áp dụng' }).click();
    expect(new URL(page.url()).searchParams.get('field')).toBe('food-technology');
    expect(new URL(page.url()).searchParams.get('q')).toBe('say');
    await context.close();
  });

  it('leads to the same page in the other language', async () => {
    const page = tabs.get(null)!;
    await page.goto(`/vi/cong-nghe/${furniture.offer.slug}`);
    await page.getByRole('navigation', { name: 'Ngôn ngữ' }).getByRole('link', { name: 'EN' }).click();
    expect(new URL(page.url()).pathname).toBe(`/en/offers/${furniture.offer.slug}`);
  });

  it('has broken no content policy and thrown no error on the way', () => {
    expect(open.complaints).toEqual([]);
  });
});

import type { Page } from 'playwright-core';
import { violationsOn } from '../support/axe.js';
import { type BrowserFloor, describeInBrowser, openBrowserFloor } from '../support/browser.js';
import { furnish } from '../support/furnished-floor.js';

describeInBrowser('suggestions under the search box', () => {
  let open: BrowserFloor;
  let page: Page;

  beforeAll(async () => {
    open = await openBrowserFloor();
    await furnish(open.floor);
    page = await (await open.context()).newPage();
  });
  afterAll(() => open?.close());

  const box = () => page.locator('input[role=combobox]');
  const options = () => page.getByRole('listbox').getByRole('option');
  const chosen = () => page.locator('[role=option][aria-selected=true]');

  const typed = async (text: string, at = '/vi/gioi-thieu'): Promise<void> => {
    await page.goto(at);
    await box().fill(text);
    await options().first().waitFor();
  };

  it.each(['/vi/gioi-thieu', '/vi', '/vi/cong-nghe'])('come in groups while somebody types: %s', async (at) => {
    await typed('may say xo', at);
    const groups = page.getByRole('listbox').getByRole('group');
    expect(await groups.evaluateAll((all) => all.map((group) => document.getElementById(group.getAttribute('aria-labelledby')!)?.textContent))).toContain('Chào bán');
    expect(await box().getAttribute('aria-expanded')).toBe('true');
    expect(await options().first().locator('mark').allInnerTexts()).not.toEqual([]);
    expect(await page.locator('.suggest [role=status]').innerText()).toMatch(/^Có \d+ gợi ý/);
  });

  it('are chosen by keys, and Escape closes and keeps the text', async () => {
    await typed('may say xo');
    await page.keyboard.press('ArrowDown');
    expect(await box().getAttribute('aria-activedescendant')).toBe(await chosen().getAttribute('id'));
    expect(await chosen().innerText()).toBe(await options().first().innerText());
    await page.keyboard.press('ArrowUp');
    expect(await box().getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('ArrowUp');
    expect(await chosen().innerText()).toBe(await options().last().innerText());
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    expect(await box().inputValue()).toBe('may say xo');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('listbox').isVisible()).toBe(true);
    await page.keyboard.press('ArrowDown');
    const href = await chosen().getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === href);
  });

  it('lead to the search itself by Enter when none is chosen', async () => {
    await typed('may say');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/vi\/cong-nghe\?q=may\+say$/);
  });

  it('lead to an offer, a supplier or a field by a press', async () => {
    await typed('thuc pham');
    await options().filter({ hasText: 'Công nghệ thực phẩm' }).click();
    await page.waitForURL(/\/vi\/cong-nghe\?field=food-technology$/);
    await typed('don vi');
    await options().filter({ hasText: /^Đơn vị supplier \d/ }).click();
    await page.waitForURL(/\/vi\/nha-cung-ung\//);
  });

  it('close when the focus leaves, and when the box is emptied', async () => {
    await typed('may say');
    await page.keyboard.press('Tab');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
    await typed('may say');
    await box().fill('');
    expect(await page.getByRole('listbox').isVisible()).toBe(false);
  });

  it('ask once for what is typed quickly, and show the answer to what was typed last', async () => {
    await page.goto('/vi/gioi-thieu');
    const asked: string[] = [];
    page.on('request', (request) => request.url().includes('/suggestions') && asked.push(new URL(request.url()).searchParams.get('q')!));
    await box().pressSequentially('may say xoai', { delay: 10 });
    await options().first().waitFor();
    expect(asked.length).toBeLessThan(4);
    expect(asked.at(-1)).toBe('may say xoai');
    page.removeAllListeners('request');
  });

  it.each([{ width: 390, height: 844 }, { width: 320, height: 700 }, { width: 1280, height: 900 }])('have no serious violation and fit the window while open: $width', async (size) => {
    await page.setViewportSize(size);
    for (const at of ['/vi', '/vi/gioi-thieu']) {
      await typed('may say', at);
      await page.keyboard.press('ArrowDown');
      expect(await violationsOn(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    }
  });

  it('are missed by nobody without JavaScript: the box is a plain one and searches', async () => {
    const context = await open.context({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto('/vi/gioi-thieu');
    await plain.getByRole('searchbox').fill('may say');
    await plain.keyboard.press('Enter');
    await plain.waitForURL(/\/vi\/cong-nghe\?q=may\+say$/);
    await context.close();
  });

  it('have broken no content policy and thrown no error on the way', () => {
    expect(open.complaints).toEqual([]);
  });
});

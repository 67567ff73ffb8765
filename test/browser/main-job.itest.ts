import type { Page } from 'playwright-core';
import { type BrowserFloor, describeInBrowser, openBrowserFloor } from '../support/browser.js';

const WORDS = {
  title: 'Máy sấy xoài bơm nhiệt 500 kg/mẻ',
  summary: 'Sấy xoài, chuối, mít bằng bơm nhiệt ở 45 °C, giữ màu và mùi.',
  need: 'Cơ sở cần máy sấy xoài bơm nhiệt, khoảng 500 kg mỗi mẻ, giữ màu.',
};

describeInBrowser('the main job by hand', () => {
  let open: BrowserFloor;
  beforeAll(async () => void (open = await openBrowserFloor()));
  afterAll(() => open?.close());

  describe.each([['with JavaScript', true], ['without JavaScript', false]])('%s', (_name, javaScriptEnabled) => {
    let supplier: Page;
    let broker: Page;
    let enterprise: Page;
    let offerPage: string;
    let offerSlug: string;
    const title = `${WORDS.title}${javaScriptEnabled ? '' : ', bản hai'}`;
    const need = `Sấy xoài ${javaScriptEnabled ? 'ở Cái Bè' : 'ở Cao Lãnh'}`;
    const main = (page: Page) => page.getByRole('main');
    const said = (page: Page) => page.getByRole('status').filter({ hasText: /^Đã/ }).or(page.locator('.notice-done')).first().innerText();

    beforeAll(async () => {
      supplier = await open.as('supplier', { javaScriptEnabled });
      broker = await open.as('broker', { javaScriptEnabled });
      enterprise = await open.as('enterprise', { javaScriptEnabled });
    });

    it('a supplier drafts an offer, is told what is missing, and submits it', async () => {
      await main(supplier).getByRole('link', { name: 'Đăng chào bán' }).click();
      await supplier.getByLabel('Tên công nghệ, thiết bị').fill(title);
      await supplier.getByLabel('Thiết bị', { exact: true }).check();
      await supplier.getByLabel('Công nghệ thực phẩm').check();
      await supplier.getByLabel('Thông số, dòng 1').fill('Công suất');
      await supplier.getByLabel('Giá trị, dòng 1').fill('500');
      await supplier.getByLabel('Đơn vị, dòng 1').fill('kg/mẻ');
      await supplier.getByLabel('Kiểu giá').selectOption('firm');
      await supplier.getByLabel('Giá từ').fill('300');
      await supplier.getByRole('button', { name: 'Gửi duyệt' }).click();
      const fault = supplier.locator('.error-summary a');
      expect(await fault.innerText()).toBe('Viết tóm tắt hai, ba câu để gửi duyệt');
      await fault.click();
      expect(await supplier.evaluate(() => document.activeElement?.id)).toBe('summary');
      await supplier.getByLabel('Tóm tắt', { exact: false }).first().fill(WORDS.summary);
      await supplier.getByRole('button', { name: 'Gửi duyệt' }).click();
      expect(await said(supplier)).toContain('Cán bộ trung tâm xem rồi báo bạn');
      offerPage = supplier.url();
      offerSlug = new URL(offerPage).pathname;
    });

    it('a broker returns it with a reason, the supplier corrects it, the broker approves', async () => {
      await broker.goto('/vi/ban-lam-viec');
      await broker.getByRole('link', { name: title }).click();
      await broker.getByText('Trả lại kèm lý do…').click();
      await broker.getByLabel('Lý do').fill('Chưa nói rõ giá đã gồm VAT hay chưa');
      await broker.getByRole('button', { name: 'Trả lại kèm lý do' }).click();
      expect(await said(broker)).toContain('Đã trả lại');

      await supplier.goto(offerPage);
      expect(await main(supplier).innerText()).toContain('Chưa nói rõ giá đã gồm VAT hay chưa');
      await supplier.getByRole('link', { name: 'Sửa chào bán' }).click();
      await supplier.getByLabel('Thuế VAT').selectOption('included');
      await supplier.getByRole('button', { name: 'Gửi duyệt' }).click();
      expect(await said(supplier)).toContain('Đã gửi');

      await broker.goto('/vi/ban-lam-viec');
      await broker.getByRole('link', { name: title }).click();
      await broker.getByRole('button', { name: /^Duyệt bản/ }).click();
      expect(await said(broker)).toContain('Chào bán đang hiện');
    });

    it('a visitor finds it, typed without accents', async () => {
      await open.floor.quiet();
      const visitor = await (await open.context({ javaScriptEnabled })).newPage();
      await visitor.goto('/');
      await visitor.getByLabel('Từ cần tìm').fill('may say xoai');
      await visitor.getByRole('main').getByRole('button', { name: 'Tìm', exact: true }).click();
      await visitor.getByRole('link', { name: title, exact: true }).click();
      expect(new URL(visitor.url()).pathname).toBe(offerSlug);
      expect(await main(visitor).innerText()).toContain('Giá cố định, đã gồm VAT');
      await visitor.context().close();
    });

    it('an enterprise posts a request, a broker opens it and introduces a match with reasons', async () => {
      await main(enterprise).getByRole('link', { name: 'Nêu nhu cầu' }).first().click();
      await enterprise.getByLabel('Việc cần làm').fill(WORDS.need);
      await enterprise.getByLabel('Tên ngắn của nhu cầu').fill(need);
      await enterprise.getByLabel('Công nghệ thực phẩm').check();
      await enterprise.getByLabel('Ngân sách cao nhất').fill('500');
      await enterprise.getByRole('button', { name: 'Gửi nhu cầu' }).click();
      expect(await said(enterprise)).toContain('Đã gửi');

      await broker.goto('/vi/ban-lam-viec?queue=requests');
      await broker.getByRole('link', { name: need }).click();
      await broker.getByRole('button', { name: /^Duyệt bản/ }).click();
      expect(await said(broker)).toContain('Nhu cầu đang mở');
      await open.floor.quiet();
      await broker.reload();
      const match = broker.locator('.match').filter({ has: broker.getByRole('link', { name: title, exact: true }) });
      expect(await match.innerText()).toContain('Cùng lĩnh vực: Công nghệ thực phẩm');
      await match.getByText('Giới thiệu hai bên…').click();
      await match.getByLabel('Lời giới thiệu').fill('Buồng sấy vừa sức xưởng, mời hai bên trao đổi.');
      await match.getByRole('button', { name: 'Giới thiệu hai bên' }).click();
      expect(await said(broker)).toContain('Đã giới thiệu');
    });

    it('both sides confirm', async () => {
      for (const page of [supplier, enterprise]) {
        await page.goto('/vi/tai-khoan/ket-noi');
        await page.getByRole('link', { name: title, exact: true }).click();
        expect(await main(page).innerText()).toContain('Buồng sấy vừa sức xưởng');
        await page.getByRole('button', { name: 'Xác nhận kết nối' }).click();
        expect(await said(page)).toContain('Đã xác nhận');
      }
      expect(await said(supplier)).not.toContain('bên kia cũng vậy');
      expect(await said(enterprise)).toContain('bên kia cũng vậy');
      expect(await main(enterprise).innerText()).toContain('Hai bên đã xác nhận');
    });
  });

  it('has broken no content policy and thrown no error on the way', () => {
    expect(open.complaints).toEqual([]);
  });

  it('would have noticed a script that the policy refuses', async () => {
    const context = await open.context();
    const page = await context.newPage();
    await page.goto('/vi');
    await page.evaluate(() => document.body.appendChild(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' })));
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    expect(open.complaints.splice(0).join()).toContain('Content Security Policy');
    await context.close();
  });
});

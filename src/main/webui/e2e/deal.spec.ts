import { expect, test, type Page } from '@playwright/test';
import { expectFinished } from './support/checks';
import { openAs } from './support/logIn';

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const cardIn = (page: Page, name: string, deal: string) =>
  column(page, name).getByRole('listitem', { name: deal, exact: true });

/** Drags a card over a column with the mouse; the button stays down. */
async function dragOver(page: Page, from: string, deal: string, to: string) {
  const card = await cardIn(page, from, deal).boundingBox();
  const target = await column(page, to).boundingBox();
  if (!card || !target) throw new Error(`Expected ${deal} in ${from}, and the column ${to}.`);
  await page.mouse.move(card.x + card.width / 3, card.y + card.height - 8);
  await page.mouse.down();
  await page.mouse.move(card.x + card.width / 3 + 20, card.y + card.height, { steps: 4 });
  await page.mouse.move(target.x + target.width / 2, target.y + Math.min(target.height / 2, 200), { steps: 12 });
}

test('3: a partner makes a deal and moves it, the broker sees each move, adds a note, shares it, and wins @S22 @S23 @S24 @X5', async ({
  browser,
}) => {
  const deal = `Chairs for Acme ${Date.now()}`;
  const partner = await openAs(browser, 'partner');
  const broker = await openAs(browser, 'broker');
  await broker.goto('/boards');
  await expect(column(broker, 'Qualification')).toBeVisible();

  await test.step('the partner adds a deal with one contact', async () => {
    await partner.goto('/boards');
    await partner.getByRole('button', { name: 'Add new' }).first().click();
    const dialog = partner.getByRole('dialog', { name: 'New deal' });
    await dialog.getByRole('button', { name: 'Add deal' }).click();
    await expect(dialog.getByText('Enter a name.')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(deal);
    await dialog.getByLabel('Value').fill('23400');
    await dialog.getByLabel('First name').fill('Cora');
    await dialog.getByLabel('Last name').fill('Contact');
    await dialog.getByLabel('Email').fill('cora.contact@example.org');
    await dialog.getByLabel('Phone').fill('+1 303 555 0100');
    await dialog.getByRole('button', { name: 'Add deal' }).click();
    await expect(cardIn(partner, 'Qualification', deal)).toBeVisible();
    await expect(cardIn(broker, 'Qualification', deal)).toBeVisible();
  });

  await test.step('the mouse moves it where the diagram leads', async () => {
    await expect(cardIn(partner, 'Qualification', deal)).toHaveAttribute('data-movable', 'true');
    await dragOver(partner, 'Qualification', deal, 'Needs analysis');
    await expect(column(partner, 'Contract')).toContainText('Qualification leads to Needs analysis or Lost only.');
    await partner.mouse.up();
    await expect(cardIn(partner, 'Needs analysis', deal)).toBeVisible();
    await expect(cardIn(broker, 'Needs analysis', deal)).toBeVisible();
  });

  await test.step('and nowhere else', async () => {
    await expect(cardIn(partner, 'Needs analysis', deal)).toHaveAttribute('data-movable', 'true');
    await dragOver(partner, 'Needs analysis', deal, 'Contract');
    await expect(column(partner, 'Contract')).toContainText('Needs analysis leads to Proposal only.');
    await partner.mouse.up();
    await expect(cardIn(partner, 'Needs analysis', deal)).toBeVisible();
  });

  await test.step('the keyboard moves it too', async () => {
    await cardIn(partner, 'Needs analysis', deal).focus();
    await partner.keyboard.press('Space');
    await partner.keyboard.press('ArrowRight');
    await partner.keyboard.press('Space');
    await expect(cardIn(partner, 'Proposal', deal)).toBeVisible();
    await expect(cardIn(broker, 'Proposal', deal)).toBeVisible();
  });

  await expectFinished(broker, 'board');

  const newsOf = async (page: Page) => {
    await page.getByRole('button', { name: /^News/ }).click();
    return page.getByRole('dialog', { name: 'News' }).getByRole('listitem').filter({ hasText: deal });
  };
  const tickOff = { name: /^Tick off/ };

  await test.step('the bell has told the broker what the partner did, until the broker opens the deal', async () => {
    await expect(broker.getByRole('button', { name: /^News, .* unread$/ })).toBeVisible();
    const news = await newsOf(broker);
    await expect(news.getByRole('button', tickOff)).toHaveCount(3);
    await expectFinished(broker, 'news');
    await news.filter({ hasText: 'moved it to Needs analysis.' }).getByRole('button', tickOff).click();
    await expect(news.getByRole('button', tickOff)).toHaveCount(2);
    await news.getByRole('link', { name: /added this deal/ }).click();
    await expect(broker.getByRole('heading', { name: deal })).toBeVisible();
    await expect((await newsOf(broker)).first()).toBeVisible();
    await expect(news.getByRole('button', tickOff)).toHaveCount(0);
    await broker.keyboard.press('Escape');
  });

  await test.step("a broker's note reaches the partner when it is shared", async () => {
    await cardIn(partner, 'Proposal', deal).getByRole('link', { name: deal }).click();
    await broker.getByRole('textbox', { name: 'Write a note' }).fill('They want them before the term begins.');
    await broker.getByRole('button', { name: 'Add note' }).click();
    await expect(broker.getByText('Internal')).toBeVisible();
    await expect(partner.getByText('They want them before the term begins.')).toBeHidden();
    await broker.getByRole('button', { name: 'Edit this note' }).click();
    await broker.getByRole('switch', { name: 'Share with partner' }).last().click({ force: true });
    await broker.getByRole('button', { name: 'Save note' }).click();
    await expect(broker.getByText('Shared with partner')).toBeVisible();
    await expect(partner.getByText('They want them before the term begins.')).toBeVisible();
  });

  await test.step("a broker's file reaches the partner when it is shared, and the partner's own at once", async () => {
    const add = (page: Page, name: string, content: string) =>
      page
        .getByLabel('Choose files')
        .first()
        .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(content) });
    const pdf = '%PDF-1.7\n%%EOF\n';
    await add(broker, 'Offer.pdf', pdf);
    await expect(broker.getByRole('link', { name: 'Offer.pdf' })).toBeVisible();
    await expect(partner.getByRole('link', { name: 'Offer.pdf' })).toBeHidden();
    await broker.getByRole('button', { name: 'Share Offer.pdf with partner' }).click();
    const download = partner.waitForEvent('download');
    await partner.getByRole('link', { name: 'Offer.pdf' }).click();
    expect((await download).suggestedFilename()).toBe('Offer.pdf');

    const dropped = await partner.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['<html><script>alert(1)</script></html>'], 'Page.pdf'));
      transfer.items.add(new File([content], 'Terms.pdf'));
      return transfer;
    }, pdf);
    const files = partner.getByRole('region', { name: 'Files' });
    await files.dispatchEvent('dragover', { dataTransfer: dropped });
    await expect(files.locator('..').getByText('Drop to add')).toBeVisible();
    await files.dispatchEvent('drop', { dataTransfer: dropped });
    await expect(broker.getByRole('link', { name: 'Terms.pdf' })).toBeVisible();
    await expect(files.getByRole('alert')).toContainText('Page.pdf');
    await expect(files.getByRole('alert')).toContainText('The content of this one is text/html.');
  });

  await expectFinished(broker, 'deal');

  await test.step('the broker wins the deal, and the partner sees it', async () => {
    const moveOn = async (choice: string | RegExp, stage: string) => {
      await broker.getByRole('button', { name: 'Move on' }).click();
      await broker.getByRole('menuitem', { name: choice }).click();
      await expect(broker.getByRole('banner').or(broker.locator('header')).getByText(stage).first()).toBeVisible();
    };
    await moveOn(/Negotiation/, 'Negotiation');
    await moveOn(/Agreed/, 'Contract');
    await expect(partner.getByRole('listitem').filter({ hasText: 'Contract' }).first()).toHaveAttribute(
      'data-state',
      'CURRENT',
    );
    await moveOn(/Signed/, 'Won');
    await expect(partner.locator('header').getByText('Won').first()).toBeVisible();
  });

  await test.step('what the partner saw happen is no news, what comes later is, and all can be ticked off', async () => {
    const news = await newsOf(partner);
    await expect(news.filter({ hasText: 'moved it to Won.' })).toBeVisible();
    await expect(news.getByRole('button', tickOff)).toHaveCount(0);
    await partner.goto('/boards');
    await broker.getByRole('tab', { name: 'Notes' }).click();
    await broker.getByRole('textbox', { name: 'Write a note' }).fill('Thank you!');
    await broker.getByRole('switch', { name: 'Share with partner' }).first().click({ force: true });
    await broker.getByRole('button', { name: 'Add note' }).click();
    await newsOf(partner);
    await expect(news.getByRole('button', tickOff)).toHaveCount(1);
    await partner.getByRole('button', { name: 'Tick all off' }).click();
    await expect(partner.getByRole('button', { name: 'News', exact: true })).toBeVisible();
  });
});

import { expect, test, type Page } from '@playwright/test';
import { expectFinished } from './support/checks';
import { logIn, openAs } from './support/logIn';

/** A workflow of this test alone, so that the others see no change of theirs. */
async function openNewWorkflow(page: Page) {
  await logIn(page, 'ops');
  await page.goto('/workflows');
  await page.getByRole('button', { name: 'New workflow' }).first().click();
  const name = `Resellers ${Date.now()}`;
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Create workflow' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await page.getByRole('link', { name: 'Edit diagram' }).click();
  await expect(element(page, 'Stage_Qualification')).toBeVisible();
}

function element(page: Page, id: string) {
  return page.locator(`.djs-shape[data-element-id="${id}"]`);
}

async function addStageAfter(page: Page, id: string, name: string) {
  const add = page.getByTitle('Add deal stage after this');
  await expect(async () => {
    await element(page, id).locator('.djs-hit').first().click(); // missed while the diagram still finds its place
    await expect(add).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await add.click();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

async function publish(page: Page, comment: string) {
  await page.getByRole('button', { name: 'Publish version' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What did you change, and why?').fill(comment);
  await dialog.getByRole('button', { name: 'Publish version' }).click();
}

async function createDeal(broker: Page, workflowId: string, name: string): Promise<string> {
  const contact = { firstName: 'Cora', lastName: 'Contact', email: 'cora@example.org', phone: '+1 303 555 0100' };
  const answer = await broker.request.post('/api/deals', { data: { name, workflowId, contacts: [contact] } });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).id;
}

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('an ops manager adds a stage between two others and publishes it @W2 @W7 @X5', async ({ page }) => {
  await openNewWorkflow(page);
  await addStageAfter(page, 'Stage_NeedsAnalysis', 'Legal review');
  await expect(element(page, 'Stage_LegalReview')).toBeVisible();
  await page.getByLabel('Who may move the deal on').selectOption({ label: 'Only the broker' });
  await expect(page.getByText('No problems found')).toBeVisible();
  await expectFinished(page, 'workflow-editor');

  await publish(page, 'The lawyers look at it first');
  await expect(page.getByText('Version 2 is published')).toBeVisible();

  await page.goto(page.url().replace(/\/edit$/, '?tab=versions'));
  await expect(page.getByRole('row', { name: /Version 2/ })).toContainText('The lawyers look at it first');
  await expectFinished(page, 'workflow-versions');
  await page.getByRole('link', { name: 'Compare with current' }).click();
  await expect(page.getByText('Added: "Legal review"')).toBeVisible();
  await expectFinished(page, 'workflow-comparison');
});

test('new deals have the new column, a running deal keeps its version until it is moved @W5 @W7', async ({
  page,
  browser,
}) => {
  await openNewWorkflow(page);
  const workflowId = page.url().split('/').at(-2)!;
  const broker = await openAs(browser, 'broker');
  const running = `Running ${Date.now()}`;
  const fresh = `Fresh ${Date.now()}`;
  const runningId = await createDeal(broker, workflowId, running);

  await addStageAfter(page, 'Stage_NeedsAnalysis', 'Credit check');
  await publish(page, 'Ask the bank first');

  await expect(page.getByText('Version 2 is published')).toBeVisible();
  await createDeal(broker, workflowId, fresh);
  await broker.goto(`/boards/${workflowId}`);
  await expect(column(broker, 'Credit check')).toBeVisible();
  await expect(column(broker, 'Qualification').getByRole('listitem', { name: fresh })).toBeVisible();
  await expectFinished(broker, 'board-of-new-version');

  await broker.goto(`/deals/${runningId}`);
  await expect(broker.getByText('This deal runs on version 1 of its workflow')).toBeVisible();
  await expectFinished(broker, 'deal-of-older-version');
  await page.goto(`/deals/${runningId}`);
  await page.getByRole('button', { name: 'Move to version 2' }).click();
  const plan = page.getByRole('dialog', { name: 'Move to version 2' });
  await expect(plan.getByText('The deal can be moved from version 1 to version 2.')).toBeVisible();
  await expectFinished(page, 'deal-migration');
  await plan.getByRole('button', { name: 'Move to version 2' }).click();
  await expect(page.getByText('This deal runs on version 1 of its workflow')).toBeHidden();
  await expect(page.getByText(/version 2/i).first()).toBeVisible();
});

test('mistakes are shown at the element and refused @W3', async ({ page }) => {
  await openNewWorkflow(page);
  await element(page, 'Stage_NeedsAnalysis').locator('.djs-hit').first().click();
  await page.getByTitle('Add decision after this').click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /Several arrows leave "Needs analysis"/ }).first()).toBeVisible();
  const dot = page.locator('.djs-overlay .pf-problem button').first();
  await dot.click();
  await expect(page.getByRole('tooltip').first()).toBeVisible();

  await publish(page, 'By mistake');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('was not published');
});

test('an older version is brought back', async ({ page }) => {
  await openNewWorkflow(page);
  await addStageAfter(page, 'Stage_NeedsAnalysis', 'Legal review');
  await publish(page, 'Try it');
  await expect(page.getByText('Version 2 is published')).toBeVisible();
  await page.goto(page.url().replace(/\/edit$/, '?tab=versions'));
  await page.getByRole('button', { name: 'Bring back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish it again' }).click();
  await expect(page.getByText('Version 3').first()).toBeVisible();
});

test('a stage demands a file: the board asks for it, and the deal goes on with it @S22 @W7', async ({
  page,
  browser,
}) => {
  await openNewWorkflow(page);
  const workflowId = page.url().split('/').at(-2)!;
  await element(page, 'Stage_Qualification').locator('.djs-hit').first().click();
  await page.getByLabel('Moving on demands').selectOption({ label: 'A file' });
  await publish(page, 'No deal without a proof');
  await expect(page.getByText('Version 2 is published')).toBeVisible();

  const broker = await openAs(browser, 'broker');
  const name = `Proven ${Date.now()}`;
  const id = await createDeal(broker, workflowId, name);
  await broker.goto(`/boards/${workflowId}`);
  const card = column(broker, 'Qualification').getByRole('listitem', { name, exact: true });
  await expect(card).toHaveAttribute('data-movable', 'true');
  await card.focus();
  await broker.keyboard.press('Space');
  await broker.keyboard.press('ArrowRight');
  await broker.keyboard.press('Space');

  const dialog = broker.getByRole('dialog', { name: `How does ${name} go on?` });
  await dialog.getByRole('button', { name: 'Move on' }).click();
  await expect(broker.getByRole('alert')).toContainText('Qualification demands a file before a deal is moved on.');

  await card.focus();
  await broker.keyboard.press('Space');
  await broker.keyboard.press('ArrowRight');
  await broker.keyboard.press('Space');
  await expect(dialog).toBeVisible();
  await expectFinished(broker, 'board-asks-for-file');
  const proof = { name: 'Proof.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') };
  await dialog.locator('input[type=file]').setInputFiles(proof);
  await dialog.getByRole('button', { name: 'Move on' }).click();
  await expect(column(broker, 'Needs analysis').getByRole('listitem', { name, exact: true })).toBeVisible();
  await broker.goto(`/deals/${id}`);
  await expect(broker.getByRole('link', { name: 'Proof.pdf' })).toBeVisible();
});

import { expect, test, type Page } from '@playwright/test';
import { expectFinished } from './support/checks';
import { logIn } from './support/logIn';

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
  await element(page, id).locator('.djs-hit').first().click();
  await page.getByTitle('Add deal stage after this').click();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

test('an ops manager adds a stage between two others and publishes it', async ({ page }) => {
  await openNewWorkflow(page);
  await addStageAfter(page, 'Stage_NeedsAnalysis', 'Legal review');
  await expect(element(page, 'Stage_LegalReview')).toBeVisible();
  await page.getByLabel('Who may move the deal on').selectOption({ label: 'Only the broker' });
  await expect(page.getByText('No problems found')).toBeVisible();
  await expectFinished(page, 'workflow-editor');

  await page.getByRole('button', { name: 'Publish version' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What did you change, and why?').fill('The lawyers look at it first');
  await dialog.getByRole('button', { name: 'Publish version' }).click();
  await expect(page.getByText('Version 2 is published')).toBeVisible();

  await page.goto(page.url().replace(/\/edit$/, '?tab=versions'));
  await expect(page.getByRole('row', { name: /Version 2/ })).toContainText('The lawyers look at it first');
  await expectFinished(page, 'workflow-versions');
  await page.getByRole('link', { name: 'Compare with current' }).click();
  await expect(page.getByText('Added: "Legal review"')).toBeVisible();
  await expectFinished(page, 'workflow-comparison');
});

test('mistakes are shown at the element and refused', async ({ page }) => {
  await openNewWorkflow(page);
  await element(page, 'Stage_NeedsAnalysis').locator('.djs-hit').first().click();
  await page.getByTitle('Add decision after this').click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /Several arrows leave "Needs analysis"/ }).first()).toBeVisible();
  const dot = page.locator('.djs-overlay .pf-problem button').first();
  await dot.click();
  await expect(page.getByRole('tooltip').first()).toBeVisible();

  await page.getByRole('button', { name: 'Publish version' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What did you change, and why?').fill('By mistake');
  await dialog.getByRole('button', { name: 'Publish version' }).click();
  await expect(dialog.getByRole('alert')).toContainText('was not published');
});

test('an older version is brought back', async ({ page }) => {
  await openNewWorkflow(page);
  await addStageAfter(page, 'Stage_NeedsAnalysis', 'Legal review');
  await page.getByRole('button', { name: 'Publish version' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What did you change, and why?').fill('Try it');
  await dialog.getByRole('button', { name: 'Publish version' }).click();
  await expect(page.getByText('Version 2 is published')).toBeVisible();
  await page.goto(page.url().replace(/\/edit$/, '?tab=versions'));
  await page.getByRole('button', { name: 'Bring back' }).click();
  await dialog.getByRole('button', { name: 'Publish it again' }).click();
  await expect(page.getByText('Version 3').first()).toBeVisible();
});

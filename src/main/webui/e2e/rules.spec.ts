import { expect, test } from '@playwright/test';
import { expectFinished } from './support/checks';
import { logIn } from './support/logIn';

test('an admin tunes lead assignment: edits, checks, looks at what would change, publishes, rolls back', async ({
  page,
}) => {
  const region = `Nordics ${Date.now()}`;
  await logIn(page, 'admin');
  await page.goto('/rules');
  await expectFinished(page, 'rules');
  await page.getByRole('link', { name: 'Lead assignment' }).click();
  const table = page.getByRole('table', { name: 'Rows of lead assignment' });
  await expect(table).toBeVisible();
  const versionBefore = await page
    .getByText(/^Version \d+$/)
    .first()
    .innerText();

  await test.step('a new row is typed into cells, and the checks speak at the row', async () => {
    await page.getByRole('button', { name: 'Add row' }).click();
    const cell = table.getByRole('button', { name: /^Region of row \d+: any$/ }).last();
    await expect(cell).toBeEnabled();
    await cell.click();
    await page.getByRole('textbox', { name: /^Region of row/ }).click();
    await page.getByRole('option', { name: 'any of' }).click();
    await page.getByRole('textbox', { name: 'Values' }).fill(region);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByText('Expected an outcome.')).toBeVisible();
    await table.getByRole('button', { name: /^Outcome of row \d+: Choose an outcome$/ }).click();
    await page.getByRole('textbox', { name: /^Outcome of row/ }).click();
    await page.getByRole('option', { name: 'Fewest open leads' }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Expected an outcome.')).toBeHidden();
    await expect(page.getByText(/^Draft saved by/)).toBeVisible();
  });

  await test.step('the row goes to the top by the keyboard', async () => {
    const last = table.getByRole('button', { name: `: ${region}` });
    const number = Number(/row (\d+)/.exec((await last.getAttribute('aria-label')) ?? '')?.[1]);
    await last.focus();
    for (let place = number; place > 1; place--) {
      await page.keyboard.press('Alt+ArrowUp');
      const moved = table.locator(`[data-row="${place - 2}"]`);
      await expect(moved).toContainText(region);
      await expect(moved.locator('[data-cell]').first()).toBeFocused();
    }
    await expectFinished(page, 'rule-table');
  });

  await test.step('what the draft would change is shown before it is published', async () => {
    await page.getByRole('tab', { name: 'What if' }).click();
    await page.getByRole('button', { name: 'Show what would change' }).click();
    await expect(page.getByText(/decisions would lead to somebody else|was decided yet/)).toBeVisible();
    await expectFinished(page, 'rules-what-if');
  });

  await test.step('the version is published and is in force', async () => {
    await page.getByRole('button', { name: 'Publish version' }).click();
    await page.getByRole('textbox', { name: 'Comment' }).fill('Nordics first');
    await page.getByRole('button', { name: /^Publish version \d+$/ }).click();
    await expect(page.getByText(/is in force\.$/)).toBeVisible();
    await expect(page.getByText(versionBefore, { exact: true }).first()).toBeHidden();
  });

  await test.step('it is compared with the one before, and rolled back', async () => {
    await page.getByRole('tab', { name: 'Versions' }).click();
    await page.getByRole('button', { name: 'Compare' }).first().click();
    await expect(page.getByText('Row 1 is new')).toBeVisible();
    await page.keyboard.press('Escape');
    await expectFinished(page, 'rule-versions');
    await page.getByRole('button', { name: 'Roll back to it' }).first().click();
    await page.getByRole('textbox', { name: 'Why' }).fill('It was a try');
    await page.getByRole('button', { name: 'Roll back', exact: true }).click();
    await expect(page.getByText(/with the rows of version \d+\.$/)).toBeVisible();
  });
});

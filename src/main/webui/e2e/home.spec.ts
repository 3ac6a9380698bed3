import { expect, test } from '@playwright/test';
import { expectFinished } from './support/checks';
import { logIn } from './support/logIn';

test('staff begin with what waits for them', async ({ page }) => {
  await logIn(page, 'admin');
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Good day, Amelie' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Needs attention' })).toBeVisible();
  await expectFinished(page, 'home');
});

test('partners and customers begin at their work', async ({ page }) => {
  await logIn(page, 'partner');
  await page.goto('/');
  await expect(page).toHaveURL(/\/boards/);
  await logIn(page, 'customer');
  await page.goto('/');
  await expect(page).toHaveURL(/\/requests/);
});

test('an admin sees the users, what one may do, and the audit trail @X1 @X2', async ({ page }) => {
  await logIn(page, 'admin');
  await page.goto('/users');
  await expect(page.getByRole('link', { name: 'Bea Broker' })).toBeVisible();
  await expectFinished(page, 'users');
  await page.getByRole('link', { name: 'Bea Broker' }).click();
  await expect(page.getByRole('checkbox', { name: 'Broker' })).toBeChecked();
  await expectFinished(page, 'user');
  await page.goto('/audit');
  await expect(page.getByText('Logged in').first()).toBeVisible();
  await expectFinished(page, 'audit');
});

test('Ctrl+K finds a page by its name', async ({ page }) => {
  await logIn(page, 'admin');
  await page.goto('/profile');
  await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('audit');
  await page.getByRole('dialog').getByText('Audit trail').click();
  await expect(page).toHaveURL('/audit');
});

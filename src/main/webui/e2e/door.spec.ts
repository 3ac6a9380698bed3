import { expect, test } from '@playwright/test';
import { expectFinished } from './support/checks';
import { logIn, logInByForm, people } from './support/logIn';

test('the log-in page is finished and says what is wrong @X3', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
  await expectFinished(page, 'log-in');
  await page.getByLabel('Email').fill('nobody@demo.example');
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('alert')).toContainText('email address or the password is wrong');
});

test('after logging in one is where one wanted to be', async ({ page }) => {
  await page.goto('/profile');
  await expect(page).toHaveURL(/\/login\?from=/);
  await page.getByLabel('Email').fill(people.broker);
  await page.getByLabel('Password', { exact: true }).fill('demo-partnerflow');
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page).toHaveURL('/profile');
  await expectFinished(page, 'profile');
});

test('the keyboard reaches the content and the search at once', async ({ page }) => {
  await logInByForm(page, people.admin);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByLabel('Search')).toBeFocused();
});

test('a link that has expired leads to a page that says so', async ({ page }) => {
  await page.goto('/invitation/not-a-token');
  await expect(page.getByRole('heading', { name: 'This invitation is no longer valid' })).toBeVisible();
  await expectFinished(page, 'invitation-gone');
});

test('a session that ended leads to the log-in page and back', async ({ page }) => {
  await logIn(page, 'broker');
  await page.goto('/profile');
  await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible();
  await page.context().clearCookies();
  await page.reload();
  await expect(page).toHaveURL(/\/login\?from=/);
});

test('a page that does not exist says so', async ({ page }) => {
  await logIn(page, 'admin');
  await page.goto('/no-such-page');
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
});

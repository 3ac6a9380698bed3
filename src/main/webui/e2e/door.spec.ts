import { expect, test } from '@playwright/test';
import { expectFinished } from './support/checks';
import { logIn, logInByForm, people } from './support/logIn';
import { linkIn, mailTo } from './support/mails';

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

test('who has forgotten the password sets another one by a mailed link [F1.8]', async ({ page, browser }) => {
  const email = `forgetful.${Date.now().toString(36)}@demo.example`;
  await logIn(page, 'admin');
  await page.goto('/users');
  await page.getByRole('button', { name: 'Invite user' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Fay Forgetful');
  await page.getByRole('dialog').getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Send invitation' }).click();
  const invitation = await mailTo(email, 'Your account at');

  const context = await browser.newContext();
  const person = await context.newPage();
  await person.goto(linkIn(invitation, '/invitation/'));
  await person.getByLabel('Password', { exact: true }).fill('teapot under a ladder');
  await person.getByRole('button', { name: 'Set password and log in' }).click();
  await expect(person.getByRole('navigation', { name: 'Main', exact: true })).toBeVisible();
  await context.clearCookies();

  await person.goto('/login');
  await person.getByRole('link', { name: 'Forgotten your password?' }).click();
  await expectFinished(person, 'forgotten-password');
  await person.getByLabel('Email').fill(email);
  await person.getByRole('button', { name: 'Send the link' }).click();
  await expect(person.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible();
  await person.goto(linkIn(await mailTo(email, 'Set a new password'), '/password-reset/'));
  await expectFinished(person, 'password-reset');
  await person.getByLabel('New password', { exact: true }).fill('ladder over a teapot');
  await person.getByRole('button', { name: 'Set the password' }).click();
  await expect(person).toHaveURL('/login');
  await logInByForm(person, email, 'ladder over a teapot');
  await context.close();
});

test('a profile shows where one is logged in, and asks both addresses before the log-in changes [F1.1]', async ({
  page,
}) => {
  await logIn(page, 'broker');
  await page.goto('/profile');
  await expect(page.getByRole('region', { name: 'Where you are logged in' }).getByText('This one')).toBeVisible();
  const address = page.getByRole('region', { name: 'Log-in address' });
  const wanted = `bea.${Date.now().toString(36)}@demo.example`;
  await address.getByLabel('New address').fill(wanted);
  await address.getByLabel('Your password', { exact: true }).fill('demo-partnerflow');
  await address.getByRole('button', { name: 'Send both links' }).click();
  await expect(page.getByText(`${wanted} waits to be confirmed`)).toBeVisible();
  await expectFinished(page, 'profile-address');
  await page.goto(linkIn(await mailTo(wanted, 'Confirm the address'), '/email-change/'));
  await page.getByRole('button', { name: 'Confirm the address' }).click();
  await expect(page.getByRole('heading', { name: 'Confirmed here' })).toBeVisible();
  await page.goto('/profile');
  await page.getByRole('button', { name: 'Keep the present address' }).click();
  await expect(page.getByText(`${wanted} waits to be confirmed`)).toHaveCount(0);
});

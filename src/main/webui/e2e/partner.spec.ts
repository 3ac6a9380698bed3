import { expect, test } from '@playwright/test';
import { expectFinished } from './support/checks';
import { logIn, people } from './support/logIn';
import { linkIn, mailsTo, mailTo } from './support/mails';

// One partner from the spreadsheet to the first own page: each test goes on where the one before ended.
test.describe.configure({ mode: 'serial' });

const mark = Date.now().toString(36);
const account = `Harbour ${mark} Community College`;
const grace = { firstName: 'Grace', lastName: `Lee${mark}`, email: `grace.${mark}@harbour.example` };
const fullName = `${grace.firstName} ${grace.lastName}`;
const password = 'a lantern over the harbour';

const csv = `Name,Website,Phone,Notes
${account},https://harbour.example,+1 555 0100,From the spring fair
Zephyr ${mark} Logistics,https://zephyr.example,+1 555 0101,
,https://nameless.example,+1 555 0102,A line without a name
`;

test('an admin imports partner accounts and sees what was refused', async ({ page }) => {
  await logIn(page, 'admin');
  await page.goto('/imports');
  await expectFinished(page, 'imports');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: `accounts-${mark}.csv`, mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(page.getByRole('heading', { name: `accounts-${mark}.csv` })).toBeVisible();
  await expectFinished(page, 'import-mapping');
  await page.getByRole('button', { name: 'Check 3 lines' }).click();
  await expect(page.getByText('What the check found')).toBeVisible();
  await expectFinished(page, 'import-check');
  const leaveOut = page.getByLabel(/Import the good lines and leave out/);
  await leaveOut.check();
  await page.getByRole('button', { name: 'Import 2 accounts' }).click();
  await expect(page.getByText('What was imported')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Download refused lines' })).toBeVisible();
});

test('an account is enabled as partner, and one of its contacts as partner user', async ({ page }) => {
  await logIn(page, 'admin');
  await page.goto(`/partner-accounts?q=${mark}`);
  await expect(page.getByRole('link', { name: account })).toBeVisible();
  await expectFinished(page, 'partner-accounts');
  await page.getByRole('link', { name: account }).click();
  await page.getByRole('button', { name: 'Enable as partner' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Enable as partner' }).click();
  await expect(page.getByText(`${account} is a partner now`)).toBeVisible();
  await expectFinished(page, 'partner-account');

  await page.getByRole('tab', { name: 'Contacts' }).click();
  await page.getByRole('button', { name: 'Add contact' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('First name').fill(grace.firstName);
  await dialog.getByLabel('Last name').fill(grace.lastName);
  await dialog.getByLabel('Email').fill(grace.email);
  await dialog.getByLabel('Phone').fill('+1 555 0103');
  await dialog.getByRole('button', { name: 'Add contact' }).click();
  await page.getByRole('link', { name: `Enable ${fullName} as partner user` }).click();

  await expect(page.getByText('no log-in email is sent')).toBeVisible();
  await expectFinished(page, 'enable-partner-user');
  await page.getByRole('button', { name: 'Enable as partner user' }).click();
  await expect(page.getByRole('heading', { name: fullName })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Not allocated: no log-in email was sent' })).toBeVisible();
  await expectFinished(page, 'partner-user-waiting');
  expect(mailsTo(grace.email)).toEqual([]);
});

test('once allocated, the partner user is invited by mail', async ({ page }) => {
  await logIn(page, 'admin');
  await page.goto(`/partner-users?q=${mark}`);
  await page.getByRole('link', { name: fullName }).click();
  await page.getByRole('button', { name: 'Allocate' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Allocated to').click();
  await page.getByRole('option', { name: 'Bea Broker' }).click();
  await dialog.getByRole('button', { name: 'Save allocation' }).click();
  await expect(page.getByText('The invitation was mailed; there is no answer yet.')).toBeVisible();
  await expectFinished(page, 'partner-user-invited');
});

test('the partner follows the link, sets a password and sees an empty board', async ({ page, browser }) => {
  const mail = await mailTo(grace.email, '');
  await page.goto(linkIn(mail, '/invitation/'));
  await expect(page.getByRole('heading', { name: `Welcome, ${fullName}` })).toBeVisible();
  await expectFinished(page, 'invitation');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Set password and log in' }).click();
  await expect(page).toHaveURL(/\/boards/);
  await expect(page.getByText('No deals yet. Add your first one')).toBeVisible();
  await expectFinished(page, 'board-empty');

  await page.goto(linkIn(mail, '/invitation/'));
  await expect(page.getByRole('heading', { name: 'This invitation is no longer valid' })).toBeVisible();

  const staff = await browser.newPage();
  await logIn(staff, 'broker');
  await staff.goto(`/partner-users?q=${mark}`);
  await staff.getByRole('link', { name: fullName }).click();
  await expect(staff.getByText('Active: works in the portal.')).toBeVisible();
  await staff.close();
});

test('who is not staff sees nothing of it', async ({ page }) => {
  await page.request.post('/api/session', { data: { email: people.customer, password: 'demo-partnerflow' } });
  await page.goto('/partner-accounts');
  await expect(page.getByRole('heading', { name: 'No permission' })).toBeVisible();
  await expectFinished(page, 'no-permission');
});

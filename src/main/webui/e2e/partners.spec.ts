import { expect, test, type Page } from '@playwright/test';
import { expectFinished } from './support/checks';
import { logIn } from './support/logIn';
import { linkIn, mailsTo, mailTo } from './support/mails';

const run = Date.now().toString(36);
const company = `Juniper Works ${run}`;
const person = { first: 'Noor', last: `Haddad ${run}`, email: `noor.${run}@juniper.example` };
const companies = [
  'Symbol,Security,GICS Sector,Headquarters Location',
  `JUN,${company},Industrials,"Boise, Idaho"`,
  `HAR,"Harbour Lane Consulting, Inc.",Services,"Portland, Oregon"`,
  'BAD,,Energy,"Tulsa, Oklahoma"',
].join('\n');

test.describe.configure({ mode: 'serial' });

test('an admin imports accounts from a file, with preview, progress and report @R2', async ({ page }) => {
  await logIn(page, 'admin');
  await page.goto('/partner-accounts');
  await expect(page.getByRole('link', { name: 'Harbour Lane Consulting' })).toBeVisible();
  await expectFinished(page, 'partner-accounts');
  await page.getByRole('link', { name: 'Import' }).click();
  await expectFinished(page, 'imports');
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name: 'companies.csv', mimeType: 'text/csv', buffer: Buffer.from(companies) });

  await expect(page.getByRole('textbox', { name: 'Import Security as' })).toHaveValue('Full name');
  await expect(page.getByText('Boise, Idaho')).toBeVisible();
  await expectFinished(page, 'import-mapping');
  await page.getByRole('button', { name: 'Check 3 lines' }).click();

  await expect(page.getByRole('heading', { name: 'What the check found' })).toBeVisible();
  await expect(page.getByText('Name: expected a name, but the cell is empty.')).toBeVisible();
  await expectFinished(page, 'import-checked');
  await expect(page.getByRole('button', { name: 'Import 1 account' })).toBeDisabled();
  await page.getByLabel('Import the good lines and leave out the refused line').check();
  await page.getByRole('button', { name: 'Import 1 account' }).click();

  await expect(page.getByRole('heading', { name: 'What was imported' })).toBeVisible();
  await expectFinished(page, 'import-done');
  await page.getByRole('link', { name: 'Show partner accounts' }).click();
  await page.getByLabel('Search name or town').fill(company);
  await expect(page.getByRole('link', { name: company })).toBeVisible();
});

test('[F7.2] how a file was read can be changed', async ({ page }) => {
  await logIn(page, 'admin');
  await page.goto('/imports');
  await page.getByLabel('CSV file').setInputFiles({
    name: 'places.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Name;City, State\nAcme;Denver, CO'),
  });
  await expect(page.getByRole('rowheader', { name: 'City, State' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Separated by' }).click();
  await page.getByRole('option', { name: 'comma' }).click();
  await expect(page.getByRole('rowheader', { name: 'Name;City' })).toBeVisible();
  await expectFinished(page, 'import-reading');
});

test('[F8.2] a partner user is made of a contact, and the page says so', async ({ page }) => {
  await logIn(page, 'broker');
  await page.goto('/partner-users/new');
  await expect(page.getByText('A partner user is made of a contact')).toBeVisible();
  await expectFinished(page, 'partner-user-without-contact');
});

test('[F8.4] the audit trail is searched, and leads to its records', async ({ page }) => {
  await logIn(page, 'admin');
  await page.goto('/audit');
  await page.getByLabel('Search who, what, details').fill('partner account imported');
  await expect(page.getByRole('link', { name: 'Partner account' }).first()).toBeVisible();
  await expectFinished(page, 'audit-trail');

  await page.getByRole('link', { name: 'All changes of this partner account' }).first().click();
  await expect(page).toHaveURL(/recordId=/);
  await page.getByRole('button', { name: 'Remove the filter Only' }).click();
  await expect(page).not.toHaveURL(/recordId=/);
});

test('a new account shows likely duplicates while it is typed', async ({ page }) => {
  await logIn(page, 'broker');
  await page.goto('/partner-accounts/new');
  await page.getByLabel('Full name').fill('Harbor Lane Consulting Inc');
  await expect(page.getByRole('list', { name: 'Likely duplicates' })).toContainText('Harbour Lane Consulting');
  await expect(page.getByRole('button', { name: 'Create account' })).toBeDisabled();
  await expectFinished(page, 'new-account');
  await page.getByLabel('Full name').fill('DPS');
  await expect(page.getByText('looks like an acronym')).toBeVisible();
});

test('an account becomes a partner, and a contact a partner user who waits for allocation @P4 @S8 @S11 @X5', async ({
  page,
}) => {
  await logIn(page, 'admin');
  await openAccount(page);
  await page.getByRole('button', { name: 'Enable as partner' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Enable as partner' }).click();
  await expect(page.getByText(`${company} is a partner now`)).toBeVisible();
  await expectFinished(page, 'account');

  await page.getByRole('tab', { name: 'Contacts' }).click();
  await page.getByRole('button', { name: 'Add contact' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('First name').fill(person.first);
  await dialog.getByLabel('Last name').fill(person.last);
  await dialog.getByLabel('Email').fill(person.email);
  await dialog.getByRole('button', { name: 'Add contact' }).click();
  await page.getByRole('link', { name: `Enable ${person.first} ${person.last} as partner user` }).click();

  await expect(page.getByRole('heading', { name: 'Enable as partner user' })).toBeVisible();
  await expect(page.getByText('An invitation with a personal link is mailed')).toBeVisible(); // the account's owner is filled in
  await page.getByRole('textbox', { name: 'Allocated to' }).press('Backspace');
  await page.keyboard.press('Escape'); // the list of choices lies over the button
  await expect(page.getByText('As long as nobody is chosen, no log-in email is sent.')).toBeVisible();
  await expectFinished(page, 'enable-partner-user');
  await page.getByRole('button', { name: 'Enable as partner user' }).click();

  await expect(page.getByRole('heading', { name: `${person.first} ${person.last}` })).toBeVisible();
  await expect(page.getByText('Not allocated: no log-in email was sent.').first()).toBeVisible();
  await expectFinished(page, 'partner-user-waiting');
  expect(mailsTo(person.email)).toEqual([]);
});

test('once allocated, the partner user is invited, sets a password and is in the portal @S10 @S16', async ({
  page,
  browser,
}) => {
  await logIn(page, 'broker');
  await page.goto('/partner-users');
  await expectFinished(page, 'partner-users');
  await page.getByRole('link', { name: `${person.first} ${person.last}` }).click();
  await page.getByRole('button', { name: 'Allocate' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Allocated to' }).click();
  await page.getByRole('option', { name: 'Bea Broker' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').getByRole('button', { name: 'Save allocation' }).click();
  await expect(page.getByText('The invitation was mailed; there is no answer yet.')).toBeVisible();

  const mail = await mailTo(person.email, 'invites you to the partner portal');
  const context = await browser.newContext();
  const partner = await context.newPage();
  await partner.goto(linkIn(mail, '/invitation/'));
  await partner.getByLabel('Password', { exact: true }).fill('a password of my own');
  await partner.getByRole('button', { name: 'Set password and log in' }).click();
  await expect(partner.getByRole('navigation', { name: 'Main', exact: true })).toBeVisible();
  await expect(partner.getByRole('link', { name: 'Partner accounts' })).toHaveCount(0);
  await partner.goto('/boards');
  await expect(
    partner.getByText('No deals yet. Add your first one, or wait until one is shared with you.'),
  ).toBeVisible();
  await context.close();

  await expect(page.getByText('Active: works in the portal.')).toBeVisible();
  expect(mailsTo(person.email)).toHaveLength(1);
});

test('a partner user is added by name, email and phone @S9', async ({ page }) => {
  const name = `Omri ${run}`;
  await logIn(page, 'admin');
  await page.goto('/partner-users');
  await page.getByRole('button', { name: 'Add partner user' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Partner account' }).fill(company);
  await page.getByRole('option', { name: company }).click();
  await dialog.getByLabel('First name').fill(name);
  await dialog.getByLabel('Last name').fill('Adler');
  await dialog.getByLabel('Email').fill(`omri.${run}@juniper.example`);
  await dialog.getByLabel('Phone').fill('+1 208 555 0199');
  await expectFinished(page, 'add-partner-user');
  await dialog.getByRole('button', { name: 'Check details' }).click();
  await expect(page.getByText('+1 208-555-0199')).toBeVisible();
  await page.getByRole('textbox', { name: 'Allocated to' }).press('Backspace'); // the account's owner is filled in
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Enable as partner user' }).click();
  await expect(page.getByRole('heading', { name: `${name} Adler` })).toBeVisible();
  await expect(page.getByText('Not allocated: no log-in email was sent.').first()).toBeVisible();
});

test('an admin sees where partners’ deals begin, and turns the email "partner added" off and on @S3', async ({
  page,
}) => {
  await logIn(page, 'admin');
  await page.goto('/portal-settings');
  const option = page.getByLabel('Email “partner added”');
  await expect(page.getByText('Partners’ new deals begin in the default one of your workflows.')).toBeVisible();
  await expectFinished(page, 'portal-settings');
  await option.uncheck();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Portal settings saved')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save settings' })).toBeDisabled();
  await option.check();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByRole('button', { name: 'Save settings' })).toBeDisabled();
  await page.goto('/picklists');
  await expectFinished(page, 'picklists');
});

test('only an admin reaches the settings of the portal', async ({ page }) => {
  await logIn(page, 'broker');
  await page.goto('/portal-settings');
  await expect(page.getByText(/permission/)).toBeVisible();
});

async function openAccount(page: Page) {
  await page.goto(`/partner-accounts?q=${encodeURIComponent(company)}`);
  await page.getByRole('link', { name: company }).click();
  await expect(page.getByRole('heading', { name: company })).toBeVisible();
}

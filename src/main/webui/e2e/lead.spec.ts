import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { expectFinished } from './support/checks';
import { openAs } from './support/logIn';

const mark = Date.now().toString(36);
const table = '/api/rule-sets/lead-assignment';

interface Row {
  outcome: string;
  target: string;
  source: string;
}

/** A lead takes no source but those of the picklist. */
async function offer(request: APIRequestContext, source: string) {
  const offered = await request.post('/api/picklists/SOURCE/entries', { data: { label: source } });
  expect(offered.status(), await offered.text()).toBe(201);
}

/** Puts rows before those of the table, one for each source, and publishes it: `source is <source>` leads to the target. */
async function publishFirst(request: APIRequestContext, rows: Row[]) {
  for (const source of new Set(rows.map((row) => row.source))) await offer(request, source);
  const draft = await (await request.get(`${table}/draft`)).json();
  const added = rows.map(({ outcome, target, source }, index) => ({
    id: `${mark}-${index}-${source}`.slice(0, 40),
    on: true,
    conditions: { source: { operator: 'ANY_OF', values: [source] } },
    outcome,
    target,
    comment: 'For the story',
  }));
  const saved = await request.put(`${table}/draft`, {
    data: { version: draft.version, document: { ...draft.document, rows: [...added, ...draft.document.rows] } },
  });
  expect(saved.status(), await saved.text()).toBe(200);
  const { version } = await (await request.get(table)).json();
  const published = await request.post(`${table}/draft/publication`, {
    data: { version: (await saved.json()).version, replaces: version.number, comment: 'The story of a lead' },
  });
  expect(published.status(), await published.text()).toBe(201);
}

async function receive(request: APIRequestContext, company: string, source: string): Promise<string> {
  const answer = await request.post('/api/leads', {
    data: {
      company,
      contact: { firstName: 'Ada', lastName: 'Hill', email: 'ada.hill@example.org', phone: '+1 303 555 0190' },
      region: 'West',
      product: 'Chairs',
      source,
      value: 12500,
      currency: 'USD',
      externalId: `${mark}-${company}`,
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()).id;
}

const card = (page: Page, company: string) => page.getByRole('article', { name: company, exact: true });

test('4: a lead comes in by REST, is declined, decided anew, accepted, and has become a deal @P9 @P11 @A7 @X5', async ({
  browser,
}) => {
  const company = `Acme ${mark}`;
  const source = `story-${mark}`;
  const admin = await openAs(browser, 'admin');
  const broker = await openAs(browser, 'broker');
  const pia = await openAs(browser, 'partner');
  const rosa = await openAs(browser, 'partner2');
  await publishFirst(admin.request, [
    { outcome: 'PARTNER_USER', target: 'Pia Partner', source },
    { outcome: 'PARTNER_USER', target: 'Rosa Rivera', source },
  ]);
  await pia.goto('/lead-inbox');
  await expect(pia.getByRole('heading', { name: 'Offered to you' })).toBeVisible();
  const lead = await receive(broker.request, company, source);

  await test.step('it appears in the inbox of the partner, who declines it with a reason', async () => {
    await expect(card(pia, company)).toBeVisible();
    await expectFinished(pia, 'lead-inbox');
    await card(pia, company).getByRole('button', { name: 'Decline' }).click();
    const dialog = pia.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Decline lead' }).click();
    await expect(dialog.getByText('Expected a reason')).toBeVisible();
    await dialog.getByLabel('Why do you decline it?').fill('Outside our region');
    await expectFinished(pia, 'lead-decline');
    await dialog.getByRole('button', { name: 'Decline lead' }).click();
    await expect(card(pia, company)).toBeHidden();
  });

  await test.step('it is offered to another, who accepts it', async () => {
    await rosa.goto('/lead-inbox');
    await expect(card(rosa, company)).toBeVisible();
    await card(rosa, company).getByRole('link', { name: company }).click();
    await expect(rosa.getByRole('heading', { name: company })).toBeVisible();
    await expectFinished(rosa, 'lead-of-partner');
    await rosa.getByRole('button', { name: 'Accept' }).click();
    await rosa.getByRole('link', { name: 'Open the deal' }).click();
    await expect(rosa.getByRole('heading', { name: company })).toBeVisible();
    await expect(rosa).toHaveURL(/\/deals\//);
  });

  await test.step('the page of the lead explains each decision', async () => {
    await broker.goto(`/leads/${lead}`);
    await expect(broker.getByText('Became a deal')).toBeVisible();
    const second = broker.getByRole('article', { name: 'Decision: Offered to Rosa Rivera' });
    await expect(second).toContainText('Row 2');
    await expect(second).toContainText(/version \d+ of the assignment table/);
    await expect(second.getByRole('listitem').filter({ hasText: 'Pia Partner' }).last()).toContainText(
      'has declined it',
    );
    await expect(broker.getByRole('article', { name: 'Decision: Offered to Pia Partner' })).toContainText('Row 1');
    await expect(broker.getByRole('list', { name: 'Offers' })).toContainText('“Outside our region”');
    await expectFinished(broker, 'lead');
  });
});

test('4: a lead is entered by the form, assigned by hand, and taken from a queue by one of two @P5', async ({
  browser,
}) => {
  const company = `Borealis ${mark}`;
  const source = `queue-${mark}`;
  const admin = await openAs(browser, 'admin');
  const broker = await openAs(browser, 'broker');
  const pia = await openAs(browser, 'partner');
  const rosa = await openAs(browser, 'partner2');
  await publishFirst(admin.request, [{ outcome: 'QUEUE', target: 'Large leads', source }]);

  await test.step('the form says what is missing, and takes the lead in', async () => {
    await broker.goto('/leads');
    await expectFinished(broker, 'leads');
    await broker.getByRole('link', { name: 'New lead' }).click();
    await broker.getByRole('button', { name: 'Enter lead' }).click();
    await expect(broker.getByText('Expected the name of the company.')).toBeVisible();
    await broker.getByLabel('Company').fill(company);
    await broker.getByLabel('First name').fill('Bo');
    await broker.getByLabel('Last name').fill('Real');
    await broker.getByLabel('Email').fill('bo.real@example.org');
    await broker.getByLabel('Phone').fill('+1 303 555 0191');
    await broker.getByRole('textbox', { name: 'Source' }).fill(source);
    await broker.getByLabel('Value').fill('310000');
    await expectFinished(broker, 'new-lead');
    await broker.getByRole('button', { name: 'Enter lead' }).click();
    await expect(broker.getByRole('heading', { name: company })).toBeVisible();
    await expect(broker.getByText('In a queue')).toBeVisible();
  });

  await test.step('the dialog shows who can take it, and why somebody cannot', async () => {
    await broker.getByRole('button', { name: 'Assign', exact: true }).click();
    const dialog = broker.getByRole('dialog');
    await expect(dialog.getByRole('radio', { name: /Rosa Rivera/ })).toBeVisible();
    await expectFinished(broker, 'lead-assign');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('two members see it, one takes it, the other is told who', async () => {
    await pia.goto('/lead-inbox');
    await rosa.goto('/lead-inbox');
    await expect(card(pia, company)).toBeVisible();
    const late = card(rosa, company).getByRole('button', { name: 'Take lead' });
    await expect(late).toBeVisible();
    await rosa.route('**/api/events', (route) => route.abort()); // she does not hear of it in time
    await rosa.route('**/api/leads?**', (route) => route.abort());
    await card(pia, company).getByRole('button', { name: 'Take lead' }).click();
    await expect(card(pia, company).getByRole('link', { name: 'Open the deal' })).toBeVisible();
    await late.click();
    await expect(rosa.getByText('Pia Partner has taken this lead already.')).toBeVisible();
  });
});

test('queues and groups are kept by an admin', async ({ browser }) => {
  const admin = await openAs(browser, 'admin');
  await admin.goto('/lead-queues');
  await expect(admin.getByText('Event partners')).toBeVisible();
  await expectFinished(admin, 'lead-queues');
  await admin.getByRole('button', { name: 'Add queue' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Name').fill(`Queue ${mark}`);
  await dialog.getByLabel('Members').click();
  await admin.getByRole('option', { name: /Rosa Rivera/ }).click();
  await dialog.getByLabel('Name').click();
  await dialog.getByRole('button', { name: 'Add queue' }).click();
  await expect(admin.getByText(`Queue ${mark}`, { exact: true })).toBeVisible();
});

test('7: an admin changes the table, sees what it would have done, publishes, and the next lead is decided by it @A2 @A5 @A6 @A7', async ({
  browser,
}) => {
  const source = `fair-${mark}`;
  const company = `Cobalt ${mark}`;
  const admin = await openAs(browser, 'admin');
  await offer(admin.request, source);
  await admin.goto('/rules/lead-assignment');
  await admin.getByLabel('Comment of row 1').fill(`Looked at again ${mark}`);
  await admin.getByRole('button', { name: 'Actions for row 1' }).click();
  await admin.getByRole('menuitem', { name: 'Insert row below' }).click();

  await admin.getByRole('button', { name: /^Source of row 2/ }).click();
  await admin.getByRole('textbox', { name: 'Source of row 2' }).click();
  await admin.getByRole('option', { name: 'any of' }).click();
  await admin.getByRole('textbox', { name: 'Values' }).fill(source);
  await admin.keyboard.press('Enter');
  await admin.keyboard.press('Escape');
  await expect(admin.getByRole('button', { name: `Source of row 2: ${source}` })).toBeVisible();

  await admin.getByRole('button', { name: /^Outcome of row 2/ }).click();
  await admin.getByRole('textbox', { name: 'Outcome of row 2' }).click();
  await admin.getByRole('option', { name: 'Partner user', exact: true }).click();
  await admin.getByRole('textbox', { name: 'Partner user' }).click();
  await admin.getByRole('option', { name: 'Rosa Rivera' }).click();
  await admin.keyboard.press('Escape');

  await admin.getByRole('tab', { name: 'What if' }).click();
  await admin.getByRole('button', { name: 'Show what would change' }).click();
  await expect(admin.getByRole('status').filter({ hasText: /would lead to somebody else/ })).toBeVisible();

  await admin.getByRole('button', { name: 'Publish version' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Comment').fill('Leads of the fair go to Rosa');
  const publish = dialog.getByRole('button', { name: /^Publish version \d+$/ });
  const version = (await publish.textContent())!.replace(/\D/g, '');
  await publish.click();
  await expect(admin.getByText(`Version ${version} is in force.`)).toBeVisible();

  const lead = await receive(admin.request, company, source);
  await admin.goto(`/leads/${lead}`);
  const decision = admin.getByRole('article', { name: 'Decision: Offered to Rosa Rivera' });
  await expect(decision).toContainText('Row 2');
  await expect(decision).toContainText(`version ${version} of the assignment table`);
  await expect(decision).toContainText(source);
});

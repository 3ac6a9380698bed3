import { expect, test, type Page } from '@playwright/test';
import { expectFinished } from './support/checks';
import { advanceClock } from './support/clock';
import { openAs } from './support/logIn';
import { mailTo } from './support/mails';

const partner = 'Pia Partner';
const technicians = /Tara Technician|Timo Technician/;

/** A fact in the head of a record's page. */
const fact = (page: Page, label: string) =>
  page.locator('dl div').filter({ has: page.getByText(label, { exact: true }) });

test('a request goes to the partner first, and to a technician when the response time runs out @O1 @O5 @O6 @O11 @X5', async ({
  browser,
}) => {
  const subject = `Label printer is offline ${Date.now()}`;

  const customer = await openAs(browser, 'customer');
  await customer.goto('/requests');
  await expect(customer.getByRole('heading', { name: 'My requests' })).toBeVisible();
  await expectFinished(customer, 'requests-customer');
  await customer.getByRole('link', { name: 'New request' }).click();
  await expect(customer.getByRole('heading', { name: 'New request' })).toBeVisible();
  await customer.getByRole('button', { name: 'Send request' }).click();
  await expect(customer.getByText('Say in a few words what it is about.')).toBeVisible();
  await expectFinished(customer, 'request-new');
  await customer.getByLabel('Subject').fill(subject);
  await customer.getByLabel('Description').fill('Since this morning. The light is off.');
  await customer.getByRole('radiogroup', { name: 'Priority' }).getByText('High').click();
  await customer.getByRole('button', { name: 'Send request' }).click();
  await expect(customer.getByRole('heading', { name: subject })).toBeVisible();
  await expect(fact(customer, 'Works on it')).toContainText(partner);
  const request = new URL(customer.url()).pathname;

  const pia = await openAs(browser, 'partner');
  await mailTo('partner@demo.example', subject);
  await pia.goto('/requests');
  await pia.getByRole('link', { name: subject }).click();
  await expect(pia.getByText(/Due in/).first()).toBeVisible();
  await expect(pia.getByRole('list', { name: 'Escalation path' })).toContainText('Partner line');
  await expectFinished(pia, 'request-partner');

  const tech = await openAs(browser, 'tech');
  await tech.goto(request);
  await expect(fact(tech, 'Assignee')).toContainText(partner);
  await tech.getByRole('button', { name: 'Why' }).click();
  await expect(tech.getByRole('list', { name: 'Everybody in the layer' })).toContainText('Chosen');

  await advanceClock({ hours: 5 });
  await expect(fact(tech, 'Assignee')).toContainText(technicians);
  await expect(tech.getByText('The response time ran out.', { exact: true })).toBeVisible();
  await expect(tech.getByRole('listitem').filter({ hasText: 'here now' })).toContainText('Technicians');
  await pia.goto(request);
  await expect(pia.getByRole('heading', { name: 'Handed over' })).toBeVisible();
  await expect(pia.getByRole('heading', { name: subject })).toBeHidden();
  await expectFinished(tech, 'request-staff');

  await tech.getByLabel('Response to the customer').fill('Is the cable in?');
  await tech.getByRole('button', { name: 'Send response' }).click();
  await expect(customer.getByText('Is the cable in?')).toBeVisible();
  await expect(customer.getByText('Answered')).toBeVisible();
  await customer.getByLabel('Your message').fill('It was not. Thank you.');
  await customer.getByRole('button', { name: 'Send message' }).click();
  await expect(tech.getByText('It was not. Thank you.')).toBeVisible();

  await tech.getByRole('button', { name: 'Resolve', exact: true }).click();
  await tech.getByRole('dialog').getByLabel('Last message to the customer').fill('Glad to hear it.');
  await tech.getByRole('button', { name: 'Resolve request' }).click();
  await expect(customer.getByText('Glad to hear it.')).toBeVisible();
  await expect(customer.getByText('Resolved', { exact: true })).toBeVisible();
  await mailTo('customer@demo.example', 'is resolved');
  await tech.goto('/requests');
  await expectFinished(tech, 'requests-staff');
});

test('teams have layers in order, and who cannot be a member is told why @O2 @O4', async ({ browser }) => {
  const name = `Field team ${Date.now()}`;
  const admin = await openAs(browser, 'admin');
  await admin.goto('/teams');
  await admin.getByRole('button', { name: 'Add team' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('textbox', { name: 'Lead' }).fill('Amelie');
  await admin.getByRole('option', { name: 'Amelie Admin' }).click();
  await dialog.getByRole('button', { name: 'Add team' }).click();
  await expect(admin.getByRole('heading', { name })).toBeVisible();
  for (const layer of ['First line', 'Experts']) {
    await admin.getByRole('main').getByRole('button', { name: 'Add layer' }).click();
    await admin.getByRole('dialog').getByLabel('Name').fill(layer);
    await admin.getByRole('dialog').getByRole('button', { name: 'Add layer' }).click();
    await expect(admin.getByRole('region', { name: layer })).toBeVisible();
  }
  await admin.getByRole('button', { name: 'Move Experts up' }).click();
  await expect(admin.getByRole('list', { name: 'Layers in order' }).getByRole('heading').first()).toHaveText('Experts');

  await admin.getByRole('region', { name: 'Experts' }).getByRole('button', { name: 'Add member' }).click();
  await admin.getByLabel('Find a person').fill('Bea');
  await expect(admin.getByText(/Bea Broker is neither a technician nor a partner user/)).toBeVisible();
  await expect(admin.getByRole('button', { name: 'Add Bea Broker' })).toBeHidden();
  await admin.getByLabel('Find a person').fill('Tara');
  await admin.getByRole('button', { name: 'Add Tara Technician' }).click();
  await expect(admin.getByRole('dialog').getByText('In this layer')).toBeVisible();
  await admin.keyboard.press('Escape');
  await expect(admin.getByRole('list', { name: 'Members of Experts' })).toContainText('Tara Technician');
  await expectFinished(admin, 'team');
  await admin.goto('/customers');
  await admin.getByRole('link', { name: 'Carlo Customer' }).click();
  await expect(admin.getByRole('heading', { name: 'Carlo Customer' })).toBeVisible();
  await expectFinished(admin, 'customer');
  await admin.goto('/org-units');
  await admin.getByRole('link', { name: 'Shops West' }).click();
  await expect(admin.getByRole('heading', { name: 'Shops West' })).toBeVisible();
  await expectFinished(admin, 'org-unit');
});

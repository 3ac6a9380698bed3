import { expect, type Browser, type Page } from '@playwright/test';

/** The people of the demo organisation. */
export const people = {
  admin: 'admin@demo.example',
  ops: 'ops@demo.example',
  broker: 'broker@demo.example',
  tech: 'tech@demo.example',
  partner: 'partner@demo.example',
  partner2: 'partner2@demo.example',
  customer: 'customer@demo.example',
} as const;

export type Person = keyof typeof people;

export const demoPassword = 'demo-partnerflow';

/** Logs in by the form, as a person does. */
export async function logInByForm(page: Page, email: string, password = demoPassword) {
  await page.goto('/login');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('navigation', { name: 'Main', exact: true })).toBeVisible();
}

/** Logs in over REST, for stories that are not about logging in. */
export async function logIn(page: Page, person: Person) {
  const answer = await page.request.post('/api/session', { data: { email: people[person], password: demoPassword } });
  expect(answer.status(), `log-in of ${people[person]}: ${await answer.text()}`).toBe(204);
}

/** A browser of its own for somebody, so that two people can work at once. */
export async function openAs(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await logIn(page, person);
  return page;
}

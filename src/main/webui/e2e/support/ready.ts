import { request, type FullConfig } from '@playwright/test';
import { demoPassword, people } from './logIn';

const patienceMillis = 120_000;
const pauseMillis = 3_000; // fewer tries than the log-in's slow-down allows

/** Waits for the demo data: it is added after the start, and its last log-in to appear is the customer's. */
export default async function ready(config: FullConfig) {
  const product = await request.newContext({ baseURL: config.projects[0]!.use.baseURL });
  const end = Date.now() + patienceMillis;
  let answer: string;
  do {
    await new Promise((resolve) => setTimeout(resolve, pauseMillis));
    answer = await product
      .post('/api/session', { data: { email: people.customer, password: demoPassword } })
      .then((response) => (response.ok() ? '' : `${response.status()} ${response.statusText()}`))
      .catch(String);
  } while (answer && Date.now() < end);
  await product.dispose();
  if (answer)
    throw new Error(`Expected the product with its demo data at ${config.projects[0]!.use.baseURL}, but: ${answer}`);
}

const stepMillis = 6_000;
const lastSteps = 12;
const pauseMillis = 40;

/**
 * Moves the broker's clock, so that a timer of a diagram is due. It never goes back. The last minute goes by in small steps, because
 * after a jump the broker takes itself for stuck until it looks again, a minute later by the same clock.
 */
export async function advanceClock(duration: { hours?: number; days?: number }) {
  const hours = (duration.hours ?? 0) + 24 * (duration.days ?? 0);
  await add(hours * 3_600_000 - lastSteps * stepMillis);
  for (let step = 0; step < lastSteps || !(await isHealthy()); step++) {
    await add(stepMillis);
    await new Promise((resolve) => setTimeout(resolve, pauseMillis));
  }
}

async function add(offsetMilli: number) {
  const answer = await fetch(management('clock/add'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ offsetMilli }),
  });
  if (!answer.ok) throw new Error(`Expected the broker's clock to move, but: ${await answer.text()}`);
}

async function isHealthy() {
  return (await fetch(management('health/status'))).ok;
}

function management(path: string) {
  const address = process.env.BROKER_MANAGEMENT;
  if (!address)
    throw new Error('Expected BROKER_MANAGEMENT: the clock moves only in a run with the services of the tests.');
  return `${address}/actuator/${path}`;
}

/** Moves the broker's clock, so that a timer of a diagram is due. It never goes back. */
export async function advanceClock(duration: { hours?: number; days?: number }) {
  const management = process.env.BROKER_MANAGEMENT;
  if (!management)
    throw new Error('Expected BROKER_MANAGEMENT: the clock moves only in a run with the services of the tests.');
  const hours = (duration.hours ?? 0) + 24 * (duration.days ?? 0);
  const answer = await fetch(`${management}/actuator/clock/add`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ offsetMilli: hours * 3_600_000 }),
  });
  if (!answer.ok) throw new Error(`Expected the broker's clock to move, but: ${await answer.text()}`);
}

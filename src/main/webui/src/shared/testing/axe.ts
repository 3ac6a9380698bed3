import axe from 'axe-core';

/** What axe finds serious in the rendered page, one line for each; colours need a real browser and are checked in e2e. */
export async function axeFindings(node: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(node, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map((violation) => `${violation.id}: ${violation.nodes.map((each) => each.html).join(' | ')}`);
}

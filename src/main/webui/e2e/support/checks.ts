import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const rulesAboutColours = ['color-contrast', 'link-in-text-block'];

/** Nothing that axe calls serious or critical, and no target too small to hit. */
export async function expectAccessible(page: Page) {
  await expectNothingSerious(page, axe(page).withTags(rules));
  expect(await smallDrawings(page), `[F8.3] targets below ${smallestTarget} px on ${page.url()}`).toEqual([]);
}

const smallestTarget = 24;

/** Axe measures what is focused; of a switch or a chip that is a hidden input, and what one hits is the label drawn in its place. */
function smallDrawings(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const isDrawn = (element: Element) => element.getClientRects().length > 0;
    const isHidden = (input: HTMLInputElement) => {
      const { width, height } = input.getBoundingClientRect();
      return width < 2 || height < 2 || getComputedStyle(input).opacity === '0';
    };
    return [...document.querySelectorAll('input')]
      .filter((input) => !input.disabled && input.type !== 'file' && input.type !== 'hidden' && isHidden(input))
      .map((input) => [...(input.labels ?? [])].filter(isDrawn))
      .filter((labels) => labels.length > 0)
      .filter((labels) =>
        labels.every((label) => {
          const { width, height } = label.getBoundingClientRect();
          return width < least || height < least;
        }),
      )
      .map((labels) => labels[0]!.outerHTML.slice(0, 200));
  }, smallestTarget);
}

function axe(page: Page) {
  // Legacy mode runs in the page itself, which is all there is without frames, and is much faster.
  return new AxeBuilder({ page }).setLegacyMode();
}

async function expectNothingSerious(page: Page, check: AxeBuilder) {
  const { violations } = await check.analyze();
  const findings = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.target.join(' ')}`).join('\n')}`);
  expect(findings, `axe on ${page.url()}`).toEqual([]);
}

const sizes = [
  { name: 'wide', width: 1440, height: 900 },
  { name: 'phone', width: 360, height: 740 },
] as const;

/**
 * Looks at the page as it is: in light and dark, on a wide screen and at 360 px, with axe in each (in the dark its rules about
 * colours, as nothing else is different), and without scrolling sideways on the phone. The pictures are kept in test-results/pictures.
 */
export async function expectFinished(page: Page, name: string) {
  const before = page.viewportSize();
  for (const { name: size, ...viewport } of sizes) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await test.step(`${name}, ${colorScheme}, ${size}`, async () => {
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
        await page.screenshot({ path: `test-results/pictures/${name}-${colorScheme}-${size}.png` });
        await (colorScheme === 'light'
          ? expectAccessible(page)
          : expectNothingSerious(page, axe(page).withRules(rulesAboutColours)));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${name} is wider than the ${size} window`).toBeLessThanOrEqual(0);
      });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
}

import type { Locator, Page } from 'playwright-core';

/** For documents, and for whoever looks at pages: with SCREENSHOTS=write alone, for to draw one costs more than many a test. */
export async function picture(of: Page | Locator, path: string, options: { fullPage?: boolean } = {}): Promise<void> {
  if (process.env['SCREENSHOTS'] !== 'write') return;
  await of.screenshot({ path: `${new URL('../../', import.meta.url).pathname}${path}`, ...options });
}

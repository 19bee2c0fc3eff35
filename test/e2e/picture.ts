import type { Locator, Page } from 'playwright-core';

/** With SCREENSHOTS=write alone: to draw one costs more than many a test, and so does to wait for a page that stands still. */
export const pictured = process.env['SCREENSHOTS'] === 'write';

/** For documents, and for whoever looks at pages. */
export async function picture(of: Page | Locator, path: string, options: { fullPage?: boolean } = {}): Promise<void> {
  if (!pictured) return;
  await of.screenshot({ path: `${new URL('../../', import.meta.url).pathname}${path}`, ...options });
}

import { expect, test } from 'vitest';
import { onEchoStage } from './echo-stage.ts';
import { heard, say } from './student.ts';

const stage = onEchoStage();

test('what a colleague says stands in the chat at once, as a person’s, and once after a lost network and a reload', async () => {
  const page = await stage.open();
  await page.goto(stage.url);
  await say(page, 'hello');
  await heard(page, /You said: hello/);
  stage.colleague('Your papers are here.');
  await heard(page, /The desk, a person:\s+Your papers are here\./);
  await page.context().setOffline(true);
  stage.colleague('Come on Monday.');
  await page.context().setOffline(false);
  await page.reload();
  await heard(page, /The desk, a person:\s+Your papers are here\.[^]*The desk, a person:\s+Come on Monday\./);
  const bubbles = page.locator('.webchat .webchat__bubble', { hasText: 'Come on Monday' });
  await expect.poll(() => bubbles.count()).toBe(1);
});

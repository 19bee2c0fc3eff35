import { open, shot, say, chip, done } from './look.mjs';
for (const [w,h] of [[390,844],[1280,900]]) {
  const p = await open(w,h,{ hasTouch: w<500, isMobile: w<500 });
  await p.waitForTimeout(800); await shot(p,`home-${w}`);
  await p.getByRole('button',{name:'Check my situation'}).click(); await p.waitForTimeout(3000);
  await shot(p,`talk-${w}`);
  await chip(p,'No'); await say(p,'I am Brazilian, 22 years old, no job'); await say(p,'10 months'); await shot(p,`result-${w}`);
  console.log(w, await p.evaluate(`(()=>{const v=document.querySelector('.webchat__basic-transcript__scrollable').getBoundingClientRect(); const a=[...document.querySelectorAll('[role=article]')].at(-1).getBoundingClientRect(); return JSON.stringify({view:v.height, share:v.height/innerHeight, last:a.height, screens:a.height/innerHeight})})()`));
  await say(p,'how much is 3 months plus responsabilité civile'); await shot(p,`quote-${w}`);
  await say(p,'talk to a person'); await say(p,'my papers are lost'); await shot(p,`handover-${w}`);
  await p.locator('.more summary').click(); await shot(p,`more-${w}`);
}
await done();

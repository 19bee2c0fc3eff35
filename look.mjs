import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless','--no-sandbox','--disable-gpu'] });
const url = 'http://127.0.0.1:4555';
export async function open(w,h,o={}) { const c = await b.newContext({ locale:'en-GB', viewport:{width:w,height:h}, ...o }); const p = await c.newPage(); p.on('console', m=>m.type()==='error'&&console.log('CONSOLE',m.text())); p.on('pageerror', e=>console.log('ERR',String(e))); await p.goto(url+(o.path??'/')); return p; }
export const shot = (p,n) => p.screenshot({ path:`/tmp/shots/${n}.png` });
export const say = async (p,t) => { await p.fill('#say',t); await p.press('#say','Enter'); await p.waitForTimeout(3500); };
export const chip = async (p,t) => { await p.locator('.chips button',{hasText:t}).first().click(); await p.waitForTimeout(2500); };
export const done = () => b.close();

// npm run pictures: the terminal reports of the README as pictures, taken in headless Chromium (CHROMIUM names another).
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';

const colors: Readonly<Record<string, string>> = {
  '31': '#ff7b72',
  '32': '#7ee787',
  '33': '#e3b341',
  '34': '#79c0ff',
  '35': '#d2a8ff',
  '36': '#76e3ea',
  '90': '#8b949e',
};

const shots = [
  { name: 'void', contract: 'fixtures/void/lakeview-storygrove.pdf' },
  { name: 'valid', contract: 'fixtures/valid/lakeview-storygrove.docx' },
];
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ deviceScaleFactor: 1.25, viewport: { width: 900, height: 6000 } });
for (const { name, contract } of shots) {
  await page.setContent(screen(report(contract)));
  // The whole report is long: a reader of the README sees how it begins.
  const box = await page.locator('pre').boundingBox();
  if (box) await page.screenshot({ path: `docs/${name}.png`, clip: { ...box, height: Math.min(box.height, 1000) } });
}
await browser.close();

function report(contract: string): string {
  const argv = ['bin/dpa-lint.js', contract, '--as-of', '2026-07-01', '--color'];
  try {
    return execFileSync(process.execPath, argv, { encoding: 'utf8', env: { ...process.env, COLUMNS: '84' } });
  } catch (error) {
    // A void contract ends in exit code 1, with its report all the same.
    if (error instanceof Error && 'stdout' in error) return String(error.stdout);
    throw error;
  }
}

function screen(ansi: string): string {
  const body = ansi
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours begin with the escape character
    .replace(/\u001b\[([\d;]*)m/gu, (_, codes: string) => spans(codes.split(';')));
  return `<pre style="display:inline-block;margin:0;padding:18px 22px;background:#0d1117;color:#e6edf3;font:13px/1.45 'DejaVu Sans Mono',monospace">${body}</pre>`;
}

function spans(codes: readonly string[]): string {
  return codes
    .map((code) => {
      if (code === '1') return '<span style="font-weight:bold">';
      if (code === '2') return '<span style="opacity:.65">';
      if (code === '4') return '<span style="text-decoration:underline">';
      if (colors[code]) return `<span style="color:${colors[code]}">`;
      return /^(?:22|24|39|0)$/u.test(code) ? '</span>' : '';
    })
    .join('');
}

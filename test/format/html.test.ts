import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { html } from '../../src/format/html.ts';
import type { Block, Checked, Evidence, PlainText } from '../../src/types.ts';
import { hostile, lacking, report, unreadable, valid } from './reports.ts';

const options = { color: false, width: 80, verbosity: 'normal' } as const;
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const absent = !existsSync(executablePath);
if (absent)
  process.stderr.write(`No Chromium at ${executablePath} (set CHROMIUM): the HTML report is not tried in it.\n`);

let browser: Browser;

beforeAll(async () => {
  if (!absent) browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
}, 60_000);

afterAll(() => browser?.close());

const several = report(withText(valid), withText(lacking), unreadable, withText({ ...hostile, notes: lacking.notes }));

test.skipIf(absent).each(['light', 'dark'] as const)(
  'axe finds nothing in a %s page',
  async (colorScheme) => {
    for (const given of [several, report(withText(lacking)), report(unreadable)]) {
      const page = await opened(html(given, options), { colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html: source }) => source)])).toEqual([]);
      await page.context().close();
    }
  },
  120_000,
);

test.skipIf(absent)(
  'every link leads to something on the page, and no two things have one id',
  async () => {
    const page = await opened(html(several, options));
    const told = await page.evaluate(`({
    dead: [...document.querySelectorAll('a')].map((a) => a.getAttribute('href')).filter((href) =>
      !href.startsWith('#') || document.getElementById(href.slice(1)) === null),
    twice: [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) < at),
    links: document.querySelectorAll('.places a').length,
  })`);
    expect(told).toMatchObject({ dead: [], twice: [] });
    expect((told as { links: number }).links).toBeGreaterThan(4);
  },
  60_000,
);

test.skipIf(absent)(
  'passages are marked where they stand, and overlapping ones each have a way back',
  async () => {
    const page = await opened(html(report(withText(lacking)), options));
    const conflicts = await page.locator('.contract .ref.conflict + mark.conflict').allTextContents();
    expect(conflicts[0]).toBe('This Order is governed by the laws of Delaware.');
    expect(await page.locator('.contract').innerText()).toContain('Vendor may sell Student Data');
    await page.locator('.places a').first().click();
    expect(page.url()).toMatch(/#c1-p1-evidence1$/);
    await page.locator('.ref:target').click();
    expect(page.url()).toMatch(/#c1-p1$/);
  },
  60_000,
);

test.skipIf(absent)(
  'it asks nothing of the network, runs nothing, and prints',
  async () => {
    const asked: string[] = [];
    const page = await opened(html(report(withText(hostile)), options), { asked });
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect((await page.pdf()).length).toBeGreaterThan(5000);
    expect(asked).toEqual([]);
    expect(await page.evaluate('document.scripts.length')).toBe(0);
  },
  60_000,
);

test('the page needs nothing else', () => {
  const page = html(several, options);
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=/i);
});

test('what a contract says is words', () => {
  const words = '</title><script>alert(1)</script><b onload="x">&amp;';
  const page = html(report({ ...valid, path: words, verdict: { ...valid.verdict, reasons: [words] } }), options);
  expect(page).not.toMatch(/<script|<b /);
});

test('nothing of a stranger in the text of a contract is a control', () => {
  const page = html(report(withText(hostile)), options);
  expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

async function opened(
  content: string,
  { asked = [], colorScheme = 'light' }: { asked?: string[]; colorScheme?: 'light' | 'dark' } = {},
): Promise<Page> {
  const context = await browser.newContext({ colorScheme });
  const page = await context.newPage();
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent(content);
  return page;
}

/** A contract whose passages stand in a text: headings, a table, an item, a second page. */
function withText(contract: Checked): Checked {
  const passages = contract.findings.flatMap(({ evidence, conflicts, nearest }) => [
    ...evidence,
    ...conflicts,
    ...nearest,
  ]);
  const quotes = [...new Set(passages.map(({ quote }) => quote))];
  const lines: [Block['kind'], string][] = [
    ['heading', 'Agreement'],
    ...quotes.map((quote): [Block['kind'], string] => ['paragraph', `Before it. ${quote} After it.`]),
    ['item', '(a) an item'],
    ['row', 'Element | Kept'],
    ['row', 'Name | Yes'],
    ['heading', 'Schedule'],
  ];
  let start = 0;
  const blocks = lines.map(([kind, line], index): Block => {
    const block = blockOf(kind, line, start, index);
    start = block.end + 1;
    return block;
  });
  const value = lines.map(([, line]) => line).join('\n');
  const text: PlainText = {
    path: contract.path,
    format: 'pdf',
    value,
    blocks,
    marks: [],
    pages: 2,
    pagesWithoutText: [],
    notes: [],
  };
  const placed = <Passage extends Evidence>(passage: Passage): Passage => {
    const at = value.indexOf(passage.quote);
    return { ...passage, start: at, end: at + passage.quote.length };
  };
  const findings = contract.findings.map((finding) => ({
    ...finding,
    evidence: finding.evidence.map(placed),
    conflicts: finding.conflicts.map(placed),
    nearest: finding.nearest.map(placed),
  }));
  return { ...contract, text, findings };
}

function blockOf(kind: Block['kind'], line: string, start: number, index: number): Block {
  const end = start + line.length;
  const bar = start + line.indexOf(' | ');
  const cells =
    kind === 'row'
      ? [
          { start, end: bar },
          { start: bar + 3, end },
        ]
      : [];
  const level = kind === 'heading' ? (index === 0 ? 1 : 3) : 0;
  const [page, head, table] = [index < 3 ? 1 : 2, line.startsWith('Element'), kind === 'row' ? 1 : 0];
  return { kind, level, page, container: 'body', table, head, cells, origin: 'text', start, end };
}

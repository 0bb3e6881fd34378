import { extract } from '../../src/extract/index.ts';
import { find } from '../../src/lint.ts';
import type { CompiledPack } from '../../src/match/index.ts';
import { trials } from '../../src/self-check.ts';
import type { Case } from './cases.ts';

/**
 * How many of the provisions that were found fall when their cited words are removed, negated, weakened from "shall" to
 * "may" or given to the other party: a table by rule, each cell "fallen of tried". What survives is not always wrong:
 * "may use it only to teach" is still a limit, and "the Provider's Superintendent" is still the board's.
 */
export async function killTable(cases: readonly Case[], compiled: CompiledPack): Promise<string[]> {
  const counts = new Map<string, Map<string, { killed: number; tried: number }>>();
  const changes = new Set<string>();
  for (const one of cases) {
    for (const { finding, change, survived } of await trialsOf(one, compiled)) {
      changes.add(change);
      const row = counts.get(finding.rule.id) ?? new Map<string, { killed: number; tried: number }>();
      const cell = row.get(change) ?? { killed: 0, tried: 0 };
      row.set(change, { killed: cell.killed + (survived ? 0 : 1), tried: cell.tried + 1 });
      counts.set(finding.rule.id, row);
    }
  }
  const heads = [...changes];
  const total = heads.map((change) => {
    const cells = [...counts.values()].flatMap((row) => row.get(change) ?? []);
    return cellOf(cells.reduce((sum, cell) => ({ killed: sum.killed + cell.killed, tried: sum.tried + cell.tried })));
  });
  return [
    `## Kill rate: ${cases.length} documents`,
    '',
    'Cited words changed, and the provision falls (of those tried):',
    '',
    `| rule | ${heads.join(' | ')} |`,
    `| --- |${' --- |'.repeat(heads.length)}`,
    ...[...counts]
      .sort()
      .map(([id, row]) => `| ${id} | ${heads.map((change) => cellOf(row.get(change))).join(' | ')} |`),
    `| **all** | ${total.join(' | ')} |`,
  ];
}

async function trialsOf(one: Case, compiled: CompiledPack): Promise<ReturnType<typeof trials>> {
  const text = await extract({ path: one.path, bytes: one.bytes() });
  const { contract, findings } = find(text, compiled);
  return trials(contract, findings, (changed) => find(changed, compiled).findings);
}

function cellOf(cell: { killed: number; tried: number } | undefined): string {
  return cell === undefined ? '–' : `${cell.killed} of ${cell.tried}`;
}

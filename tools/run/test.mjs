import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from '../setup/ensure-browser.mjs';
import { ensureInstalled } from '../setup/install.mjs';
import { runProgram } from '../setup/refusal.mjs';
import { sum, summary } from '../tally/tally.mjs';
import { suites } from './suites.mjs';

await runProgram(async () => {
  await ensureInstalled();
  const browser = await ensureBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'ask-kitten-test-'));
  const results = [];
  try {
    for (const { name, run } of suites({ browser, folder })) {
      console.log(`\n── ${name}`);
      const startedAt = performance.now();
      results.push({ name, tally: await run(), seconds: (performance.now() - startedAt) / 1_000 });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const total = sum(results.map(({ tally }) => tally));
  console.log(`\n${results.map(line).join('\n')}\n\n${summary(total)}`);
  return total.failed === 0 ? 0 : 1;
});

function line({ name, tally, seconds }) {
  const counts = `${String(tally.passed).padStart(5)} passed ${String(tally.failed).padStart(3)} failed`;
  return `${name.padEnd(24)} ${counts} ${seconds.toFixed(1).padStart(7)} s`;
}

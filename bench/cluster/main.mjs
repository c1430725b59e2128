import { runProgram } from '../../tools/setup/setup-error.mjs';
import { ensurePeers } from '../streams/build/ensure-peers.mjs';
import { FOLDER } from './report/folder.mjs';
import { measureCase } from './experiment.mjs';
import { readOptions, USAGE } from './options.mjs';
import { circumstances, resultsTable, writeResults } from './report/report.mjs';

async function bench() {
  const { cases, amounts, writesResults, wantsHelp } = readOptions(process.argv.slice(2));
  if (wantsHelp) {
    console.log(USAGE);
    return 0;
  }
  await ensurePeers(FOLDER);
  const line = await circumstances(amounts);
  console.log(line);
  const rows = [];
  for (const each of cases) {
    const row = { name: each.name, ...(await figuresOf(each, amounts)) };
    // What is measured is seen at once, for a run takes minutes.
    console.error(JSON.stringify(row));
    rows.push(row);
  }
  const body = resultsTable(rows);
  console.log(`\n${body}`);
  if (writesResults) console.error(`\nWritten to ${await writeResults(body, line)}`);
  return 0;
}

/** What can't be started here is said, and the others are measured all the same. */
async function figuresOf(measured, amounts) {
  try {
    return { figures: await measureCase(measured, amounts) };
  } catch (error) {
    return { reason: error.message };
  }
}

await runProgram(bench);

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { vectors } from '../src/protocol/testing/vectors.ts';
import { PROJECT } from './setup/project.mjs';
import { apiReports } from './streams/api-report.mjs';
import { DOCUMENTS, documents } from './streams/quoted-code.mjs';

/** Writes down what specs compare: the vectors of the protocol, the public API, the code in documents. */
const protocol = join(PROJECT, 'src', 'protocol');
const document = readFileSync(join(protocol, 'PROTOCOL.md'), 'utf8');
writeFileSync(join(protocol, 'vectors.json'), `${JSON.stringify(vectors(document), null, 2)}\n`);

for (const { report, text } of apiReports()) {
  const file = join(PROJECT, report);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

for (const { name, quoted } of documents()) writeFileSync(join(DOCUMENTS, name), quoted);

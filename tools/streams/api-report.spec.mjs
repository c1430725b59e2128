import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../setup/project.mjs';
import { apiReports } from './api-report.mjs';

describe('the public API of the package', () => {
  let reports;

  beforeAll(() => {
    reports = apiReports();
  });

  it('is the one that is written down; `npm run goldens` writes down another one', () => {
    for (const { report, text } of reports) expect(readFileSync(join(PROJECT, report), 'utf8')).toBe(text);
  });

  it('says of each export what it is, and of each stream what to expect of it', () => {
    for (const { entry, faults } of reports) expect(faults).withContext(entry).toEqual([]);
  });
});

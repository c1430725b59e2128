import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../setup/project.mjs';
import { SIDE_PATHS, separateSidePaths } from './side-paths.mjs';

describe('what a way enters besides', () => {
  const sidePaths = [
    { does: 'logs it', paths: ['src/log/'] },
    { does: 'stores it', paths: ['src/store.ts'] },
    { does: 'tells it', paths: ['src/tell.ts'] },
  ];
  const named = (...files) => files.map((file) => ({ file }));

  it('is told from it by folder and by file', () => {
    const visits = named('src/a.ts', 'src/log/log.ts', 'src/store.ts', 'src/store.ts.old', 'src/logs.ts');
    expect(separateSidePaths(visits, sidePaths)).toEqual({
      files: named('src/a.ts', 'src/store.ts.old', 'src/logs.ts'),
      beside: [
        { does: 'logs it', files: named('src/log/log.ts') },
        { does: 'stores it', files: named('src/store.ts') },
      ],
    });
  });

  it('is named as it is called today', () => {
    const paths = Object.values(SIDE_PATHS).flatMap((each) => each.flatMap((sidePath) => sidePath.paths));
    expect(paths.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
  });
});

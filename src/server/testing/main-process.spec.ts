import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { useTemporaryFolder } from '../../engines/testing/temporary-folder.ts';
import { until } from '../../testing/index.ts';

const MODULE = new URL('./main-process.ts', import.meta.url).href;
const STARTS_ONE = `
  const { MainProcess } = await import('${MODULE}');
  const main = new MainProcess({ ENGINE: 'instant', HOST: '127.0.0.1', PORT: '0' }, []);
  await main.address();
  console.log(main.process.pid);
`;

describe('a gateway that specs start', () => {
  const folder = useTemporaryFolder();

  it('ends with the process of the specs, however that ends', async () => {
    const env = { ...process.env, DATA_DIR: folder() };
    const specs = spawn(process.execPath, ['--input-type=module', '-e', STARTS_ONE], { env });
    const [line] = (await once(specs.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    expect(isAlive(pid)).toBeTrue();
    specs.kill('SIGKILL');
    await until(() => !isAlive(pid), { what: 'the end of the gateway' });
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

import { randomUUID } from 'node:crypto';
import { until } from '../../testing/index.ts';
import { codeKey } from '../limits/code-key.ts';
import { prompt } from '../ports/testing/messages.ts';
import { TestClient } from '../testing/test-client.ts';
import { startTestGateway, stopTestGateways } from '../testing/test-gateway.ts';
import { hashedCode } from './hashed-code.ts';

describe('the log of a gateway', () => {
  afterEach(stopTestGateways);

  it('ties request, code and job together, a line for each thing, without the code', async () => {
    const lines: Record<string, unknown>[] = [];
    const gateway = await startTestGateway({
      logLevel: 'info',
      logDestination: { write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>) },
    });
    const code = randomUUID();
    const client = new TestClient(gateway, { query: { code } });
    const [made, broken] = [prompt('一只猫'), prompt('坏了')];
    await client.untilEvent('welcome');
    client.send([made, broken]);
    const ended = (): readonly unknown[] => lines.filter(({ msg }) => msg === 'a job ended');
    await until(() => ended().length === 2, { what: 'two ends in the log' });
    const came = lines.filter(({ msg }) => msg === 'a prompt came');
    expect(came.map(({ promptId }) => promptId)).toEqual([made.id, broken.id]);
    expect(came[0]).toEqual(
      jasmine.objectContaining({
        code: hashedCode(codeKey(code)),
        reqId: jasmine.any(String),
        jobId: jasmine.any(String),
      }),
    );
    expect(ended()).toEqual([
      jasmine.objectContaining({ jobId: came[0]?.['jobId'], engine: 'scripted', outcome: 'completed' }),
      jasmine.objectContaining({
        jobId: came[1]?.['jobId'],
        code: hashedCode(codeKey(code)),
        outcome: 'engine_failed',
      }),
    ]);
    expect(JSON.stringify(lines)).not.toContain(code);
  });
});

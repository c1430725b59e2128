import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { until } from '../../testing/index.ts';
import { RecordingLogger } from '../testing/recording-logger.ts';
import { MetricsServer } from './metrics-server.ts';

describe('MetricsServer', () => {
  it('cuts connections beyond those that anybody needs, and has room again once they are over', async () => {
    const source = { contentType: 'text/plain', text: () => Promise.resolve('kitten_sockets 1\n') };
    const server = await MetricsServer.listen({ host: '127.0.0.1', port: 0 }, source, new RecordingLogger());
    const open = async (): Promise<Socket> => {
      const socket = connect(server.port, '127.0.0.1').on('error', () => undefined);
      await once(socket, 'connect');
      return socket;
    };
    const silent = await Promise.all(Array.from({ length: 32 }, open));
    await once((await open()).resume(), 'close');
    for (const socket of silent) socket.destroy();
    const read = (): Promise<string> =>
      fetch(`http://127.0.0.1:${server.port}/metrics`, { headers: { connection: 'close' } }).then(
        (answer) => answer.text(),
        () => 'refused',
      );
    await until(async () => (await read()) === 'kitten_sockets 1\n');
    expect(await read()).toBe('kitten_sockets 1\n');
    server.close();
  });
});

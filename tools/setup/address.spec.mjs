import { once } from 'node:events';
import { createServer } from 'node:net';
import { ensureFree, gatewayAddress } from './address.mjs';
import { SetupError } from './setup-error.mjs';

describe('gatewayAddress', () => {
  it('is the default where the environment says nothing', () => {
    expect(gatewayAddress({})).toEqual({ host: '127.0.0.1', port: 9943 });
    expect(gatewayAddress({ HOST: '', PORT: '' })).toEqual({ host: '127.0.0.1', port: 9943 });
  });

  it('is what the environment says', () => {
    expect(gatewayAddress({ HOST: '0.0.0.0', PORT: '0' })).toEqual({ host: '0.0.0.0', port: 0 });
  });

  for (const PORT of ['abc', '-1', '65536', '80.5', '9943x']) {
    it(`refuses ${PORT} as a port`, () => {
      expect(() => gatewayAddress({ PORT })).toThrowError(SetupError, /PORT/);
    });
  }
});

describe('ensureFree', () => {
  it('passes where one can listen, and leaves it free', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    server.close();
    await once(server, 'close');
    await ensureFree({ host: '127.0.0.1', port });
    await expectAsync(ensureFree({ host: '127.0.0.1', port })).toBeResolved();
  });

  it('says in one line which port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    await expectAsync(ensureFree({ host: '127.0.0.1', port })).toBeRejectedWithError(
      SetupError,
      `Port ${port} of 127.0.0.1 is taken. Choose another one with HOST and PORT.`,
    );
    server.close();
    await once(server, 'close');
  });
});

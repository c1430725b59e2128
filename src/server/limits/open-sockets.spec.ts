import { OpenSockets } from './open-sockets.ts';

describe('OpenSockets', () => {
  let sockets: OpenSockets<string>;

  beforeEach(() => {
    sockets = new OpenSockets({ perCode: 2, perAddress: 3, total: 100 });
  });

  it('takes so many sockets of a code, wherever they come from', () => {
    const added = ['x', 'y', 'z'].map((address) => sockets.add(`socket ${address}`, { code: 'cat', address }));
    expect(added).toEqual([true, true, false]);
    expect(sockets.socketsOf('cat')).toEqual(['socket x', 'socket y']);
  });

  it('takes so many sockets of an address, whatever their codes', () => {
    const added = ['a', 'b', 'c', 'd'].map((code) => sockets.add(code, { code, address: 'x' }));
    expect(added).toEqual([true, true, true, false]);
    expect(sockets.socketsOf('d')).toEqual([]);
  });

  it('takes another once one has left, and minds none that was not there', () => {
    const owner = { code: 'cat', address: 'x' };
    sockets.add('first', owner);
    sockets.add('second', owner);
    sockets.remove('stranger', owner);
    sockets.remove('first', owner);
    sockets.remove('first', owner);
    expect(sockets.add('third', owner)).toBeTrue();
    expect(sockets.socketsOf('cat')).toEqual(['second', 'third']);
  });
});

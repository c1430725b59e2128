import { SocketRegister } from './socket-register.ts';

describe('SocketRegister', () => {
  let register: SocketRegister<string>;

  beforeEach(() => {
    register = new SocketRegister({ perCode: 2, perAddress: 3 });
  });

  it('takes so many sockets of a code, wherever they come from', () => {
    const added = ['x', 'y', 'z'].map((address) => register.add(`socket ${address}`, { code: 'cat', address }));
    expect(added).toEqual([true, true, false]);
    expect(register.of('cat')).toEqual(['socket x', 'socket y']);
  });

  it('takes so many sockets of an address, whatever their codes', () => {
    const added = ['a', 'b', 'c', 'd'].map((code) => register.add(code, { code, address: 'x' }));
    expect(added).toEqual([true, true, true, false]);
    expect(register.of('d')).toEqual([]);
  });

  it('takes another once one has left, and minds none that was not there', () => {
    const owner = { code: 'cat', address: 'x' };
    register.add('first', owner);
    register.add('second', owner);
    register.remove('stranger', owner);
    register.remove('first', owner);
    register.remove('first', owner);
    expect(register.add('third', owner)).toBeTrue();
    expect(register.of('cat')).toEqual(['second', 'third']);
  });
});

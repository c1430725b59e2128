import { InFlight } from './in-flight.ts';

describe('InFlight', () => {
  it('begins no more of an address than it may have, and no more of all together', () => {
    const bytes = new InFlight({ perAddress: 10, total: 15 });
    expect(bytes.begin('x', 6)).toBeDefined();
    expect(bytes.begin('x', 5)).toBeUndefined();
    expect(bytes.begin('x', 4)).toBeDefined();
    expect(bytes.begin('y', 6)).toBeUndefined();
    expect(bytes.begin('y', 5)).toBeDefined();
    expect(bytes.total).toBe(15);
  });

  it('has room again for what has ended, once however often it is said', () => {
    const bytes = new InFlight({ perAddress: 10, total: 10 });
    const end = bytes.begin('x', 10);
    end?.();
    end?.();
    expect(bytes.total).toBe(0);
    expect(bytes.begin('x', 10)).toBeDefined();
    expect(bytes.begin('y', 1)).toBeUndefined();
  });
});

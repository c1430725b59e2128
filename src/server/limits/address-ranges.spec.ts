import { inRanges } from './address-ranges.ts';

describe('inRanges', () => {
  it('knows addresses, ranges and names, also of IPv4 that is written as IPv6', () => {
    const isIn = inRanges(['10.1.0.0/16', '192.0.2.7', 'loopback', 'fd00::/8']);
    const inside = ['10.1.2.3', '::ffff:10.1.2.3', '192.0.2.7', '127.0.0.1', '::1', '::ffff:127.0.0.1', 'fd12::1'];
    const outside = ['10.2.0.1', '192.0.2.8', '2001:db8::1', '::ffff:192.0.2.8', 'nonsense', ''];
    expect(inside.filter((address) => !isIn(address))).toEqual([]);
    expect(outside.filter(isIn)).toEqual([]);
  });

  it('has none in no ranges', () => {
    expect(inRanges([])('127.0.0.1')).toBeFalse();
  });
});

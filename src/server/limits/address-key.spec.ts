import { addressKey } from './address-key.ts';

describe('addressKey', () => {
  it('is an IPv4 address, however it is written', () => {
    expect(['10.0.0.1', '::ffff:10.0.0.1', '::FFFF:10.0.0.1'].map(addressKey)).toEqual([
      '10.0.0.1',
      '10.0.0.1',
      '10.0.0.1',
    ]);
  });

  it('is the network of an IPv6 address', () => {
    const ofOneNetwork = [
      '2001:db8:0:1::1',
      '2001:DB8::1:2:3:4:5',
      '2001:0db8:0000:0001:a:b:c:d',
      '2001:db8:0:1:a::%eth0',
    ];
    expect(new Set(ofOneNetwork.map(addressKey))).toEqual(new Set(['2001:db8:0:1::/64']));
    expect(addressKey('::1')).toBe('0:0:0:0::/64');
    expect(addressKey('2001:db8:0:2::1')).not.toBe(addressKey('2001:db8:0:1::1'));
  });
});

import { AddressPolicy } from './address-policy.ts';
import { DownloadFault } from './download-fault.ts';

const REFUSED = [
  ['loopback', '127.0.0.1'],
  ['loopback, of IPv6', '::1'],
  ['private', '10.1.2.3'],
  ['private', '172.16.0.1'],
  ['private', '192.168.1.1'],
  ['unique local', 'fd00::1'],
  ['link-local', '169.254.1.1'],
  ['link-local, of IPv6', 'fe80::1'],
  ['metadata of AWS, GCP and Azure', '169.254.169.254'],
  ['metadata of AWS by IPv6', 'fd00:ec2::254'],
  ['metadata of Alibaba', '100.100.100.200'],
  ['metadata of Oracle', '192.0.0.192'],
  ['metadata of Azure', '168.63.129.16'],
  ['shared, of a provider', '100.64.0.1'],
  ['unspecified', '0.0.0.0'],
  ['unspecified, of IPv6', '::'],
  ['broadcast', '255.255.255.255'],
  ['multicast', '224.0.0.1'],
  ['multicast, of IPv6', 'ff02::1'],
  ['benchmarks', '198.18.0.1'],
  ['documentation', '203.0.113.1'],
  ['IPv4-mapped', '::ffff:10.0.0.1'],
  ['IPv4-mapped, in hexadecimal', '::ffff:7f00:1'],
  ['IPv4-compatible', '::7f00:1'],
  ['NAT64', '64:ff9b::a00:1'],
  ['NAT64, local', '64:ff9b:1::a00:1'],
  ['6to4', '2002:a00:1::1'],
  ['Teredo', '2001::1'],
  ['site-local', 'fec0::1'],
] as const;

function refusal(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof DownloadFault ? error.code : String(error);
  }
}

describe('AddressPolicy', () => {
  const anywhere = new URL('https://files.example/clip.mp4');

  for (const [kind, address] of REFUSED) {
    it(`refuses ${address} (${kind})`, () => {
      expect(refusal(() => new AddressPolicy().checkAddress(address, anywhere))).toBe('address_refused');
    });
  }

  for (const address of ['8.8.8.8', '2606:4700::1111']) {
    it(`permits ${address}, which is public`, () => {
      expect(refusal(() => new AddressPolicy().checkAddress(address, anywhere))).toBeUndefined();
    });
  }

  it('refuses what is no address', () => {
    expect(refusal(() => new AddressPolicy().checkAddress('nowhere', anywhere))).toBe('address_refused');
  });

  const literals = ['http://127.0.0.1/', 'http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://[::1]/'];
  for (const url of literals) {
    it(`refuses ${url}, however it is written`, () => {
      expect(refusal(() => new AddressPolicy().checkUrl(new URL(url)))).toBe('address_refused');
    });
  }

  for (const url of ['file:///etc/passwd', 'ftp://files.example/clip.mp4', 'gopher://files.example/']) {
    it(`refuses ${url}`, () => {
      expect(refusal(() => new AddressPolicy().checkUrl(new URL(url)))).toBe('address_refused');
    });
  }

  it("permits the engine's own server wherever it is, and no other port of it", () => {
    const policy = new AddressPolicy({ origins: ['http://192.168.1.20:8188/'] });
    expect(refusal(() => policy.checkUrl(new URL('http://192.168.1.20:8188/view?filename=a.mp4')))).toBeUndefined();
    expect(refusal(() => policy.checkUrl(new URL('http://192.168.1.20:22/')))).toBe('address_refused');
  });

  it('permits a network that is configured, also where an address of it is mapped', () => {
    const policy = new AddressPolicy({ networks: ['10.0.0.0/8', 'fd12::/16'] });
    for (const address of ['10.200.0.1', '::ffff:10.200.0.1', 'fd12::1']) {
      expect(refusal(() => policy.checkAddress(address, anywhere)))
        .withContext(address)
        .toBeUndefined();
    }
    expect(refusal(() => policy.checkAddress('192.168.1.1', anywhere))).toBe('address_refused');
  });

  it('refuses a configuration that it does not understand', () => {
    expect(() => new AddressPolicy({ networks: ['10.0.0.0'] })).toThrowError(TypeError);
    expect(() => new AddressPolicy({ origins: ['my server'] })).toThrowError(TypeError);
  });
});

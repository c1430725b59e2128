const IPV4_LOOPBACK = /^127(?:\.\d{1,3}){3}$/;

/** Whether an absolute address names this machine, so that what is sent there never crosses a network. */
export function isLoopback(address: string): boolean {
  const hostname = URL.parse(address)?.hostname ?? '';
  return /^(?:.+\.)?localhost$/.test(hostname) || hostname === '[::1]' || IPV4_LOOPBACK.test(hostname);
}

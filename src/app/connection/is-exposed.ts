import { isLoopback } from '../../services/index.ts';

/** Whether what is sent to this address can be read on the way: not encrypted, and not within this machine. */
export function isExposed(endpoint: string): boolean {
  return endpoint.startsWith('ws:') && !isLoopback(endpoint);
}

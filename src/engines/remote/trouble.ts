import { EngineFault, TransientFault } from '../port/engine-fault.ts';
import type { RemoteService } from '../port/remote-service.ts';

/** Asks a server whether it can be used: undefined where it can, or nobody knows, else a line for whoever runs the gateway. */
export async function troubleOf(service: RemoteService, signal: AbortSignal): Promise<string | undefined> {
  try {
    await service.check?.(signal);
    return undefined;
  } catch (error) {
    return `${service.endpoint} ${wordsOf(error, signal)}`;
  }
}

function wordsOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'has not answered yet: clips wait until it does.';
  const { code, detail = 'no more is known' } = error instanceof EngineFault ? error : new EngineFault('engine_failed');
  if (error instanceof TransientFault) return `does not answer (${detail}): clips wait until it does.`;
  return code === 'engine_unauthorized' ? `refuses the key: ${detail}` : `can’t be used: ${detail}`;
}

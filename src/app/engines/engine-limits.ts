import type { EngineProfile } from '../../services/index.ts';
import { type ClipLimits, USUAL_LIMITS } from '../clip-options/clip-limits.ts';

/** What the clips of an engine may be; the usual where it says nothing, or nothing is known of it. */
export function limitsOf(engine: EngineProfile | undefined): ClipLimits {
  return {
    seconds: secondsOf(engine?.seconds),
    ...(engine?.sizes !== undefined && { sizes: engine.sizes }),
    hasSeed: engine?.seed ?? USUAL_LIMITS.hasSeed,
  };
}

function secondsOf(seconds: EngineProfile['seconds']): ClipLimits['seconds'] {
  if (seconds === undefined) return USUAL_LIMITS.seconds;
  if ('min' in seconds) return { least: seconds.min, most: seconds.max };
  const only = seconds.toSorted((one, other) => one - other);
  return { least: only[0] ?? 0, most: only.at(-1) ?? 0, only };
}

import type { ClipOptions, EngineProfile, PromptOptions } from '../../protocol/index.ts';

/** The options as an engine takes them: of each the nearest that it can do. What it says nothing of stays as it is. */
export function fitOptions(options: PromptOptions = {}, profile: EngineProfile): ClipOptions {
  const { seconds, size, seed, scene } = options;
  return {
    ...(seconds !== undefined && { seconds: nearestLength(seconds, profile.seconds) }),
    ...(size !== undefined && { size: nearestSize(size, profile.sizes) }),
    ...(seed !== undefined && profile.seed !== false && { seed }),
    ...(scene !== undefined && profile.scene !== undefined && { scene }),
  };
}

function nearestLength(wanted: number, offered: EngineProfile['seconds']): number {
  if (offered === undefined) return wanted;
  if ('min' in offered) return Math.min(offered.max, Math.max(offered.min, wanted));
  return nearest(offered, (length) => Math.abs(length - wanted)) ?? wanted;
}

/** The shape counts more than the number of pixels: a picture that stands must not come lying. */
function nearestSize(wanted: string, offered: EngineProfile['sizes'] = []): string {
  if (offered.includes(wanted)) return wanted;
  const aim = measures(wanted);
  return (
    nearest(offered, (size) => {
      const { ratio, area } = measures(size);
      return 4 * Math.abs(ratio - aim.ratio) + Math.abs(area - aim.area);
    }) ?? wanted
  );
}

/** Ratio and area by their logarithms, so that half is as far as double. */
function measures(size: string): { readonly ratio: number; readonly area: number } {
  const [width = 1, height = 1] = size.split('x').map(Number);
  return { ratio: Math.log(width / height), area: Math.log(width * height) };
}

function nearest<Value>(values: readonly Value[], distance: (value: Value) => number): Value | undefined {
  const [first, ...rest] = values;
  return rest.reduce((best, each) => (best !== undefined && distance(each) < distance(best) ? each : best), first);
}

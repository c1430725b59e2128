/** What heights are measured from, in units from the top. */
interface Lines {
  readonly floor: number;
  readonly horizon: number;
  /** The height of the picture, of which `%` are. */
  readonly height: number;
}

const MEASURE = /^(?:(floor|horizon)|(-?[\d.]+)%)([+-][\d.]+)?$/;

/** The look of a layer with its measures as numbers: `floor-20` is 20 units above the floor, `26%` a share of the height. */
export function measured(look: unknown, lines: Lines): unknown {
  if (Array.isArray(look)) return look.map((each: unknown) => measured(each, lines));
  if (typeof look === 'object' && look !== null)
    return Object.fromEntries(Object.entries(look).map(([key, value]) => [key, measured(value, lines)]));
  const [, line, percent, more = '0'] = MEASURE.exec(typeof look === 'string' ? look : '') ?? [];
  if (line === undefined && percent === undefined) return look;
  return (line ? lines[line as 'floor' | 'horizon'] : (Number(percent) / 100) * lines.height) + Number(more);
}

import { Path2D } from '@napi-rs/canvas';
import type { DrawingPath } from '../../library/library.ts';
import { inTones, paintPaths } from '../../library/paint-paths.ts';
import { between, pick, type Random } from '../../random.ts';
import { type Depth, type Layer, type Stage, strip, type Tones, tonesOf } from '../../stage/index.ts';
import { at, downward, glow } from '../../stage/pen.ts';
import { DRAWINGS } from './drawings.ts';

/** Outlines that are painted more than once: `every` so many units, `count` times by chance, or `at` shares of the width. */
export interface Motif {
  readonly every?: number;
  readonly count?: number;
  readonly at?: readonly number[];
  /** Where its origin is, in units from the top; of two, one between them. */
  readonly y: number | readonly [number, number];
  readonly size?: readonly [number, number];
  /** One of these is its paint, by chance: the colours `main`, `dark`, `light` and `pale` of its outlines. */
  readonly paints?: readonly [string, ...string[]];
  readonly paths?: readonly DrawingPath[];
  /** Outlines that several places have, by their name in `drawings.json`. */
  readonly drawing?: keyof typeof DRAWINGS;
  /** Painted where lamps are lit, above all shade. */
  readonly shine?: readonly DrawingPath[];
  readonly glows?: readonly (readonly [colour: string, opacity: number, x: number, y: number, radius: number])[];
}

/** What is painted by hand in a place. */
export interface MotifsLook extends Depth {
  /** How long it is until it repeats, in pictures. */
  readonly pictures?: number;
  /** Colours from a height down to the lower edge. */
  readonly fill?: { readonly top: number; readonly colours: readonly string[] };
  readonly motifs: readonly Motif[];
  /** Snow lies on it, whatever the weather: the colour `snow` of its outlines. */
  readonly isSnowy?: boolean;
}

interface Copy {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly size: number;
  readonly tones: Tones | undefined;
}

/** Paints motifs on a strip. */
export function motifs(stage: Stage, look: MotifsLook): Layer {
  const span = Math.ceil(stage.width * (look.pictures ?? 1.5));
  const chance = stage.chance(`motifs ${look.near} ${String(look.motifs[0]?.y)}`);
  const all = look.motifs.map((motif) => ({ motif, copies: copiesOf(motif, stage.width, span, chance) }));
  const isSnowy = look.isSnowy ?? stage.scene.weather === 'snow';
  const toned = (paths: readonly DrawingPath[], tones: Tones | undefined) =>
    tones ? inTones(paths, { ...tones, snow: isSnowy ? '#f4f8fc' : tones.main }) : paths;
  return strip(stage, {
    ...look,
    span,
    rows: rowsOf(look, all, stage.height),
    paint: ({ pen, put }) => {
      if (look.fill) {
        const { top, colours } = look.fill;
        pen.fillStyle = downward(pen, top, stage.height, colours);
        pen.fillRect(0, top, span, stage.height);
      }
      for (const { motif, copies } of all)
        for (const { x, y, wide, size, tones } of copies)
          put(x, (left) =>
            at(pen, [left, y, 0, size], () => {
              pen.scale(wide, 1);
              paintPaths(pen, toned(pathsOf(motif), tones));
            }),
          );
    },
    ...(stage.light.areLampsLit && {
      shine: ({ pen, put }) => {
        for (const { motif, copies } of all)
          for (const { x, y, size, tones } of copies)
            put(x, (left) =>
              at(pen, [left, y, 0, size], () => {
                for (const [colour, opacity, dx, dy, radius] of motif.glows ?? [])
                  glow(pen, colour, opacity, [dx, dy], radius);
                paintPaths(pen, toned(motif.shine ?? [], tones));
              }),
            );
      },
    }),
  });
}

const pathsOf = ({ drawing, paths = [] }: Motif) => (drawing ? DRAWINGS[drawing] : paths);

type Copies = Readonly<{ motif: Motif; copies: readonly Copy[] }>;

/** From the highest to the lowest that is painted. */
function rowsOf({ fill }: MotifsLook, all: readonly Copies[], height: number): readonly [number, number] {
  const ends = all.flatMap(({ motif, copies }) => {
    const outlines = [...pathsOf(motif), ...(motif.shine ?? [])].flatMap(([, path, , , line = 0]) => {
      const [, top, , bottom] = new Path2D(path).computeTightBounds();
      return [top - line, bottom + line];
    });
    const reach = [...outlines, ...(motif.glows ?? []).flatMap(([, , , y, radius]) => [y - radius, y + radius])];
    return copies.flatMap(({ y, size }) => [y + Math.min(...reach) * size, y + Math.max(...reach) * size]);
  });
  return [Math.min(fill?.top ?? height, ...ends) - 1, fill ? height : Math.max(0, ...ends) + 1];
}

function copiesOf(motif: Motif, width: number, span: number, chance: Random) {
  const { every, count = 1, at: places, y, size, paints } = motif;
  const copies = every ? Math.max(1, Math.round(span / every)) : (places?.length ?? count);
  const step = span / copies;
  const all = Array.from({ length: copies }, (_, index): Copy => {
    const byChance = (index + chance() * 0.7) * step;
    return {
      x: every ? index * step : places ? (places[index] ?? 0) * width : byChance,
      y: typeof y === 'number' ? y : between(chance, ...y),
      wide: every ? step / every : 1,
      size: size ? between(chance, ...size) : 1,
      tones: paints && tonesOf(pick(chance, paints)),
    };
  });
  return all.sort((one, other) => one.y - other.y);
}

import type { MotionName, PlaceName } from '../scene.ts';
import WRITTEN from './traits.json' with { type: 'json' };

/** Where a subject is drawn when the place allows it. */
export type Element = 'ground' | 'air' | 'water' | 'surface';

/** What sets a subject apart from others of its kind; `traits.json` has one line for each that has any. */
export interface Traits {
  /** How large it is; a cat is 1. */
  readonly size?: number;
  /** Where it is found. */
  readonly places?: readonly [PlaceName, ...PlaceName[]];
  /** What it does unless the prompt says otherwise. */
  readonly motion?: MotionName;
  readonly element?: Element;
  /** How high its upper face is, which carries others, as a share of its height. */
  readonly top?: number;
  readonly isSeat?: true;
  /** Under it one stands at its foot; under anything else one lifts it. */
  readonly isRoof?: true;
  /** What goes, goes over it. */
  readonly isWay?: true;
  /** One sits or stands on it to go anywhere. */
  readonly isRidden?: true;
  /** Nobody holds it. */
  readonly isFixed?: true;
  /** Where it looks in its drawing, if not where its kind does. */
  readonly faces?: 'front' | 'left';
  /** How its body moves, if not as its kind's: on two legs, without any, or with flat wings. */
  readonly moves?: 'upright' | 'legless' | 'flat';
  /** Where somebody has it on. */
  readonly worn?: 'head' | 'eyes' | 'neck' | 'body';
  /** Of people: what they wear. */
  readonly clothes?: string;
  readonly isInDress?: true;
  readonly isSmall?: true;
  /** For an animal of which there is only a face: the colour, tail and bulk of the body that is drawn to it. */
  readonly body?: readonly [colour: string, tail: 'long' | 'wagging' | 'bushy' | 'tuft', bulk: number];
}

const TRAITS = WRITTEN as unknown as Readonly<Record<string, Traits | undefined>>;
const NONE: Traits = {};

/** The traits of a subject. */
export function traitsOf(subject: string): Traits {
  return TRAITS[subject] ?? NONE;
}

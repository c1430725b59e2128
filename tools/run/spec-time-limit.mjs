/**
 * How long a spec may take, in milliseconds: Jasmine's own five seconds are too short for a clip that is drawn on a
 * machine that is busy with something else. No spec measures speed by it.
 */
export const SPEC_TIME_LIMIT_MS = 60_000;

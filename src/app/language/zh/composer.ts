/** The texts of composer. */
export const composer = {} as const;

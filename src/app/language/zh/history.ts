/** The texts of history. */
export const history = {} as const;

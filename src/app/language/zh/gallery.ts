/** The texts of gallery. */
export const gallery = {} as const;

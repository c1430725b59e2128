/** The texts of media. */
export const media = {} as const;

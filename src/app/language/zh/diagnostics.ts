/** The texts of diagnostics. */
export const diagnostics = {} as const;

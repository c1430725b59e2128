/** Counts what it is given; see `tally.mjs`. */
export declare const tally: {
  readonly subscribers: {
    readonly text: (message: { readonly content: string }) => void;
    readonly video: (message: { readonly url?: string }) => void;
    readonly image: (message: { readonly url?: string }) => void;
    readonly system: (message: { readonly event: string; readonly content?: string }) => void;
    readonly error: (message: { readonly content: string }) => void;
  };
};

/** Prompts that may wait at once; a further one fails at once rather than push out an older one. */
export const CAPACITY = 1_000;

/** How long a server may take to answer a prompt before it is sent again, in milliseconds. */
export const ANSWER_TIMEOUT = 10_000;

/** How long a refusal for a while is waited out where the server names no time, in milliseconds. */
export const REFUSAL_WAIT = 3_000;

/** How long the store may take to hand over what it has stored, in milliseconds. */
export const STORE_PATIENCE = 2_000;

/** After how long a store that could not hand over what it has is asked again, in milliseconds. */
export const STORE_RETRY = 10_000;

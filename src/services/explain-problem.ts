/** What can be wrong with how a backend is described, and with which of its parts. */
export interface BackendProblem {
  /** What is wrong, in a word for programs and for search. */
  readonly kind: keyof typeof EXPLANATIONS;
  /** The part: an entry of the configuration, or a feature. */
  readonly about: string;
  /** What is used instead, where that is not the part as it stands. */
  readonly detail?: string;
  /** What it lacks: how that is written. */
  readonly needs?: string;
}

/** What each problem means, and what helps. */
const EXPLANATIONS = {
  'empty-name': () => "the name of a backend is empty: leave it out, or give one, such as 'orders'",
  invalid: ({ about, detail = '' }: BackendProblem) => `${about} ${detail}`,
  'said-twice': ({ about }: BackendProblem) =>
    `${about} is said twice, differently: in the configuration, and by a feature`,
  'two-addresses': ({ about }: BackendProblem) => `${about} both say where the server is: leave one out`,
  'no-effect': ({ about, needs = '' }: BackendProblem) =>
    `${about} has no effect without ${needs}: put it among the features`,
  'feature-twice': ({ about }: BackendProblem) => `${about} stands there twice: leave one out`,
  'needs-gateway': ({ about }: BackendProblem) =>
    `${about} needs a server that greets and numbers its messages, and the codec knows neither: ` +
    'put withCodec(GATEWAY_CODEC) beside it, or leave it out' +
    (about === 'withHeartbeat()' ? ', or say by "ping" how this backend is pinged' : ''),
  'not-for-gateway': ({ about }: BackendProblem) =>
    `${about} says how a backend with a protocol of its own is pinged, and the codec is the gateway's, which says so ` +
    'itself: leave it out, or put withCodec() with another codec beside it',
  'name-needed': ({ about }: BackendProblem) =>
    `${about} is made by a function, so that nothing says which backend it is whose prompts are stored at this route: ` +
    "give it a name, as in provideWebSocket('orders', { url: … })",
  'name-twice': ({ about }: BackendProblem) =>
    `${about} stands twice in this application, and which of both is injected depends on where. Give one of them a name ` +
    'of its own, or provide it once, above both places',
};

/** A problem in a sentence that helps, for whoever develops the application. */
export function explainProblem(problem: BackendProblem): string {
  return EXPLANATIONS[problem.kind](problem);
}

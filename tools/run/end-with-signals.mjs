/**
 * Ends the process of specs on a signal as it ends otherwise: what they have started (a server of PostgreSQL's, say) is told by
 * `exit`, which a signal alone does not bring.
 */
const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

for (const [signal, number] of Object.entries(NUMBERS)) process.once(signal, () => process.exit(128 + number));

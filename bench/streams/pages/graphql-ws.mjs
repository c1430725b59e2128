import { createClient } from 'graphql-ws';
import { tally } from './tally.mjs';

const client = createClient({ url: `ws://${location.host}/` });
for (const [type, subscriber] of Object.entries(tally.subscribers)) {
  client.subscribe(
    { query: `subscription { message(type: ${type}) }` },
    { next: ({ data }) => subscriber(data.message), error: console.error, complete: () => undefined },
  );
}

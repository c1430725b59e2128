import {
  GraphQLEnumType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { TYPES } from '../payloads.mjs';
import { MessageQueue } from './message-queue.mjs';

/**
 * graphql-ws on graphql's own execution: one subscription for each type.
 * @type {import('./pump.mjs').Protocol}
 */
export function serveGraphql(server) {
  return new Promise((resolve) => {
    const queues = new Map();
    const subscribe = (type) => {
      const queue = new MessageQueue();
      queues.set(type, queue);
      if (queues.size === TYPES.length) resolve(channelTo(queues));
      return queue;
    };
    useServer({ schema: schemaOf(subscribe) }, new WebSocketServer({ server, handleProtocols: () => PROTOCOL }));
  });
}

const PROTOCOL = 'graphql-transport-ws';

function channelTo(queues) {
  return {
    send: ([message]) => queues.get(message.type).push({ message }),
    backlog: () => Math.max(...[...queues.values()].map(({ length }) => length)),
  };
}

/** The message is one scalar, so that the server and the client spend nothing on its fields. */
function schemaOf(subscribe) {
  const messageType = new GraphQLScalarType({ name: 'Message' });
  const types = new GraphQLEnumType({ name: 'Type', values: Object.fromEntries(TYPES.map((type) => [type, {}])) });
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { unused: { type: GraphQLString } } }),
    subscription: new GraphQLObjectType({
      name: 'Subscription',
      fields: {
        message: {
          type: messageType,
          args: { type: { type: new GraphQLNonNull(types) } },
          subscribe: (_source, { type }) => subscribe(type),
        },
      },
    }),
  });
}

import { io } from 'socket.io-client';
import { tally } from './tally.mjs';

const socket = io({ transports: ['websocket'] });
for (const [type, subscriber] of Object.entries(tally.subscribers)) socket.on(type, subscriber);

import { Subject } from 'rxjs';
import { webSocket } from 'rxjs/webSocket';
import { tally } from './tally.mjs';

// A subject for each type, without retry, status or anything else.
const streams = {};
for (const [type, subscriber] of Object.entries(tally.subscribers)) {
  streams[type] = new Subject();
  streams[type].subscribe(subscriber);
}

webSocket(`ws://${location.host}/`).subscribe((parsed) => {
  if (!Array.isArray(parsed)) return streams[parsed.type].next(parsed);
  for (const message of parsed) streams[message.type].next(message);
});

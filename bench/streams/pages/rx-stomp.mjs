import { RxStomp } from '@stomp/rx-stomp';
import { tally } from './tally.mjs';

const client = new RxStomp();
client.configure({ brokerURL: `ws://${location.host}/` });
for (const [type, subscriber] of Object.entries(tally.subscribers)) {
  client.watch(`/topic/${type}`).subscribe(({ body }) => subscriber(JSON.parse(body)));
}
client.activate();

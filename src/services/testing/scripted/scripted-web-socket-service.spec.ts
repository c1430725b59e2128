import { Unreadable, WebSocketStatus } from '../../index.ts';
import { describeConnectionContract } from '../contracts/connection-contract.ts';
import { describeDeliveryContract } from '../contracts/delivery-contract.ts';
import { describeReceivedContract } from '../contracts/received-contract.ts';
import { ScriptedWebSocketService } from './scripted-web-socket-service.ts';

describeReceivedContract('the scripted service', (savedTo) => {
  const service = new ScriptedWebSocketService();
  if (savedTo !== undefined) service.resume(savedTo);
  return Promise.resolve({
    service,
    receive: async (...messages) => service.receive(...messages),
    reconnect: () => Promise.resolve(),
  });
});

describeDeliveryContract('the scripted service', () => {
  const service = new ScriptedWebSocketService();
  return Promise.resolve({
    service,
    write: async (id) => service.deliver(id, { state: 'sent' }),
    accept: async (id) => service.deliver(id, { state: 'accepted' }),
    refuse: async (id, reason, cause) => service.deliver(id, { state: 'failed', reason, cause }),
    restore: async (prompt) => service.restore(prompt),
  });
});

describeConnectionContract('the scripted service', () => {
  const service = new ScriptedWebSocketService();
  return Promise.resolve({
    service,
    receive: async (...messages) => service.receive(...messages),
    receiveBroken: async (frame) => service.receiveUnreadable(new Unreadable(frame, 'no JSON')),
    lose: async () => {
      service.setConnection({ status: WebSocketStatus.RECONNECTING, attempt: 1, nextAttemptAt: Date.now() + 3_000 });
    },
    retry: async () => service.setConnection({ status: WebSocketStatus.CONNECTED }),
  });
});

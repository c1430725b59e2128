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

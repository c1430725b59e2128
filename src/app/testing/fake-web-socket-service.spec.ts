import { describeReceivedContract } from '../../services/testing/received-contract.ts';
import { FakeWebSocketService } from './fake-web-socket-service.ts';

describeReceivedContract('the fake of the application', (savedTo) => {
  const service = new FakeWebSocketService();
  if (savedTo !== undefined) service.resume(savedTo);
  return Promise.resolve({
    service,
    receive: async (...messages) => service.receive(...messages),
    reconnect: () => Promise.resolve(),
  });
});

/**
 * Fakes for the specs of applications, without a test runner: `@ask-kitten/streams/testing`. They import the layer
 * through its public entry alone, because they are built as an entry point beside it.
 */
export { FakeGateway } from './fake-gateway.ts';
export { FakeNetwork, type FakeServer, silentServer } from './fake-network.ts';
export { FakePeer } from './fake-peer.ts';
export { FakeWebSocket } from './fake-web-socket.ts';
export { memoryStorage } from './memory-storage.ts';
export { provideFakeNetwork } from './provide-fake-network.ts';
export { ScriptedBackend } from './scripted/scripted-backend.ts';
export { CONNECTED, connectionState, type ScriptedConnection } from './scripted/scripted-connection.ts';
export { provideScriptedWebSocket, ScriptedWebSocketService } from './scripted/scripted-web-socket-service.ts';
export { welcomeMessage } from '../../protocol/testing/welcome.ts';

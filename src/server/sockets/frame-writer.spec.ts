import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ServerMessage } from '../../protocol/index.ts';
import { FrameWriter } from './frame-writer.ts';
import { envelope } from '../messages/envelope.ts';
import { RecordingPeer } from '../testing/recording-peer.ts';

const MEBIBYTE = 1024 * 1024;

function textMessage(content: string): ServerMessage {
  return envelope({ type: 'text', content });
}

describe('FrameWriter', () => {
  let peer: RecordingPeer;
  let writer: FrameWriter;

  beforeEach(() => {
    peer = new RecordingPeer();
    writer = new FrameWriter(peer);
  });

  it('sends one message as it is', async () => {
    const message = textMessage('喵');
    writer.write(message);
    await nextTurn();
    expect(peer.frames).toEqual([JSON.stringify(message)]);
  });

  it('sends the messages of one turn as one frame, in order', async () => {
    const messages = ['一', '二', '三'].map(textMessage);
    for (const message of messages) writer.write(message);
    await nextTurn();
    expect(peer.frames.length).toBe(1);
    expect(peer.messages).toEqual(messages);
  });

  it('sends the messages of two turns as two frames', async () => {
    writer.write(textMessage('一'));
    await nextTurn();
    writer.write(textMessage('二'));
    await nextTurn();
    expect(peer.frames.length).toBe(2);
  });

  it('drops transient messages for a client that falls behind, and nothing else', async () => {
    peer.bufferedBytes = MEBIBYTE + 1;
    writer.writeTransient(textMessage('transient'));
    writer.write(textMessage('durable'));
    await nextTurn();
    expect(peer.messages).toEqual([jasmine.objectContaining({ content: 'durable' })]);
  });

  it('sends transient messages to a client that keeps up', async () => {
    peer.bufferedBytes = MEBIBYTE / 2;
    writer.writeTransient(textMessage('transient'));
    await nextTurn();
    expect(peer.messages.length).toBe(1);
  });

  it('counts what waits in the same turn as well', async () => {
    writer.write(textMessage('喵'.repeat(MEBIBYTE)));
    writer.writeTransient(textMessage('transient'));
    await nextTurn();
    expect(peer.messages.length).toBe(1);
  });

  it('closes a client that reads much too slowly with 1013, and sends it nothing more', async () => {
    peer.bufferedBytes = 8 * MEBIBYTE + 1;
    writer.write(textMessage('durable'));
    await nextTurn();
    writer.write(textMessage('more'));
    await nextTurn();
    expect(peer.closedWith?.code).toBe(1013);
    expect(peer.frames).toEqual([]);
  });

  it('sends what waits before it closes', () => {
    writer.write(textMessage('last'));
    writer.close(1001, 'going away');
    expect(peer.messages.length).toBe(1);
    expect(peer.closedWith).toEqual({ code: 1001, reason: 'going away' });
  });

  it('sends nothing once it has been abandoned', async () => {
    writer.write(textMessage('last'));
    writer.abandon();
    await nextTurn();
    expect(peer.frames).toEqual([]);
  });
});

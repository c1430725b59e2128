import type { TabChannel } from '../platform/browser.ts';

/** A channel between the pages of a browser, for specs: what one posts the others have soon after. */
export class MemoryChannels {
  private readonly channels = new Set<TabChannel>();

  /** The channel as one page has it. */
  open(): TabChannel {
    const channel: TabChannel = {
      onmessage: null,
      postMessage: (data: unknown) => {
        for (const other of this.channels) {
          if (other !== channel) queueMicrotask(() => deliver(other, data));
        }
      },
      close: () => void this.channels.delete(channel),
    };
    this.channels.add(channel);
    return channel;
  }
}

function deliver(channel: TabChannel, data: unknown): void {
  channel.onmessage?.call(channel as BroadcastChannel, new MessageEvent('message', { data }));
}

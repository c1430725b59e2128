import { ComfyUiStandIn } from '../../engines/comfyui/testing/comfyui-stand-in.ts';
import { Gate } from '../../engines/testing/gate.ts';
import { byScope, until } from '../../testing/index.ts';
import { EngineGateway } from '../testing/engine-gateway.ts';
import { expectRising } from '../testing/expect-rising.ts';
import { stopMainProcesses } from '../testing/main-process.ts';
import { prompt } from '../ports/testing/messages.ts';
import type { ReturningClient } from '../testing/returning-client.ts';

/** Each takes some seconds, and what goes on after a kill is the same code for every engine: all of them run with `all`. */
const describeAll = byScope({ quick: xdescribe, all: describe });

describeAll('the gateway as a process with a ComfyUI, killed', () => {
  let comfy: ComfyUiStandIn;
  let gateway: EngineGateway;
  let client: ReturningClient;
  let gate: Gate;

  beforeEach(async () => {
    gate = new Gate();
    comfy = await ComfyUiStandIn.start();
    gateway = await EngineGateway.create(
      { kind: 'comfyui', url: comfy.url, workflow: 'no-model', lookForSeconds: 2 },
      {},
    );
    client = gateway.client;
    await gateway.start();
  });

  afterEach(async () => {
    gate.open();
    await stopMainProcesses();
    await comfy[Symbol.asyncDispose]();
  });

  /** Kills it once somebody waits at the gate, which is open for whoever comes after the next start. */
  async function restartAtGate(): Promise<void> {
    await until(() => gate.isReached);
    await gateway.kill();
    gate.open();
    await gateway.start();
  }

  it('before its start, begins a job once', async () => {
    comfy.queue.onStep = () => gate.pass();
    const [running, waiting] = [prompt('一'), prompt('二')];
    client.socket.send([running, waiting]);
    await client.socket.untilAnswer(waiting.id);
    await restartAtGate();
    await client.untilOver([running, waiting]);
    expect(comfy.prompts).toHaveSize(2);
    for (const each of [running, waiting]) expect(client.storyOf(each).at(-1)).toBe('completed');
  });

  it('before the answer, finds a job by its id, and begins no other', async () => {
    comfy.beforeAnswer = () => gate.pass();
    await expectOneClip();
  });

  it('before ComfyUI has the request, says that it is uncertain, and begins nothing, though that comes late', async () => {
    comfy.beforeQueue = () => gate.pass();
    const message = prompt('一');
    client.socket.send(message);
    await until(() => gate.isReached);
    await gateway.kill();
    await gateway.start();
    await client.untilOver([message]);
    expect(client.storyOf(message).at(-1)).toBe('error');
    expect(client.durable.at(-1)).toEqual(jasmine.objectContaining({ code: 'engine_uncertain', retryable: true }));
    gate.open();
    await until(() => comfy.queue.history.size === 1);
    expect(comfy.prompts).toHaveSize(1);
  });

  it('while it draws, goes on', async () => {
    comfy.queue.onStep = () => gate.pass();
    await expectOneClip();
  });

  it('while it fetches the clip, fetches it again', async () => {
    comfy.intercept = async ({ url }) => {
      if (url?.includes('.mp4') === true) await gate.pass();
      return false;
    };
    await expectOneClip();
  });

  async function expectOneClip(): Promise<void> {
    const message = prompt('一');
    client.socket.send(message);
    await restartAtGate();
    await client.untilOver([message]);
    expect(comfy.prompts).toHaveSize(1);
    expect(comfy.queue.started).toHaveSize(1);
    expectRising(client.sharesOf(message));
    expect(client.storyOf(message).filter((event) => event === 'video')).toHaveSize(1);
    expect(client.storyOf(message).at(-1)).toBe('completed');
  }
});

import { setImmediate } from 'node:timers/promises';
import { messageOf } from '../../port/message-of.ts';
import { pictureOf } from '../../testing/pictures.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { executionOrder } from './stand-in-nodes.ts';
import type { StandInSockets } from './stand-in-sockets.ts';

/** A job in the stand-in's queue. */
export interface StandInJob {
  readonly number: number;
  readonly id: string;
  readonly client: string | undefined;
  readonly workflow: Workflow;
}

/** How a job ended, as the history has it. */
export interface HistoryItem {
  readonly prompt: readonly unknown[];
  readonly outputs: Readonly<Record<string, object>>;
  readonly status: {
    readonly status_str: 'success' | 'error';
    readonly completed: boolean;
    readonly messages: unknown[];
  };
}

/** What goes on at a node: a spec holds a job up there, or has it fail. */
export type NodeHook = (job: StandInJob, node: string, step: number) => Promise<void> | void;

/** A node's own failure. */
export class NodeFailure extends Error {}
class Interrupted extends Error {}

/** The queue, the worker and the history of a stand-in. All of it is in memory, as ComfyUI has it. */
export class StandInQueue {
  pending: StandInJob[] = [];
  running: StandInJob | undefined;
  history = new Map<string, HistoryItem>();
  /** The ids of the jobs that began to run, in order. */
  readonly started: string[] = [];
  readonly interrupted: string[] = [];
  /** Called before each step of each node. */
  onStep: NodeHook = () => setImmediate();
  /** What a node that saves a video has written. */
  videoName = 'clip_00001_.mp4';
  readonly #sockets: StandInSockets;
  #isInterrupted = false;
  /** Changes when everything is forgotten: what runs then ends without a word. */
  #life = 0;

  constructor(sockets: StandInSockets) {
    this.#sockets = sockets;
  }

  put(job: StandInJob): void {
    this.pending.push(job);
    if (this.running === undefined) void this.#work(this.#life);
  }

  remove(id: string): void {
    this.pending = this.pending.filter((job) => job.id !== id);
  }

  /** Stops what runs, whatever it is. */
  interrupt(): void {
    if (this.running === undefined) return;
    this.#isInterrupted = true;
    this.interrupted.push(this.running.id);
  }

  /** Forgets everything, as a restart does. */
  restart(): void {
    this.#life++;
    this.pending = [];
    this.running = undefined;
    this.history.clear();
  }

  async #work(life: number): Promise<void> {
    for (let job = this.pending.shift(); job !== undefined; job = this.pending.shift()) {
      this.running = job;
      this.#isInterrupted = false;
      this.started.push(job.id);
      const item = await this.#execute(job, life);
      if (life !== this.#life) return;
      this.history.set(job.id, item);
      this.running = undefined;
      // Only now, when the history has it.
      this.#sockets.send('executing', { node: null, prompt_id: job.id }, job.client);
    }
  }

  async #execute(job: StandInJob, life: number): Promise<HistoryItem> {
    const messages: unknown[] = [];
    const report = (event: string, data: object): void => {
      const message = { prompt_id: job.id, ...data, timestamp: Date.now() };
      messages.push([event, message]);
      if (life === this.#life && job.client !== undefined) this.#sockets.send(event, message, job.client);
    };
    report('execution_start', {});
    report('execution_cached', { nodes: [] });
    const outputs: Record<string, object> = {};
    const nodes: Record<string, object> = {};
    let node = '';
    try {
      for (node of executionOrder(job.workflow)) {
        if (job.client !== undefined) {
          this.#sockets.send('executing', { node, display_node: node, prompt_id: job.id }, job.client);
        }
        await this.#runNode(job, node, nodes);
        const output = this.#outputOf(job, node);
        if (output === undefined) continue;
        outputs[node] = output;
        this.#sockets.send('executed', { node, display_node: node, output, prompt_id: job.id }, job.client);
      }
      report('execution_success', {});
      return this.#item(job, outputs, messages, true);
    } catch (error) {
      const about = { node_id: node, node_type: job.workflow[node]?.class_type, executed: [] };
      if (error instanceof Interrupted) report('execution_interrupted', about);
      else report('execution_error', { ...about, ...failureOf(error) });
      return this.#item(job, outputs, messages, false);
    }
  }

  async #runNode(job: StandInJob, node: string, nodes: Record<string, object>): Promise<void> {
    const steps = Number(job.workflow[node]?.inputs['steps'] ?? 1);
    for (let step = 1; step <= steps; step++) {
      await this.onStep(job, node, step);
      if (this.#isInterrupted) throw new Interrupted();
      const state = { value: step, max: steps, state: step === steps ? 'finished' : 'running', node_id: node };
      nodes[node] = { ...state, prompt_id: job.id, display_node_id: node };
      // Of every node that has begun, and to every socket there is, as older servers do.
      this.#sockets.send('progress_state', { prompt_id: job.id, nodes }, undefined);
      if (steps === 1 || job.client === undefined) continue;
      this.#sockets.send('progress', { value: step, max: steps, prompt_id: job.id, node }, job.client);
      const image = pictureOf(step % 2 === 0 ? '#c08030' : '#3080c0', step % 2 === 0 ? 'png' : 'jpeg');
      this.#sockets.sendPreview(image, { node_id: node, prompt_id: job.id }, job.client);
    }
  }

  #outputOf({ id, workflow }: StandInJob, node: string): object | undefined {
    switch (workflow[node]?.class_type) {
      case 'SaveVideo':
        return {
          images: [{ filename: this.videoName, subfolder: `ask-kitten/${id}`, type: 'output' }],
          animated: [true],
        };
      case 'VHS_VideoCombine':
        return { gifs: [{ filename: this.videoName, subfolder: '', type: 'output', format: 'video/h264-mp4' }] };
      case 'PreviewImage':
        return { images: [{ filename: 'poster_00001_.png', subfolder: '', type: 'temp' }] };
      default:
        return undefined;
    }
  }

  #item(job: StandInJob, outputs: HistoryItem['outputs'], messages: unknown[], completed: boolean): HistoryItem {
    const status = { status_str: completed ? 'success' : 'error', completed, messages } as const;
    return { prompt: itemOf(job), outputs, status };
  }
}

/** A job as `/queue` and `/history` have it. */
export function itemOf({ number, id, client, workflow }: StandInJob): readonly unknown[] {
  return [number, id, workflow, { client_id: client, create_time: Date.now() }, []];
}

function failureOf(error: unknown): object {
  const message = messageOf(error);
  return {
    exception_message: `${message}\n`,
    exception_type: message.includes('out of memory') ? 'torch.OutOfMemoryError' : 'RuntimeError',
    traceback: ['  File "/home/someone/ComfyUI/execution.py", line 1\n'],
    current_inputs: {},
  };
}

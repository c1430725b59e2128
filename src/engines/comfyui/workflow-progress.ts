import type { SocketMessage } from './socket/socket-message.ts';
import type { Workflow } from './workflow/workflow.ts';

/** A rough share of the time by what a node's class is called: a sampler takes most of it. */
const WEIGHTS: readonly (readonly [RegExp, number, string])[] = [
  [/sampler/i, 60, 'draw'],
  [/decode|upscale|interpolat/i, 12, 'decode'],
  [/loader|^load/i, 4, 'load'],
  [/encode/i, 4, 'read'],
  [/save|combine|^createvideo/i, 4, 'encode'],
];

interface NodeState {
  readonly weight: number;
  /** Undefined where the node's name says nothing of it. */
  readonly stage: string | undefined;
  share: number;
}

/** How far a whole workflow is, by what its nodes report. It never goes back. */
export class WorkflowProgress {
  readonly #nodes: ReadonlyMap<string, NodeState>;
  readonly #total: number;
  #running: string | undefined;
  #stage = 'wait';
  #most = 0;

  constructor(workflow: Workflow) {
    this.#nodes = new Map(
      Object.entries(workflow).map(([id, node]) => {
        const [, weight = 1, stage] = WEIGHTS.find(([name]) => name.test(node.class_type)) ?? [];
        return [id, { weight, stage, share: 0 }];
      }),
    );
    this.#total = [...this.#nodes.values()].reduce((sum, { weight }) => sum + weight, 0);
  }

  /** One word for what is done now. */
  get stage(): string {
    return this.#stage;
  }

  /** 0 to 1: the part of the work that is done. */
  get value(): number {
    const done = [...this.#nodes.values()].reduce((sum, { weight, share }) => sum + weight * share, 0);
    this.#most = Math.max(this.#most, Math.min(1, done / this.#total));
    return this.#most;
  }

  /** Counts what a message says. */
  apply(message: SocketMessage): void {
    switch (message.kind) {
      case 'cached':
        for (const node of message.nodes) this.#report(node, 1);
        return;
      case 'running':
        // Nodes run one after the other.
        if (this.#running !== undefined && this.#running !== message.node) this.#report(this.#running, 1);
        return this.#enter(message.node);
      case 'progress':
        for (const { node, share } of message.nodes) {
          this.#report(node, share);
          if (share < 1) this.#enter(node);
        }
        return;
      case 'executed':
        return this.#report(message.node, 1);
      case 'preview':
      case 'ended':
        return;
    }
  }

  #enter(node: string): void {
    const state = this.#nodes.get(node);
    if (state === undefined) return;
    this.#running = node;
    this.#stage = state.stage ?? this.#stage;
  }

  #report(node: string, share: number): void {
    const state = this.#nodes.get(node);
    // A node may run through its steps more than once.
    if (state) state.share = Math.max(state.share, share);
  }
}

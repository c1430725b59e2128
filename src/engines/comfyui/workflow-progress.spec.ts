import type { SocketMessage } from './socket/socket-message.ts';
import { WorkflowProgress } from './workflow-progress.ts';
import type { Workflow } from './workflow/workflow.ts';

const WORKFLOW: Workflow = Object.fromEntries(
  ['UNETLoader', 'CLIPTextEncode', 'KSampler', 'VAEDecode', 'SaveVideo', 'Reroute'].map((name, index) => [
    String(index + 1),
    { class_type: name, inputs: {} },
  ]),
);

describe('WorkflowProgress', () => {
  const step = (node: string, share: number): SocketMessage => ({ kind: 'progress', nodes: [{ node, share }] });

  it('counts the steps of a sampler for most of the work', () => {
    const progress = new WorkflowProgress(WORKFLOW);
    progress.apply({ kind: 'running', node: '3' });
    const before = progress.value;
    progress.apply(step('3', 0.5));
    expect(progress.value - before).toBeGreaterThan(0.3);
    expect(progress.stage).toBe('draw');
  });

  it('names what is done now, and keeps the name at a node that says nothing', () => {
    const progress = new WorkflowProgress(WORKFLOW);
    const stages = ['', '1', '2', '3', '4', '6', '5'].map((node) => {
      progress.apply({ kind: 'running', node });
      return progress.stage;
    });
    expect(stages).toEqual(['wait', 'load', 'read', 'draw', 'decode', 'decode', 'encode']);
  });

  it('ends at 1 when every node is done, also by what was there before', () => {
    const progress = new WorkflowProgress(WORKFLOW);
    progress.apply({ kind: 'cached', nodes: ['1', '2', '3'] });
    for (const node of ['4', '5', '6']) progress.apply({ kind: 'executed', node });
    expect(progress.value).toBe(1);
  });

  it('never goes back, whatever comes in whatever order', () => {
    const progress = new WorkflowProgress(WORKFLOW);
    const messages = [step('3', 0.8), step('3', 0.1), step('unknown', 1), { kind: 'running', node: '1' } as const];
    const values = [...messages, step('3', 0), ...messages].map((message) => {
      progress.apply(message);
      return progress.value;
    });
    expect(values).toEqual([...values].sort((one, other) => one - other));
    expect(values.at(-1)).toBeLessThan(1);
  });
});

import { readFile } from 'node:fs/promises';
import type { EngineProfile } from '../../../protocol/index.ts';
import type { WorkflowFormat } from './clip-values.ts';
import { parseWorkflow, type Workflow } from './workflow.ts';

/** What goes with a workflow. */
export interface WorkflowSettings {
  readonly format: WorkflowFormat;
  readonly checkpoint?: string;
  readonly negativePrompt?: string;
  /** What people are told of it, besides what the workflow itself says. */
  readonly profile: Partial<EngineProfile>;
}

/** The workflows that come with this engine, in `workflows/`. */
const SHIPPED: Readonly<Record<string, WorkflowSettings>> = {
  /** Needs no model: shows that everything else works. */
  'no-model': {
    format: { fps: 24, sizeStep: 2, usualSeconds: 2, usualSize: '640x352' },
    profile: { isModel: false, seconds: { min: 1, max: 10 } },
  },
  /** Sizes, steps and negative prompt as in ComfyUI's own template for Wan 2.2 5B. */
  'wan2.2-5b': {
    format: { fps: 24, frameStep: 4, sizeStep: 32, usualSeconds: 5, usualSize: '1280x704' },
    checkpoint: 'wan2.2_ti2v_5B_fp16.safetensors',
    negativePrompt:
      '色调艳丽，过曝，静态，细节模糊不清，字幕，风格，作品，画作，画面，静止，整体发灰，最差质量，低质量，JPEG压缩残留，丑陋的，' +
      '残缺的，多余的手指，画得不好的手部，画得不好的脸部，畸形的，毁容的，形态畸形的肢体，手指融合，静止不动的画面，杂乱的背景，三条腿，' +
      '背景人很多，倒着走',
    profile: {
      model: 'Wan 2.2 5B',
      seconds: { min: 1, max: 5 },
      sizes: ['1280x704', '704x1280', '960x960', '832x480', '480x832'],
    },
  },
};

/** What goes with a workflow of that name; undefined where none comes with this engine. */
export function shippedSettings(name: string): WorkflowSettings | undefined {
  return Object.hasOwn(SHIPPED, name) ? SHIPPED[name] : undefined;
}

/** Reads a workflow that comes with this engine. */
export async function shippedWorkflow(name: string): Promise<Workflow> {
  return parseWorkflow(await readFile(new URL(`../workflows/${name}.json`, import.meta.url), 'utf8'));
}
